"""The page on what comes next: shared weights, attention and transfer."""
