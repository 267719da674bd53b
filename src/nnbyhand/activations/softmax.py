"""Softmax, the activation that turns a row of scores into probabilities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.activations import facts as activation_facts
from nnbyhand.activations.base import Activation, Reals
from nnbyhand.shapes import Array, Numbers, as_reals, require_rows, require_same_shape


@dataclass(frozen=True)
class Softmax(Activation):
    """exp(z_i) divided by the sum of exp(z_j) over the row: positive numbers that sum to 1.

    Rows lie along the last axis and do not touch each other. Each output depends on every entry
    of its row, so there is a ``jacobian`` instead of a ``derivative``.

    A score of minus infinity has probability 0, and a single score of plus infinity has
    probability 1. Where the limit depends on the way there (several scores of plus infinity, or
    nothing but minus infinity), the row is NaN, and only that row.

    Source: Bridle 1990.

    Example:
        >>> nn.softmax([[1.0, 1.0], [1000.0, 0.0]])
        array([[0.5, 0.5],
               [1. , 0. ]])

    Chapter: activations.
    """

    name = "softmax"
    facts = activation_facts.SOFTMAX

    def value_at(self, z: Reals) -> Reals:
        weights: Array = np.exp(_behind_the_leader(z))
        total: Array = weights.sum(axis=-1, keepdims=True)
        return weights / total

    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        average: Array = (output * upstream).sum(axis=-1, keepdims=True)
        return output * (upstream - average)

    def __call__(self, z: Numbers) -> Float[Array, "*rows classes"]:
        """Return the probabilities, in the shape of ``z``.

        Raises:
            InputTypeError: If ``z`` does not hold real numbers.
            ShapeError: If ``z`` has no axis, or none along the last one.
        """
        scores = as_reals("z", z)
        require_rows("z", scores)
        return self.value_at(scores)

    def jacobian(self, z: Numbers) -> Float[Array, "*rows classes classes"]:
        """Return the derivative of output i with respect to score j, at ``[..., i, j]``.

        It is p_i (1 - p_i) on the diagonal and -p_i p_j off it, so it is symmetric, and its rows
        sum to 0: a shift of all scores changes nothing.

        Raises:
            InputTypeError: If ``z`` does not hold real numbers.
            ShapeError: If ``z`` has no axis, or none along the last one.
        """
        p = self(z)
        same = np.eye(p.shape[-1], dtype=p.dtype)
        return p[..., :, None] * (same - p[..., None, :])

    def backward(self, z: Numbers, upstream: Numbers) -> Float[Array, "*rows classes"]:
        """Carry the gradient of a loss from the probabilities back to the scores.

        The product with the Jacobian, worked out so that no Jacobian is built: each probability
        times how far its upstream gradient lies above the row's average, weighted by p.

        Args:
            z: The scores that the forward pass used.
            upstream: Gradient of the loss with respect to the output, in the shape of ``z``.

        Returns:
            The gradient with respect to ``z``.

        Raises:
            InputTypeError: If an argument does not hold real numbers.
            ShapeError: If the two shapes differ, or ``z`` has no rows.
        """
        scores = as_reals("z", z)
        p = self(scores)
        gradient = as_reals("upstream", upstream)
        require_same_shape("upstream", gradient, "z", p)
        return self.gradient_at(scores, p, gradient)


def _behind_the_leader(z: Float[Array, "*rows classes"]) -> Float[Array, "*rows classes"]:
    """Subtract the largest score of its row from every score.

    Softmax stays the same, and no exponential can overflow: the largest is exp(0) = 1.
    """
    leader: Array = z.max(axis=-1, keepdims=True)
    if np.isinf(leader).any():
        return _behind_the_leader(_settle_infinite_rows(z, leader))
    with np.errstate(over="ignore"):  # a gap beyond the largest float is -inf; exp makes it 0
        return np.subtract(z, leader)


def _settle_infinite_rows(
    z: Float[Array, "*rows classes"], leader: Float[Array, "*rows 1"]
) -> Float[Array, "*rows classes"]:
    """Replace each row led by an infinite score by finite scores with the same limit.

    A lone leader gets score 0 and the others minus infinity; several make the whole row NaN.
    """
    leads = z == leader
    alone = leads.sum(axis=-1, keepdims=True) == 1
    settled = np.where(alone, np.where(leads, 0, -np.inf), np.nan)
    return np.where(np.isinf(leader), settled, z).astype(z.dtype)


softmax = Softmax()
