"""What the chapter on gradient descent computes."""
