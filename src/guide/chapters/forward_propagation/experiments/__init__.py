"""What the chapter on forward propagation computes."""
