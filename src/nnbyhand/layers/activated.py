"""An activation as a layer: it learns nothing, and bends what passes through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jaxtyping import Float

from nnbyhand.activations.base import Activation
from nnbyhand.activations.facts import Gives
from nnbyhand.layers.base import Arrays, Layer, Mode
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Activated(Layer):
    """An activation between two layers; a network wraps each activation that it is given.

    Attributes:
        activation: The function applied to what comes in.

    Example:
        >>> from nnbyhand.activations.elementwise import relu
        >>> Activated(relu).outputs(8)
        8

    Chapter: forward-propagation.
    """

    activation: Activation

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> tuple[Float[Array, "..."], Any, Arrays]:
        """Apply the activation, as `Layer` says; x is the pre-activation that the books call z."""
        output = self.activation.value_at(x)
        return output, (x, output), ()

    def backward(
        self,
        parameters: Arrays,
        cache: tuple[Float[Array, "*batch inputs"], Float[Array, "*batch inputs"]],
        upstream: Float[Array, "*batch inputs"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch inputs"] | None:
        """Multiply by the slope, or by softmax's Jacobian, as `Layer` says."""
        if not to_inputs:
            return None
        z, output = cache  # quicker than *cache, which costs a small network a twentieth of a step
        return self.activation.gradient_at(z, output, upstream)

    @property
    def gives(self) -> Gives:
        """What the activation gives."""
        return self.activation.facts.gives
