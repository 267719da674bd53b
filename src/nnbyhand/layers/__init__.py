"""Layers: the steps of a network, each with its forward and its backward pass."""
