"""Penalties: a price on large weights, added to the loss.

    total = loss + penalty(parameters, weight_mask)

The loss is a mean over examples, so the price is the same for a batch of any size. Biases are
free: the mask says which of the parameters are weights.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import keep, not_negative
from nnbyhand.errors import InputTypeError, ShapeError
from nnbyhand.shapes import Array, Numbers, as_reals


@dataclass(frozen=True)
class Penalty(ABC):
    """A price on weights, and its gradient.

    Attributes:
        strength: What the sum over the weights is multiplied with, at least 0.

    Raises:
        InputTypeError: If ``strength`` is not a real number.
        InputValueError: If ``strength`` is negative or not finite.

    Example:
        >>> from nnbyhand.training.penalties import L1, L2, Penalty
        >>> [isinstance(kind(0.1), Penalty) for kind in (L1, L2)]
        [True, True]

    Chapter: regularization.
    """

    strength: float | int

    def __call__(self, parameters: Numbers, weight_mask: Numbers) -> Float[Array, "*networks"]:
        """Return the price, one number for each network.

        Args:
            parameters: Shape (parameters,), or (*networks, parameters).
            weight_mask: True for a weight, False for a bias; shape (parameters,).

        Returns:
            Shape (*networks,); an array without axes for one network.

        Raises:
            InputTypeError: If parameters are not real numbers, or the mask not made of booleans.
            ShapeError: If the mask does not have one entry for each parameter.
        """
        return self._value(_weights(parameters, weight_mask))

    def gradient(
        self, parameters: Numbers, weight_mask: Numbers
    ) -> Float[Array, "*networks parameters"]:
        """Return the gradient with respect to ``parameters``, in their shape; 0 for biases.

        Arguments and errors are those of the call.
        """
        return self._gradient(_weights(parameters, weight_mask))

    @abstractmethod
    def _value(self, w: Float[Array, "*networks parameters"]) -> Float[Array, "*networks"]: ...

    @abstractmethod
    def _gradient(
        self, w: Float[Array, "*networks parameters"]
    ) -> Float[Array, "*networks parameters"]: ...

    def __post_init__(self) -> None:
        """Check the strength and keep it as a Python float."""
        hint = "With 0 weights cost nothing, with 1e-4 little."
        strength = not_negative("strength", self.strength, hint)
        keep(self, strength=strength)


@dataclass(frozen=True)
class L2(Penalty):
    """Half the strength times the sum of the squared weights; its gradient is strength * w.

    Thanks to the 1/2, plain gradient descent makes it weight decay: besides following the loss, a
    step multiplies each weight by 1 - rate * strength. Under Adam the two differ: it divides this
    gradient, too, by the recent size of all gradients, so that a weight with large ones hardly
    decays, while AdamW decays all weights alike (Loshchilov and Hutter 2019).

    PyTorch's SGD adds the same gradient as ``weight_decay``, but to biases too. Keras leaves the
    1/2 out: its ``L2(k)`` is ``L2(2 * k)`` here.

    Source: Krogh and Hertz 1991.

    Example:
        >>> from nnbyhand.training.penalties import L2
        >>> L2(0.5)([3.0, -4.0, 9.0], [True, True, False])  # 0.5 / 2 * (9 + 16)
        array(6.25)
        >>> L2(0.5).gradient([3.0, -4.0, 9.0], [True, True, False])
        array([ 1.5, -2. ,  0. ])

    Chapter: regularization.
    """

    def _value(self, w: Float[Array, "*networks parameters"]) -> Float[Array, "*networks"]:
        with np.errstate(over="ignore"):  # beyond the largest float, the price is infinite
            return np.asarray(self.strength / 2 * np.square(w).sum(axis=-1))

    def _gradient(
        self, w: Float[Array, "*networks parameters"]
    ) -> Float[Array, "*networks parameters"]:
        return self.strength * w


@dataclass(frozen=True)
class L1(Penalty):
    """The strength times the sum of the weights' sizes; its gradient is strength * sign(w).

    The pull towards 0 does not fade as a weight gets small, so many weights end near 0. At 0,
    where there is a kink, the slope is taken as 0.

    Source: Tibshirani 1996.

    Example:
        >>> from nnbyhand.training.penalties import L1
        >>> L1(0.5)([3.0, -4.0, 9.0], [True, True, False])  # 0.5 * (3 + 4)
        array(3.5)
        >>> L1(0.5).gradient([3.0, -4.0, 9.0], [True, True, False])
        array([ 0.5, -0.5,  0. ])

    Chapter: regularization.
    """

    def _value(self, w: Float[Array, "*networks parameters"]) -> Float[Array, "*networks"]:
        with np.errstate(over="ignore"):
            return np.asarray(self.strength * np.abs(w).sum(axis=-1))

    def _gradient(
        self, w: Float[Array, "*networks parameters"]
    ) -> Float[Array, "*networks parameters"]:
        return self.strength * np.sign(w)


def _weights(parameters: Numbers, weight_mask: Numbers) -> Float[Array, "*networks parameters"]:
    """Return the parameters, with 0 for everything that is not a weight."""
    array, mask = as_reals("parameters", parameters), np.asarray(weight_mask)
    if mask.dtype != np.bool_:
        hint = "A network offers its own as network.weight_mask."
        raise InputTypeError("weight_mask", f"dtype {mask.dtype}", "booleans", hint)
    if mask.ndim != 1 or mask.shape != array.shape[-1:]:
        expected = f"shape (parameters,) for parameters of shape {array.shape}"
        hint = "Give the mask one entry for each parameter; all networks share it."
        raise ShapeError("weight_mask", f"shape {mask.shape}", expected, hint)
    return np.where(mask, array, 0)
