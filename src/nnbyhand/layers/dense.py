"""The dense layer: every output is a weighted sum of all inputs, plus a bias."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import keep, whole_number
from nnbyhand.errors import ShapeError
from nnbyhand.layers.base import Arrays, Layer, Mode, Parameter, sum_over_examples
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Dense(Layer):
    """z = x @ W + b, with one column of W and one entry of b per unit.

    With u for the gradient of the loss with respect to z, the gradients are::

        W: x.T @ u        b: the sum of the rows of u        x: u @ W.T

    Attributes:
        inputs: Numbers per example that come in.
        units: Numbers per example that come out, one from each neuron.

    Raises:
        InputTypeError: If one of them is not a whole number.
        InputValueError: If one of them is below 1.

    Example:
        >>> layer = Dense(2, 3)
        >>> [(array.name, array.shape) for array in layer.parameters(2)]
        [('weights', (2, 3)), ('biases', (3,))]

    Chapter: forward-propagation.
    """

    inputs: int
    units: int

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> tuple[Float[Array, "..."], Any, Arrays]:
        """Compute x @ W + b, as `Layer` says."""
        weights, biases = parameters
        # In an ensemble the biases need an axis for the examples: (networks, 1, units).
        row = biases if biases.ndim == 1 else biases[..., None, :]
        sums = x @ weights
        sums += row
        return sums, x, ()

    def backward(
        self,
        parameters: Arrays,
        cache: Float[Array, "*data inputs"],
        upstream: Float[Array, "*batch units"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch inputs"] | None:
        """Fill the gradients of W and b and return that of x, as `Layer` says."""
        x, (weights, _) = cache, parameters
        np.matmul(x.mT, upstream, out=gradient[0])
        sum_over_examples(upstream, out=gradient[1])
        return upstream @ weights.mT if to_inputs else None

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the weights, shape (inputs, units), and the biases, shape (units,).

        Raises:
            ShapeError: If another number of inputs comes in.
        """
        if inputs != self.inputs:
            got, expected = f"shape (examples, {inputs})", f"shape (examples, {self.inputs})"
            hint = f"Make it Dense({inputs}, {self.units}), or change what comes before it."
            raise ShapeError(f"inputs of Dense({self.inputs}, {self.units})", got, expected, hint)
        weights = Parameter("weights", (self.inputs, self.units), is_weight=True)
        return weights, Parameter("biases", (self.units,), start=0.0)

    def outputs(self, inputs: int) -> int:
        """Return the number of units."""
        return self.units

    def __post_init__(self) -> None:
        """Check both widths and keep them as Python ints."""
        hint = "Dense(2, 3) turns 2 inputs per example into 3 outputs."
        keep(self, inputs=whole_number("inputs", self.inputs, 1, hint))
        keep(self, units=whole_number("units", self.units, 1, hint))
