"""Sigmoid and tanh, the activations that squash any number into a short range, and their slopes.

Both take exponentials of -|z| only. Those are at most 1, so large inputs end in the right limit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.activations import facts as activation_facts
from nnbyhand.activations.base import Elementwise, Reals
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Sigmoid(Elementwise):
    """1 / (1 + exp(-z)), the logistic function: any number becomes one between 0 and 1.

    For z < 0 it is written exp(z) / (exp(z) + 1): one exponential, of -|z|, serves both sides.

        >>> nn.sigmoid([-1000, 0, 1000])
        array([0. , 0.5, 1. ])

    Chapter: activations.
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

    def _backward(self, z: Reals, output: Reals, upstream: Reals) -> Reals:  # noqa: ARG002
        return upstream * (output * (1 - output))


@dataclass(frozen=True)
class Tanh(Elementwise):
    """The hyperbolic tangent, 2 sigmoid(2z) - 1: any number becomes one between -1 and 1.

        >>> nn.tanh.derivative([0, 1000])
        array([1., 0.])

    Chapter: activations.
    """

    name = "tanh"
    facts = activation_facts.TANH

    def _value(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        return np.tanh(z)

    def _derivative(self, z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        # 1 - tanh(z)**2, as 1 / cosh(z)**2. For large z, the difference would round to 0 too early.
        e: Array = np.exp(-np.abs(z))
        return (2 * e / (1 + e * e)) ** 2

    def _backward(self, z: Reals, output: Reals, upstream: Reals) -> Reals:  # noqa: ARG002
        # Where the output has been rounded to its limit, this slope is 0, unlike the one above.
        return upstream * (1 - output * output)
