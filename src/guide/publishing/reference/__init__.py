"""The reference: what the package says of its public objects, and its source line by line."""
