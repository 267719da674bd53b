"""The deep networks of the chapter on vanishing gradients, many at once, and what flows in them.

All are trained on the staircase lamp with dimmers: points around the four positions of two
switches, each position at -1 or 1.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.layers.base import Arrays
from nnbyhand.shapes import Array

LOSS = nn.binary_cross_entropy_from_logits


class Lamp(NamedTuple):
    """Positions of the two switches, blurred, and whether the lamp shines there."""

    x: Float[Array, "examples 2"]
    y: Float[Array, "examples 1"]


def lamp(examples: int = 16) -> Lamp:
    """Draw positions around -1 and 1 with noise of 0.2; exactly one switch up lights the lamp."""
    data = nn.noisy_xor(examples, noise=0.1, rng=np.random.default_rng(0))
    return Lamp(2 * data.x - 1, data.y.astype(np.float64))


@dataclass(frozen=True)
class Probe(nn.Layer):
    """Passes everything on unchanged, and notes what passes.

    Attributes:
        seen: The numbers of each forward pass, in the order they came.
        heard: The gradients of each backward pass.
    """

    seen: list[Float[Array, "..."]] = field(default_factory=list)
    heard: list[Float[Array, "..."]] = field(default_factory=list)

    def forward(
        self,
        parameters: Arrays,  # noqa: ARG002  (other layers need them)
        statistics: Arrays,  # noqa: ARG002
        x: Float[Array, "*batch inputs"],
        mode: nn.Mode,  # noqa: ARG002
    ) -> tuple[Float[Array, "..."], Any, Arrays]:
        """Note x and return it."""
        self.seen.append(x)
        return x, None, ()

    def backward(
        self,
        parameters: Arrays,  # noqa: ARG002
        cache: Any,  # noqa: ARG002, ANN401  (there is none)
        upstream: Float[Array, "*batch outputs"],
        gradient: Arrays,  # noqa: ARG002
        *,
        to_inputs: bool,  # noqa: ARG002
    ) -> Float[Array, "*batch inputs"] | None:
        """Note the gradient and return it."""
        self.heard.append(upstream)
        return upstream


class Flow(NamedTuple):
    """What one pass forward and one backward leave in each hidden layer.

    Attributes:
        z: The pre-activations of each hidden layer.
        last: The outputs of the last hidden layer.
        blame: The length of the loss's gradient at z, over units and examples.
        weights: The length of its gradient at the weights.
        gradient: The whole gradient.
    """

    z: list[Float[Array, "seeds examples units"]]
    last: Float[Array, "seeds examples units"]
    blame: Float[Array, "layers seeds"]
    weights: Float[Array, "layers seeds"]
    gradient: Float[Array, "seeds parameters"]

    @property
    def ratio(self) -> Float[Array, " seeds"]:
        """The blame in the first hidden layer over that in the last."""
        with np.errstate(invalid="ignore"):
            return np.asarray(np.nan_to_num(self.blame[0] / self.blame[-1]))


@dataclass(frozen=True)
class Deep:
    """A kind of deep network.

    Attributes:
        activation: The activation of every hidden layer.
        gain: How many times 1 / sqrt(inputs) the standard deviation of the weights is.
        normalization: Whether batch or layer normalization stands before each activation.
        residual: Whether hidden layers add to what comes in.
        depth, width: How many hidden layers there are, and how many units in each.
        dtype: Of all numbers.
    """

    activation: nn.Elementwise
    gain: float = 1.0
    normalization: Literal["batch", "layer"] | None = None
    residual: bool = False
    depth: int = 10
    width: int = 8
    dtype: type[np.floating] = np.float64

    def drawn(self, seeds: int, probe: Probe | None = None) -> nn.Network:
        """Draw that many networks, the same ones whether a probe stands in them or not."""
        layers: list[nn.Layer] = []
        noted = [probe] if probe else []
        kinds = {"batch": nn.BatchNorm, "layer": nn.LayerNorm}
        between = [kinds[self.normalization]()] if self.normalization else []
        for inputs, units in pairwise((2, *[self.width] * self.depth)):
            block = nn.Dense(inputs, units), *noted, *between, nn.Activated(self.activation)
            layers += [nn.Residual(*block)] if self.residual and inputs == units else block
        return nn.Network.build(
            *(*layers, *noted, nn.Dense(self.width, 1)),
            rng=np.random.default_rng(0),
            networks=seeds,
            dtype=self.dtype,
            initialization=nn.LeCun(gain=self.gain),
        )

    def flow(self, seeds: int) -> Flow:
        """Send the lamp's examples forward once and the gradient of the loss back."""
        probe, (x, y) = Probe(), lamp()
        network = self.drawn(seeds, probe)
        made = network.forward(x)
        gradient = network.backward(made, LOSS.gradient(made.outputs, y)).parameters
        weights = [arrays[0] for arrays in network.cut(gradient) if _is_dense(arrays)]
        blame = probe.heard[:0:-1]  # the probe behind the last layer is heard first; leave it out
        lengths = _lengths(blame), _lengths(weights[:-1])
        return Flow(probe.seen[:-1], probe.seen[-1], *lengths, gradient)


def _is_dense(arrays: Arrays) -> bool:
    """Tell whether these arrays begin with a matrix for each network."""
    return bool(len(arrays)) and arrays[0].ndim == 3  # noqa: PLR2004  (seeds, inputs, units)


def _lengths(arrays: list[Float[Array, "seeds ..."]]) -> Float[Array, "layers seeds"]:
    # In float32, the square of a very small number would be 0.
    return np.array([np.linalg.norm(each.astype(np.float64), axis=(-2, -1)) for each in arrays])
