"""Neural networks in NumPy, one idea per module.

An activation gives its value, its slope at the pre-activation z, and its backward pass:

    >>> import numpy as np
    >>> import nnbyhand as nn
    >>> z = np.array([-2.0, 0.0, 2.0])
    >>> nn.relu(z)
    array([0., 0., 2.])
    >>> nn.relu.derivative(z)
    array([0., 0., 1.])
    >>> nn.relu.backward(z, upstream=[10.0, 20.0, 30.0])
    array([ 0.,  0., 30.])

A gradient is right if the differences of its function agree:

    >>> report = nn.gradient_check(lambda z: nn.tanh(z).sum(), z, nn.tanh.derivative(z))
    >>> report.relative_error < 1e-8
    True
"""

from nnbyhand import shapes
from nnbyhand.activation_base import Activation, Elementwise
from nnbyhand.activation_facts import Facts
from nnbyhand.activation_softmax import softmax
from nnbyhand.activations import (
    ACTIVATIONS,
    ELU,
    LeakyReLU,
    elu,
    gelu,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    silu,
    tanh,
)
from nnbyhand.errors import InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.gradient_check import GradientReport, gradient_check

__all__ = [
    "ACTIVATIONS",
    "ELU",
    "Activation",
    "Elementwise",
    "Facts",
    "GradientReport",
    "InputError",
    "InputTypeError",
    "InputValueError",
    "LeakyReLU",
    "ShapeError",
    "elu",
    "gelu",
    "gradient_check",
    "leaky_relu",
    "linear",
    "relu",
    "shapes",
    "sigmoid",
    "silu",
    "softmax",
    "tanh",
]
