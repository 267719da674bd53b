"""Dropout: in training, leave out a random part of the numbers that reach the next layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import keep
from nnbyhand.errors import InputTypeError
from nnbyhand.layers.base import Arrays, Forward, Layer, Mode
from nnbyhand.shapes import Array, float_between


@dataclass(frozen=True)
class Dropout(Layer):
    """In training x times a random mask, in use x itself.

    An entry of the mask is 0 with probability ``rate``, else 1 / (1 - rate). So its mean is 1, and
    the next layer sees sums of the same mean in training and in use ("inverted" dropout; the paper
    shrinks the weights after training instead).

        y = x * mask        dL/dx = dL/dy * mask

    Every example has its own mask, and so has every network of an ensemble. Where the networks
    share x, because no layer with parameters comes before, they share the mask too.

    Attributes:
        rate: The probability that a number is dropped, between 0 and 1.

    Raises:
        InputTypeError: If ``rate`` is not a real number; in training, if there is no generator.
        InputValueError: If ``rate`` is not strictly between 0 and 1.

    Source: Srivastava et al. 2014, section 4 and, on the factor, section 10.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.dropout import Dropout
        >>> from nnbyhand.layers.base import Mode
        >>> x = np.ones((2, 4))
        >>> mode = Mode(training=True, rng=np.random.default_rng(0))
        >>> Dropout(0.5).forward((), (), x, mode).outputs
        array([[2., 0., 0., 0.],
               [2., 2., 2., 2.]])

    Chapter: regularization.
    """

    rate: float | int

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> Forward:
        """Multiply by a new mask, or hand x through; the cache is the mask, or None."""
        if not mode.training:
            return Forward(x, None)
        mask = self._mask(x, mode.rng)
        return Forward(x * mask, mask)

    def backward(
        self,
        parameters: Arrays,
        cache: Float[Array, "..."] | None,
        upstream: Float[Array, "*batch outputs"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch outputs"] | None:
        """Multiply by the mask of the forward pass."""
        if not to_inputs:
            return None
        return upstream if cache is None else upstream * cache

    def _mask(
        self, x: Float[Array, "*batch inputs"], rng: np.random.Generator | None
    ) -> Float[Array, "*batch inputs"]:
        if rng is None:
            hint = "Dropout draws at random in training: pass rng=np.random.default_rng(0)."
            raise InputTypeError("rng", "None", "a numpy.random.Generator", hint)
        # Drawn in float64 for every dtype, so that one seed means one mask.
        kept = rng.random(x.shape) >= self.rate
        return kept.astype(x.dtype) / (1 - self.rate)

    def __post_init__(self) -> None:
        """Check the rate and keep it as a Python float."""
        hint = "A rate of 0 drops nothing: leave the layer out. At 1 nothing would come through."
        keep(self, rate=float_between("rate", self.rate, 0.0, 1.0, hint))
