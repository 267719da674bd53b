"""What the chapter on hyperparameters computes."""
