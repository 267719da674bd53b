"""Batch and layer normalization: mean 0 and variance 1, then a learned scale and shift.

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
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import keep
from nnbyhand.errors import ShapeError
from nnbyhand.layers.base import Arrays, Forward, Layer, Mode, Parameter, sum_over_examples
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

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return gamma, which starts at 1, and beta, which starts at 0."""
        return Parameter("gamma", (inputs,), start=1.0), Parameter("beta", (inputs,), start=0.0)


@dataclass(frozen=True)
class BatchNorm(Normalization):
    """Gives every feature mean 0 and variance 1 over the batch, then a learned scale and shift.

        n = (x - mean) / sqrt(variance + epsilon)        y = gamma n + beta

    In training, mean and variance are those of the batch. Running statistics follow them,

        running = (1 - momentum) * running + momentum * batch

    and take their place in use, where an example's result must not depend on other examples. As in
    PyTorch, the batch is divided by its biased deviation (m examples, divided by m), while the
    running variance follows the unbiased one (divided by m - 1). Keras calls 1 minus this momentum
    "momentum".

    A bias just before this layer has no effect, because the mean takes it out; beta replaces it.

    Attributes:
        momentum: Share of the newest batch in the running statistics, between 0 and 1.
        epsilon: Added to the variance, above 0: a constant feature is not divided by 0.

    Raises:
        InputTypeError: If an attribute is not a real number.
        InputValueError: If one is outside its range.
        ShapeError: In training, if the batch has fewer than two examples.

    Source: Ioffe and Szegedy 2015, algorithms 1 and 2.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.normalization import BatchNorm
        >>> from nnbyhand.layers.base import Mode
        >>> gamma, beta, mean, variance = np.array([[2.0], [5.0], [0.0], [1.0]])
        >>> x = np.array([[1.0], [3.0]])  # mean 2, variance 1, unbiased 2
        >>> forward = BatchNorm().forward((gamma, beta), (mean, variance), x, Mode(training=True))
        >>> forward.outputs.round(3)
        array([[3.],
               [7.]])
        >>> forward.statistics  # 0.9 * 0 + 0.1 * 2, and 0.9 * 1 + 0.1 * 2
        (array([0.2]), array([1.1]))

    Chapter: regularization.
    """

    axis = EXAMPLES

    momentum: float | int = 0.1
    epsilon: float | int = 1e-5

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> Forward:
        """Normalize by the batch in training and move the statistics, else normalize by those."""
        if mode.training:
            _require_two_examples(x)
            center = mean(x, EXAMPLES)
            away = x - center
            variance = mean(away * away, EXAMPLES)
            statistics = self._follow(statistics, center, variance, x.shape[EXAMPLES])
        else:
            center, variance = (array[..., None, :] for array in statistics)
            away = x - center
        s = np.sqrt(variance + self.epsilon)
        n = away / s
        return Forward(scale_and_shift(n, parameters), Normalized(n, s, mode.training), statistics)

    def _follow(
        self,
        statistics: Arrays,
        center: Float[Array, "*batch 1 inputs"],
        variance: Float[Array, "*batch 1 inputs"],
        examples: int,
    ) -> tuple[Float[Array, "*networks inputs"], Float[Array, "*networks inputs"]]:
        """Return new running statistics, moved towards those of the batch."""
        unbiased = variance * (examples / (examples - 1))
        running_mean, running_variance = statistics
        kept = 1 - self.momentum
        return (
            kept * running_mean + self.momentum * center[..., 0, :],
            kept * running_variance + self.momentum * unbiased[..., 0, :],
        )

    def statistics(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the running mean, which starts at 0, and variance, which starts at 1."""
        running_mean = Parameter("running mean", (inputs,), start=0.0)
        return running_mean, Parameter("running variance", (inputs,), start=1.0)

    def __post_init__(self) -> None:
        """Check both attributes and keep them as Python floats."""
        hint = "The running statistics move by this share towards each batch; the default is 0.1."
        keep(self, momentum=float_between("momentum", self.momentum, 0.0, 1.0, hint))
        keep(self, epsilon=checked_epsilon(self.epsilon))


@dataclass(frozen=True)
class LayerNorm(Normalization):
    """Gives every example mean 0 and variance 1 over its features, then a learned scale and shift.

        n = (x - mean) / sqrt(variance + epsilon)        y = gamma n + beta

    Mean and variance belong to one example, so that training and use are the same, a batch may be
    of any size, and there are no running statistics. The variance is the biased one, divided by the
    number of features. gamma and beta belong to features, as in batch normalization.

    Attributes:
        epsilon: Added to the variance, above 0: equal features are not divided by 0.

    Raises:
        InputTypeError: If ``epsilon`` is not a real number.
        InputValueError: If it is not above 0 and finite.
        ShapeError: When a network is built, if there is only one feature.

    Source: Ba, Kiros and Hinton 2016, section 3.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.base import Mode
        >>> from nnbyhand.layers.normalization import LayerNorm
        >>> gamma, beta = np.array([2.0, 2.0]), np.array([5.0, 5.0])
        >>> x = np.array([[1.0, 3.0], [60.0, 20.0]])  # n is -1, 1 and 1, -1
        >>> LayerNorm().forward((gamma, beta), (), x, Mode()).outputs.round(3)
        array([[3., 7.],
               [7., 3.]])

    Chapter: vanishing-gradients.
    """

    axis = FEATURES

    epsilon: float | int = 1e-5

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> Forward:
        """Normalize every row, as `Layer` says."""
        away = x - mean(x, FEATURES)
        s = np.sqrt(mean(away * away, FEATURES) + self.epsilon)
        n = away / s
        return Forward(scale_and_shift(n, parameters), Normalized(n, s, from_x=True))

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return gamma, which starts at 1, and beta, which starts at 0.

        Raises:
            ShapeError: If there is only one feature.
        """
        if inputs < 2:  # noqa: PLR2004  (one feature is its own mean)
            got, expected = f"shape (examples, {inputs})", "shape (examples, 2) or wider"
            hint = "A single feature minus its own mean is 0: leave this layer out."
            raise ShapeError("inputs of LayerNorm", got, expected, hint)
        return super().parameters(inputs)

    def __post_init__(self) -> None:
        """Check epsilon and keep it as a Python float."""
        keep(self, epsilon=checked_epsilon(self.epsilon))


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


def _require_two_examples(x: Float[Array, "*batch inputs"]) -> None:
    if x.shape[EXAMPLES] < 2:  # noqa: PLR2004  (one example has no variance)
        expected = "shape (..., examples, features) with at least 2 examples in training"
        hint = "Choose a batch size that leaves no example alone, or use layer normalization."
        raise ShapeError("x", f"shape {x.shape}", expected, hint)
