"""How steep activations are on average, where a normal number comes in."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn

_FAR = 12.0  # beyond it lies less than 1e-30 of the normal distribution
_NODES = 100


@dataclass(frozen=True)
class Slopes:
    """The slope of an activation at a standard normal number.

    Attributes:
        steepest: The largest slope of all.
        mean: The average slope at a standard normal number.
        mean_square: The square of the slope on average.
        root: The square root of that: what a layer with weights of unit gain leaves of a gradient.
        balance: 1 over the mean square: the number that n Var[w] must be.
        gain: The gain that keeps the blame: the root of 1 over the mean square of the slope.
    """

    steepest: float
    mean: float
    mean_square: float
    root: float
    balance: float
    gain: float


def expected(activation: nn.Elementwise, deviation: float = 1.0) -> Slopes:
    """Average slopes over a normal number by Gauss-Legendre quadrature on either side of 0."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    right = _FAR * (nodes + 1) / 2
    z = np.concatenate([-right, right])
    shares = np.tile(_FAR * weights / 2, 2) * np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    slope = activation.derivative(deviation * z)
    mean, square = float(shares @ slope), float(shares @ slope**2)
    steepest = float(activation.derivative(np.linspace(-_FAR, _FAR, 4801)).max())
    return Slopes(steepest, mean, square, square**0.5, 1 / square, square**-0.5)


def sigmoid_slopes() -> Slopes:
    """Average the slope of the sigmoid over a standard normal number, by quadrature."""
    return expected(nn.sigmoid)


def tanh_slopes() -> Slopes:
    """Average the slope of tanh over a standard normal number, by quadrature."""
    return expected(nn.tanh)


def relu_slopes() -> Slopes:
    """Average the slope of ReLU over a standard normal number, by quadrature."""
    return expected(nn.relu)
