"""Initialization: what the weights of a network start from."""
