"""What the page on what comes next computes."""
