"""What the chapter on backpropagation computes."""
