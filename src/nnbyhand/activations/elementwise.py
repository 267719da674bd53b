"""Activations that treat every number by itself, each with its derivative beside it.

No formula here overflows: exponentials are taken of numbers that are at most 0, so large inputs
end in the right limit and not in a warning, in float32 as in float64.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from nnbyhand.activations import facts as activation_facts
from nnbyhand.activations.base import Elementwise, Reals
from nnbyhand.activations.facts import Facts
from nnbyhand.arguments import keep
from nnbyhand.shapes import Array, float_between


@dataclass(frozen=True)
class Linear(Elementwise):
    """z itself: the output may be any number, and nothing bends.

    Example:
        >>> nn.linear([-1, 2])
        array([-1.,  2.])

    Chapter: activations.
    """

    name = "linear"
    facts = activation_facts.LINEAR

    def value_at(self, z: Reals) -> Reals:
        return z.copy()

    def slope_at(self, z: Reals) -> Reals:
        return np.ones_like(z)


@dataclass(frozen=True)
class Sigmoid(Elementwise):
    """1 / (1 + exp(-z)), the logistic function: any number becomes one between 0 and 1.

    For z < 0 it is written exp(z) / (exp(z) + 1): one exponential, of -|z|, serves both sides.

    Example:
        >>> nn.sigmoid([-1000, 0, 1000])
        array([0. , 0.5, 1. ])

    Chapter: activations.
    """

    name = "sigmoid"
    facts = activation_facts.SIGMOID

    def value_at(self, z: Reals) -> Reals:
        e: Array = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def slope_at(self, z: Reals) -> Reals:
        # sigmoid(z) * sigmoid(-z). For large z, 1 - sigmoid(z) would round to 0 too early.
        e: Array = np.exp(-np.abs(z))
        return e / (1 + e) ** 2

    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        return upstream * (output * (1 - output))


@dataclass(frozen=True)
class Tanh(Elementwise):
    """The hyperbolic tangent, 2 sigmoid(2z) - 1: any number becomes one between -1 and 1.

    Example:
        >>> nn.tanh.derivative([0, 1000])
        array([1., 0.])

    Chapter: activations.
    """

    name = "tanh"
    facts = activation_facts.TANH

    def value_at(self, z: Reals) -> Reals:
        return np.tanh(z)

    def slope_at(self, z: Reals) -> Reals:
        # 1 - tanh(z)**2, as 1 / cosh(z)**2. For large z, the difference would round to 0 too early.
        e: Array = np.exp(-np.abs(z))
        return (2 * e / (1 + e * e)) ** 2

    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        # Where the output has been rounded to its limit, this slope is 0, unlike the one above.
        return upstream * (1 - output * output)


@dataclass(frozen=True)
class ReLU(Elementwise):
    """The larger of z and 0. The slope at 0, where there is a kink, is taken as 0.

    Example:
        >>> nn.relu([-1, 2])
        array([0., 2.])

    Chapter: activations.
    """

    name = "ReLU"
    facts = activation_facts.RELU

    def value_at(self, z: Reals) -> Reals:
        return np.maximum(z, 0)

    def slope_at(self, z: Reals) -> Reals:
        return np.heaviside(z, 0.0)

    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        return upstream * np.sign(output)


@dataclass(frozen=True)
class LeakyReLU(Elementwise):
    """z for z > 0, else slope * z. The slope at 0 is taken from the left.

    Attributes:
        slope: The slope for z <= 0, between 0 and 1.

    Raises:
        InputValueError: If ``slope`` is not strictly between 0 and 1.

    Example:
        >>> nn.LeakyReLU(slope=0.1)([-1, 2])
        array([-0.1,  2. ])

    Chapter: activations.
    """

    slope: float | int = 0.01

    name = "leaky ReLU"
    facts = activation_facts.LEAKY_RELU

    def value_at(self, z: Reals) -> Reals:
        leaked: Array = self.slope * z
        return np.maximum(z, leaked)

    def slope_at(self, z: Reals) -> Reals:
        return np.maximum(np.heaviside(z, 0.0), self.slope)

    def __post_init__(self) -> None:
        """Check the slope and keep it as a Python float."""
        hint = "A slope of 0 is nn.relu, a slope of 1 is nn.linear."
        keep(self, slope=float_between("slope", self.slope, 0.0, 1.0, hint))


@dataclass(frozen=True)
class ELU(Elementwise):
    """z for z > 0, else alpha * (exp(z) - 1). The slope at 0 is taken from the left: alpha.

    Attributes:
        alpha: The output falls towards -alpha. Only with 1 are the slopes on both sides of 0 equal.

    Raises:
        InputValueError: If ``alpha`` is not above 0 and finite.

    Example:
        >>> nn.ELU(alpha=2).derivative([0, 2])
        array([2., 1.])

    Chapter: activations.
    """

    alpha: float | int = 1.0

    name = "ELU"

    def value_at(self, z: Reals) -> Reals:
        return np.where(z > 0, z, self.alpha * np.expm1(np.minimum(z, 0)))

    def slope_at(self, z: Reals) -> Reals:
        return np.where(z > 0, 1, self.alpha * np.exp(np.minimum(z, 0)))

    @property
    def facts(self) -> Facts:
        """What is known about this activation; its range depends on alpha."""
        return replace(activation_facts.ELU, range=(-self.alpha, np.inf))

    def __post_init__(self) -> None:
        """Check alpha and keep it as a Python float."""
        hint = "An alpha of 0 is nn.relu."
        keep(self, alpha=float_between("alpha", self.alpha, 0.0, np.inf, hint))


@dataclass(frozen=True)
class GELU(Elementwise):
    """z times the probability that a standard normal number is below z (exact, no tanh in it).

    Example:
        >>> nn.gelu([-10, 0, 10]).round(4)
        array([-0.,  0., 10.])

    Chapter: activations.
    """

    name = "GELU"
    facts = activation_facts.GELU

    def value_at(self, z: Reals) -> Reals:
        return _damped(z, normal_probability(z)).astype(z.dtype)

    def slope_at(self, z: Reals) -> Reals:
        return (normal_probability(z) + _damped(z, normal_density(z))).astype(z.dtype)


@dataclass(frozen=True)
class SiLU(Elementwise):
    """z times sigmoid(z), also called Swish.

    Example:
        >>> nn.silu([-1, 1]).round(4)
        array([-0.2689,  0.7311])

    Chapter: activations.
    """

    name = "SiLU"
    facts = activation_facts.SILU

    def value_at(self, z: Reals) -> Reals:
        return _damped(z, sigmoid(z))

    def slope_at(self, z: Reals) -> Reals:
        return sigmoid(z) + _damped(z, sigmoid.derivative(z))


def _damped(z: Reals, factor: Reals) -> Reals:
    """Multiply z by a factor that dies out faster than z grows: 0 wins, even over infinity."""
    return np.where(factor == 0, 0, z) * factor


# NumPy has no error function. C's is called number by number: slow, but right to the last digits.
_erfc = np.frompyfunc(math.erfc, 1, 1)


def normal_probability(z: Reals) -> Reals:
    """Return the probability that a standard normal number lies below ``z``, in float64.

    It is erfc(-z / sqrt(2)) / 2. The more common (1 + erf(z / sqrt(2))) / 2 would lose all digits
    of the small probabilities on the left.
    """
    twice: Array = np.asarray(_erfc(-math.sqrt(0.5) * z.astype(np.float64)), dtype=np.float64)
    return twice / 2


def normal_density(z: Reals) -> Reals:
    """Return the standard normal density exp(-z**2 / 2) / sqrt(2 pi), in float64."""
    wide = z.astype(np.float64)
    with np.errstate(over="ignore"):  # a square beyond the largest float is inf; exp makes it 0
        bell: Array = np.exp(-wide * wide / 2)
    return bell / math.sqrt(2 * math.pi)


linear = Linear()
sigmoid = Sigmoid()
tanh = Tanh()
relu = ReLU()
leaky_relu = LeakyReLU()
elu = ELU()
gelu = GELU()
silu = SiLU()
