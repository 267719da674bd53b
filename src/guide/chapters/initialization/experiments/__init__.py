"""What the chapter on initialization computes."""
