"""The nine activations of the guide, each with its derivative beside it.

No formula here overflows: exponentials are taken of numbers that are at most 0, so large inputs
end in the right limit and not in a warning, in float32 as in float64.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from nnbyhand import activation_facts
from nnbyhand.activation_base import Elementwise, SlopeFromOutput
from nnbyhand.activation_facts import Facts
from nnbyhand.activation_softmax import softmax
from nnbyhand.normal_distribution import normal_density, normal_probability
from nnbyhand.shapes import Array, float_between


@dataclass(frozen=True)
class Linear(Elementwise):
    """z itself: the output may be any number, and nothing bends."""

    name = "linear"
    facts = activation_facts.LINEAR

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return z.copy()

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.ones_like(z)


@dataclass(frozen=True)
class Sigmoid(SlopeFromOutput):
    """1 / (1 + exp(-z)), the logistic function: any number becomes one between 0 and 1.

    For z < 0 it is written exp(z) / (exp(z) + 1): one exponential, of -|z|, serves both sides.
    """

    name = "sigmoid"
    facts = activation_facts.SIGMOID

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        e: Array = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        # sigmoid(z) * sigmoid(-z). For large z, 1 - sigmoid(z) would round to 0 too early.
        e: Array = np.exp(-np.abs(z))
        return e / (1 + e) ** 2

    def _slope_at(self, output: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return output * (1 - output)


@dataclass(frozen=True)
class Tanh(SlopeFromOutput):
    """The hyperbolic tangent, 2 sigmoid(2z) - 1: any number becomes one between -1 and 1."""

    name = "tanh"
    facts = activation_facts.TANH

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.tanh(z)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        # 1 - tanh(z)**2, as 1 / cosh(z)**2. For large z, the difference would round to 0 too early.
        e: Array = np.exp(-np.abs(z))
        return (2 * e / (1 + e * e)) ** 2

    def _slope_at(self, output: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return 1 - output * output


@dataclass(frozen=True)
class ReLU(SlopeFromOutput):
    """The larger of z and 0. The slope at 0, where there is a kink, is taken as 0."""

    name = "ReLU"
    facts = activation_facts.RELU

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.maximum(z, 0)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.heaviside(z, 0.0)

    def _slope_at(self, output: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.sign(output)


@dataclass(frozen=True)
class LeakyReLU(Elementwise):
    """z for z > 0, else slope * z. The slope at 0 is taken from the left.

    Attributes:
        slope: The slope for z <= 0, between 0 and 1.

    Raises:
        InputValueError: If ``slope`` is not strictly between 0 and 1.
    """

    slope: float | int = 0.01

    name = "leaky ReLU"
    facts = activation_facts.LEAKY_RELU

    def __post_init__(self) -> None:
        """Check the slope and keep it as a Python float."""
        hint = "A slope of 0 is nn.relu, a slope of 1 is nn.linear."
        object.__setattr__(self, "slope", float_between("slope", self.slope, 0.0, 1.0, hint))

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        leaked: Array = self.slope * z
        return np.maximum(z, leaked)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.maximum(np.heaviside(z, 0.0), self.slope)


@dataclass(frozen=True)
class ELU(Elementwise):
    """z for z > 0, else alpha * (exp(z) - 1). The slope at 0 is taken from the left: alpha.

    Attributes:
        alpha: The output falls towards -alpha. Only with 1 are the slopes on both sides of 0 equal.

    Raises:
        InputValueError: If ``alpha`` is not above 0 and finite.
    """

    alpha: float | int = 1.0

    name = "ELU"

    def __post_init__(self) -> None:
        """Check alpha and keep it as a Python float."""
        hint = "An alpha of 0 is nn.relu."
        object.__setattr__(self, "alpha", float_between("alpha", self.alpha, 0.0, math.inf, hint))

    @property
    def facts(self) -> Facts:
        """What is known about this activation; its range depends on alpha."""
        return replace(activation_facts.ELU, range=(-self.alpha, math.inf))

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.where(z > 0, z, self.alpha * np.expm1(np.minimum(z, 0)))

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.where(z > 0, 1, self.alpha * np.exp(np.minimum(z, 0)))


@dataclass(frozen=True)
class GELU(Elementwise):
    """z times the probability that a standard normal number is below z (exact, no tanh in it)."""

    name = "GELU"
    facts = activation_facts.GELU

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return _damped(z, normal_probability(z)).astype(z.dtype)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        slope = normal_probability(z) + _damped(z, normal_density(z))
        return slope.astype(z.dtype)


@dataclass(frozen=True)
class SiLU(Elementwise):
    """z times sigmoid(z), also called Swish."""

    name = "SiLU"
    facts = activation_facts.SILU

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return _damped(z, sigmoid(z))

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return sigmoid(z) + _damped(z, sigmoid.derivative(z))


def _damped(z: Float[Array, "*shape"], factor: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Multiply z by a factor that dies out faster than z grows: 0 wins, even over infinity."""
    return np.where(factor == 0, 0, z) * factor


linear = Linear()
sigmoid = Sigmoid()
tanh = Tanh()
relu = ReLU()
leaky_relu = LeakyReLU()
elu = ELU()
gelu = GELU()
silu = SiLU()

ACTIVATIONS = (linear, sigmoid, tanh, relu, leaky_relu, elu, gelu, silu, softmax)
