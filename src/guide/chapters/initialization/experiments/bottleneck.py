"""Fan-in, fan-out and the mean of both in a network that narrows and widens again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

SIZES = (256, 64, 4, 64, 256)
EXAMPLES = 8
FLAT = 0.99


class FanOut(nn.LeCun):
    """Variance 1 / outputs: LeCun's rule with the wrong length of the weights' shape."""

    def std(self, inputs: int, outputs: int) -> float:
        """Return sqrt(1 / outputs)."""
        return super().std(outputs, inputs)


RULES = {"fan-in": nn.LeCun(), "fan-out": FanOut(), "Glorot": nn.Glorot()}

Quartiles = Float[Array, "layers 3"]


@dataclass(frozen=True)
class Bottleneck:
    """Linear networks of 256, 64, 4, 64 and 256 units.

    Attributes:
        sums: By rule, the quartiles over the networks of the variance of each layer, the inputs
            first; inputs have variance 1.
        gradients: The same for the slopes of the loss at each layer, the inputs first; at the
            outputs they have variance 1.
        sums[fan-out][2, 1]: The median variance in the narrow layer with the variance 1 / n_out.
        sums.Glorot[2, 1]: The median variance in the narrow layer by Glorot's rule.
        gradients[fan-in][2, 1]: The median variance of gradients in the narrow layer with the
            variance 1 / n_in.
    """

    sums: dict[str, Quartiles]
    gradients: dict[str, Quartiles]


@experiment
def bottleneck(seeds: int = 100) -> Bottleneck:
    """Send numbers forward and gradients backward through a linear network with a narrow waist."""
    sums, gradients = {}, {}
    for name, rule in RULES.items():
        rng = np.random.default_rng(0)
        weights = [rule((seeds, *pair), rng=rng) for pair in pairwise(SIZES)]
        up = [rng.standard_normal((seeds, EXAMPLES, SIZES[0]))]
        down = [rng.standard_normal((seeds, EXAMPLES, SIZES[-1]))]
        for w in weights:
            up.append(up[-1] @ w)
        for w in reversed(weights):
            down.insert(0, down[0] @ w.mT)
        sums[name], gradients[name] = _quartiles(up), _quartiles(down)
    return Bottleneck(sums, gradients)


@dataclass(frozen=True)
class Saturated:
    """Percent of the outputs of 4 tanh units beyond 0.99, behind 400 inputs of variance 1.

    Attributes:
        fan_out: Percent of the outputs beyond 0.99 with variances by the number of outputs.
        fan_in: Percent of the outputs beyond 0.99 with variances by the number of inputs.
    """

    fan_in: float
    fan_out: float


@experiment
def saturated(seeds: int = 100) -> Saturated:
    """Count the tanh outputs beyond 0.99 in a layer of 400 inputs and 4 units."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((100, 400))
    found = []
    for rule in (nn.LeCun(), FanOut()):
        outputs = nn.tanh(x @ rule((seeds, 400, 4), rng=rng))
        found.append(percent(np.abs(outputs) > FLAT))
    return Saturated(*found)


def _quartiles(layers: Sequence[Float[Array, "networks examples units"]]) -> Quartiles:
    squares = [np.square(layer).mean(axis=(1, 2)) for layer in layers]
    return quartiles(squares)
