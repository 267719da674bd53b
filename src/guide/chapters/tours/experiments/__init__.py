"""What the tours of the playground computes."""
