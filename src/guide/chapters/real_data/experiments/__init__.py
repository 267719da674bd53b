"""What the chapter on real data computes."""
