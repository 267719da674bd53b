"""What batch and layer normalization share: mean 0 and variance 1, then a learned scale and shift.

The two do the same along different axes: batch normalization looks at one feature of all examples,
layer normalization at all features of one example. With the mean mu of the numbers looked at, and
their deviation s = sqrt(variance + epsilon),

    n = (x - mu) / s        y = gamma n + beta

How do gradients come back? Change x by a small dx. Then mu moves by mean(dx). From
s**2 = mean((x - mu)**2) + epsilon follows s ds = mean((x - mu) dx), so s moves by mean(n dx), and

    dn = (dx - dmu - n ds) / s = (dx - mean(dx) - n mean(n dx)) / s

The matrix that takes dx to dn is symmetric, so it also takes g = gamma dL/dy back to x:

    dL/dx = (g - mean(g) - n mean(n g)) / s

Ioffe and Szegedy 2015, section 3, reach the same result by way of variance and mean.
"""

from __future__ import annotations

import math
from typing import ClassVar, NamedTuple

import numpy as np
from jaxtyping import Float

from nnbyhand.layers.base import Arrays, Layer, Parameter, sum_over_examples
from nnbyhand.shapes import Array, float_between

EXAMPLES, FEATURES = -2, -1
"""The axes of x, which has shape (examples, features), or more axes before these two."""


class Normalized(NamedTuple):
    """The normalized numbers and their deviation, which the way back needs.

    Attributes:
        n: (x - mu) / s, shape (*networks, examples, features).
        s: The deviation, with length 1 along the axis that was looked at.
        from_x: Whether mu and s were taken from x; if not, they are constants.
    """

    n: Float[Array, "..."]
    s: Float[Array, "..."]
    from_x: bool


class Normalization(Layer):
    """A layer that normalizes, with its learned scale gamma, its shift beta and the way back."""

    axis: ClassVar[int]

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return gamma, which starts at 1, and beta, which starts at 0."""
        return Parameter("gamma", (inputs,), start=1.0), Parameter("beta", (inputs,), start=0.0)

    def backward(
        self,
        parameters: Arrays,
        cache: Normalized,
        upstream: Float[Array, "*batch outputs"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch outputs"] | None:
        """Fill the gradients of gamma and beta and return that of x, as `Layer` says."""
        n, s, from_x = cache
        # All examples share gamma and beta.
        sum_over_examples(upstream * n, out=gradient[0])
        sum_over_examples(upstream, out=gradient[1])
        if not to_inputs:
            return None
        g = upstream * parameters[0][..., None, :]
        if from_x:
            g = g - mean(g, self.axis) - n * mean(n * g, self.axis)
        return np.asarray(g / s)


def mean(batch: Float[Array, "*networks examples features"], axis: int) -> Float[Array, "..."]:
    """Return the mean along EXAMPLES or FEATURES, an axis that stays with length 1."""
    # In an ensemble these axes are short, and einsum adds them up in a fifth of the time.
    total = np.einsum("...ef->...f" if axis == EXAMPLES else "...ef->...e", batch)
    return np.asarray(np.expand_dims(total, axis) / batch.shape[axis])


def scale_and_shift(
    n: Float[Array, "*batch features"], parameters: Arrays
) -> Float[Array, "*networks examples features"]:
    """Return gamma n + beta."""
    # In an ensemble, gamma and beta need an axis for the examples: (networks, 1, features).
    gamma, beta = (array[..., None, :] for array in parameters)
    return gamma * n + beta


def checked_epsilon(epsilon: object) -> float:
    """Return epsilon as a Python float.

    Raises:
        InputTypeError: If it is not a real number.
        InputValueError: If it is not above 0 and finite.
    """
    hint = "It keeps equal numbers from being divided by 0; the default is 1e-5."
    return float_between("epsilon", epsilon, 0.0, math.inf, hint)
