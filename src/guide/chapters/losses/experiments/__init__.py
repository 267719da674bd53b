"""What the chapter on losses computes."""
