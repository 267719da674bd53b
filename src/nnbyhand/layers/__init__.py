"""Layers: the steps of a network, each with its forward and its backward pass."""

from nnbyhand.layers.activated import Activated
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual

LAYERS = (Dense, Activated, Dropout, BatchNorm, LayerNorm, Residual)
"""The classes, in the order of the guide. A file can hold a network that is made of these."""
