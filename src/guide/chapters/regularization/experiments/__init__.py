"""What the chapter on regularization computes."""
