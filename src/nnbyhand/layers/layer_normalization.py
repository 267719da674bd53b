"""Layer normalization: each feature is measured against the other features of its example."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import ShapeError
from nnbyhand.layers.base import Arrays, Forward, Mode, Parameter
from nnbyhand.layers.normalization import (
    FEATURES,
    Normalization,
    Normalized,
    checked_epsilon,
    mean,
    scale_and_shift,
)
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class LayerNorm(Normalization):
    """Gives every example mean 0 and variance 1 over its features, then a learned scale and shift.

        n = (x - mean) / sqrt(variance + epsilon)        y = gamma n + beta

    Mean and variance belong to one example, so that training and use are the same, a batch may be
    of any size, and there are no running statistics. The variance is the biased one, divided by the
    number of features. gamma and beta belong to features, as in batch normalization.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.base import Mode
        >>> from nnbyhand.layers.layer_normalization import LayerNorm
        >>> gamma, beta = np.array([2.0, 2.0]), np.array([5.0, 5.0])
        >>> x = np.array([[1.0, 3.0], [60.0, 20.0]])  # n is -1, 1 and 1, -1
        >>> LayerNorm().forward((gamma, beta), (), x, Mode()).outputs.round(3)
        array([[3., 7.],
               [7., 3.]])

    Chapter: vanishing-gradients.

    Source: Ba, Kiros and Hinton 2016, section 3.

    Attributes:
        epsilon: Added to the variance, above 0: equal features are not divided by 0.

    Raises:
        InputTypeError: If ``epsilon`` is not a real number.
        InputValueError: If it is not above 0 and finite.
        ShapeError: When a network is built, if there is only one feature.
    """

    axis = FEATURES

    epsilon: float | int = 1e-5

    def __post_init__(self) -> None:
        """Check epsilon and keep it as a Python float."""
        object.__setattr__(self, "epsilon", checked_epsilon(self.epsilon))

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

    def forward(
        self,
        parameters: Arrays,
        statistics: Arrays,  # noqa: ARG002  (as the next but one: other layers need it)
        x: Float[Array, "*batch inputs"],
        mode: Mode,  # noqa: ARG002
    ) -> Forward:
        """Normalize every row, as `Layer` says."""
        away = x - mean(x, FEATURES)
        s = np.sqrt(mean(away * away, FEATURES) + self.epsilon)
        n = away / s
        return Forward(scale_and_shift(n, parameters), Normalized(n, s, from_x=True))
