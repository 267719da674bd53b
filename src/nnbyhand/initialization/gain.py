"""How much an activation shrinks signals: the factor that weights must make up for."""

from __future__ import annotations

import math

import numpy as np

from nnbyhand.activations.base import Activation, Elementwise
from nnbyhand.errors import InputTypeError

_FAR = 12.0
"""Beyond it lies less than 1e-30 of the normal distribution."""
_NODES = 100


def gain(activation: Activation, *, backward: bool = False) -> float:
    """Return the factor on the weights that keeps signals at unit size through a layer.

    With z standard normal and n weights of variance g**2 / n, the next z has variance
    g**2 E[f(z)**2]. So g = 1 / sqrt(E[f(z)**2]) keeps it at 1; this gives ReLU's sqrt(2). Backward,
    gradients keep their size with g = 1 / sqrt(E[f'(z)**2]).

    PyTorch's ``calculate_gain`` has the same for linear, ReLU and leaky ReLU. For tanh it has 5/3
    (here 1.593 forward and 1.467 backward) and for the sigmoid 1 (here 1.846 and 4.723).

    Args:
        activation: Any but softmax.
        backward: Whether the size of gradients counts, and not that of signals.

    Returns:
        The gain, 1 for the linear activation.

    Raises:
        InputTypeError: If the activation does not treat every number by itself.

    Example:
        >>> from nnbyhand.activations.elementwise import relu
        >>> round(gain(relu) ** 2, 12)
        2.0

    Source: He, Zhang, Ren and Sun 2015, arXiv:1502.01852, equations 7 to 10 and 13 to 14.
    Chapter: initialization.
    """
    if not isinstance(activation, Elementwise):
        hint = "Softmax stands at the output, where no further layer asks for signals of unit size."
        raise InputTypeError("activation", f"{activation!r}", "an elementwise activation", hint)
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    # Both sides of 0 apart: on each of them even a ReLU is smooth.
    right = _FAR * (nodes + 1) / 2
    z = np.concatenate([-right, right])
    shares = np.tile(_FAR * weights / 2, 2) * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    f = activation.derivative(z) if backward else activation(z)
    return 1 / math.sqrt(float(np.sum(shares * f**2)))
