"""What the chapter on forward propagation draws."""
