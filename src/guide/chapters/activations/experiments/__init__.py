"""What the chapter on activations computes."""
