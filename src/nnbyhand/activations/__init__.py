"""Activations: functions that bend what a layer computes, each with its derivative beside it."""

from nnbyhand.activations.elementwise import (
    elu,
    gelu,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    silu,
    tanh,
)
from nnbyhand.activations.softmax import softmax

ACTIVATIONS = (linear, sigmoid, tanh, relu, leaky_relu, elu, gelu, silu, softmax)
"""All activations of the guide, with the default slope and alpha.

Example:
    >>> [activation.name for activation in nn.ACTIVATIONS][:4]
    ['linear', 'sigmoid', 'tanh', 'ReLU']

Chapter: activations.
"""
