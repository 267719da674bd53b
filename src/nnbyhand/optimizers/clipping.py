"""Gradient clipping: shorten a step that would be too long.

Both functions take the gradient of all parameters as one vector; with a leading axis, one vector
for each network of an ensemble, clipped by itself.
"""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import ShapeError
from nnbyhand.shapes import Array, Numbers, as_reals, float_between

_EPSILON = 1e-6

Number: TypeAlias = float | int | np.floating
"""One real number."""


def clip_by_norm(gradient: Numbers, limit: Number) -> Float[Array, "*networks parameters"]:
    """Scale a gradient that is longer than ``limit`` down to that length; its direction stays.

        gradient * min(1, limit / (norm + 1e-6))        norm = sqrt(sum of squares)

    The 1e-6 keeps a gradient of 0 from being divided by 0, as ``torch.nn.utils.clip_grad_norm_``
    has it; so the result is slightly shorter than ``limit``.

    A gradient with an infinite entry or a NaN has no direction: all its entries become NaN.

    Args:
        gradient: Shape (parameters,), or (*networks, parameters).
        limit: The largest norm allowed, above 0.

    Returns:
        A new array of the same shape and dtype.

    Raises:
        InputTypeError: If an argument is not made of real numbers.
        InputValueError: If ``limit`` is not above 0 and finite.
        ShapeError: If ``gradient`` has no axis.

    Source: Pascanu et al. 2013, algorithm 1.

    Example:
        >>> from nnbyhand.optimizers.clipping import clip_by_norm
        >>> clip_by_norm([3.0, 4.0], limit=1.0).round(3)  # its norm is 5
        array([0.6, 0.8])

    Chapter: gradient-descent.
    """
    array, most = _checked(gradient, limit)
    # Entries above 1 are measured in units of the largest: its square could overflow.
    unit = np.abs(array).max(axis=-1, keepdims=True, initial=1)
    with np.errstate(invalid="ignore"):  # infinity / infinity
        norm = np.sqrt(np.square(array / unit).sum(axis=-1, keepdims=True))
    return np.asarray(array * np.minimum(1, most / unit / (norm + _EPSILON / unit)))


def clip_by_value(gradient: Numbers, limit: Number) -> Float[Array, "*networks parameters"]:
    """Bring every entry that lies outside -limit ... limit to the nearer end.

    The direction changes, unlike with `clip_by_norm`. Same as
    ``torch.nn.utils.clip_grad_value_``. A NaN stays NaN.

    Args:
        gradient: Shape (parameters,), or (*networks, parameters).
        limit: The largest size of an entry allowed, above 0.

    Returns:
        A new array of the same shape and dtype.

    Raises:
        InputTypeError: If an argument is not made of real numbers.
        InputValueError: If ``limit`` is not above 0 and finite.
        ShapeError: If ``gradient`` has no axis.

    Source: Mikolov 2012, as told by Pascanu et al. 2013.

    Example:
        >>> from nnbyhand.optimizers.clipping import clip_by_value
        >>> clip_by_value([3.0, -4.0, 0.5], limit=1.0)
        array([ 1. , -1. ,  0.5])

    Chapter: gradient-descent.
    """
    array, most = _checked(gradient, limit)
    return np.clip(array, -most, most)


def _checked(
    gradient: Numbers, limit: Number
) -> tuple[Float[Array, "*networks parameters"], float]:
    array = as_reals("gradient", gradient)
    if array.ndim == 0:
        hint = "Put the slopes of all parameters in one row: [0.5, -1.0]."
        raise ShapeError("gradient", "shape ()", "shape (..., parameters)", hint)
    hint = "Leave clipping out where gradients need no limit."
    return array, float_between("limit", limit, 0.0, math.inf, hint)
