"""How figures look, and what the figures of several chapters share."""
