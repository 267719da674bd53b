"""Batch normalization: each feature is measured against the other examples of its batch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import ShapeError
from nnbyhand.layers.base import Arrays, Forward, Mode, Parameter
from nnbyhand.layers.normalization import (
    EXAMPLES,
    Normalization,
    Normalized,
    checked_epsilon,
    mean,
    scale_and_shift,
)
from nnbyhand.shapes import Array, float_between


@dataclass(frozen=True)
class BatchNorm(Normalization):
    """Gives every feature mean 0 and variance 1 over the batch, then a learned scale and shift.

        n = (x - mean) / sqrt(variance + epsilon)        y = gamma n + beta

    In training, mean and variance are those of the batch. Running statistics follow them,

        running = (1 - momentum) * running + momentum * batch

    and take their place in use, where an example's result shall not depend on other examples. As in
    PyTorch, the batch is divided by its biased deviation (m examples, divided by m), while the
    running variance follows the unbiased one (divided by m - 1). Keras calls 1 minus this momentum
    "momentum".

    A bias just before this layer has no effect, because the mean takes it out; beta replaces it.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.batch_normalization import BatchNorm
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

    Source: Ioffe and Szegedy 2015, algorithms 1 and 2.

    Attributes:
        momentum: Share of the newest batch in the running statistics, between 0 and 1.
        epsilon: Added to the variance, above 0: a constant feature is not divided by 0.

    Raises:
        InputTypeError: If an attribute is not a real number.
        InputValueError: If one is outside its range.
        ShapeError: In training, if the batch has fewer than two examples.
    """

    axis = EXAMPLES

    momentum: float | int = 0.1
    epsilon: float | int = 1e-5

    def __post_init__(self) -> None:
        """Check both attributes and keep them as Python floats."""
        hint = "The running statistics move by this share towards each batch; the default is 0.1."
        momentum = float_between("momentum", self.momentum, 0.0, 1.0, hint)
        object.__setattr__(self, "momentum", momentum)
        object.__setattr__(self, "epsilon", checked_epsilon(self.epsilon))

    def statistics(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the running mean, which starts at 0, and variance, which starts at 1."""
        mean = Parameter("running mean", (inputs,), start=0.0)
        return mean, Parameter("running variance", (inputs,), start=1.0)

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
        keep = 1 - self.momentum
        return (
            keep * running_mean + self.momentum * center[..., 0, :],
            keep * running_variance + self.momentum * unbiased[..., 0, :],
        )


def _require_two_examples(x: Float[Array, "*batch inputs"]) -> None:
    if x.shape[EXAMPLES] < 2:  # noqa: PLR2004  (one example has no variance)
        expected = "shape (..., examples, features) with at least 2 examples in training"
        hint = "Choose a batch size that leaves no example alone, or use layer normalization."
        raise ShapeError("x", f"shape {x.shape}", expected, hint)
