"""The pieces of a page, one module for each kind: how it is found, proven, set and listed."""
