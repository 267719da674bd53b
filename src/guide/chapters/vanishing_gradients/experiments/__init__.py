"""What the chapter on vanishing gradients computes."""
