"""The chapter on universal approximation: weights set by hand, and trained ones."""
