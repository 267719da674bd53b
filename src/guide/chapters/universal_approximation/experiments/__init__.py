"""What the chapter on universal approximation computes."""
