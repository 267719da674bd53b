"""Data: sets to learn from, made or measured, and what is done to them before training."""
