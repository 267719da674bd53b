"""What the experiments of several chapters share: the cache, the running example, and spreads."""
