"""Training: many small steps against the gradient of the loss, and when to stop."""
