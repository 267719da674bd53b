"""How large signals and gradients are, layer by layer, for every rule and every activation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

WIDTH = 64
DEPTH = 10
EXAMPLES = 4
ACTIVATIONS = tuple(each for each in nn.ACTIVATIONS if isinstance(each, nn.Elementwise))
RULES: dict[str, nn.Initialization] = {
    "std 1": nn.Normal(1),
    "He": nn.He(),
    "He, uniform": nn.He(uniform=True),
    "LeCun, Glorot": nn.LeCun(),  # the same rule for layers with as many outputs as inputs
    "Glorot, uniform": nn.Glorot(uniform=True),
    "orthogonal": nn.orthogonal,
    "std 0.01": nn.Normal(0.01),
    "own gain": nn.LeCun(),  # times the gain of the activation
}

Weights = Sequence[Float[Array, "networks width width"]]
Quartiles = Float[Array, "depths 3"]


@dataclass(frozen=True)
class Signals:
    """Variances in networks of ten layers of 64 units, over units and examples.

    The sums z of a layer before the first are standard normal. Gradients start, behind the last
    layer, as standard normal numbers.

    Attributes:
        sums: By activation and rule, the quartiles over the networks of the variance of the sums
            z, for layer 0 to 10.
        gradients: The same for the slopes of the loss at the sums of layer 1 to 10, where the
            variance of the last layer is 1.
        sums[ReLU, He][-1, 1]: The median variance after ten ReLU layers by He's rule.
        gradients[ReLU, He][0, 1]: The median variance of gradients ten layers down, by He's rule
            with ReLU.
        sums[tanh, LeCun, Glorot][-1, 1]: The median variance after ten tanh layers by LeCun's rule.
        gradients[tanh, own gain][0, 1]: The median variance of gradients ten layers down, for tanh
            with its own gain.
        sums[GELU, He][-1, 1]: The median variance after ten GELU layers by He's rule.
        gradients[sigmoid, LeCun, Glorot][0, 1]: The median variance of gradients ten layers down,
            for the sigmoid by LeCun's rule.
        sums[linear, std 1][-1, 1]: The median variance after ten linear layers of standard normal
            weights.
    """

    sums: dict[tuple[str, str], Quartiles]
    gradients: dict[tuple[str, str], Quartiles]

    @property
    def relu_lecun(self) -> float:
        """How many times smaller the median variance is after ten ReLU layers by LeCun's rule."""
        return 1 / float(self.sums["ReLU", "LeCun, Glorot"][-1, 1])


@experiment
def signals(seeds: int = 100) -> Signals:
    """Send numbers forward and gradients backward through ten layers of 64 units."""
    rng = np.random.default_rng(0)
    first = rng.standard_normal((seeds, EXAMPLES, WIDTH)).astype(np.float32)
    last = rng.standard_normal((seeds, EXAMPLES, WIDTH)).astype(np.float32)
    sums: dict[tuple[str, str], Quartiles] = {}
    gradients: dict[tuple[str, str], Quartiles] = {}
    for name, rule in RULES.items():
        drawn = draw(rule, seeds)
        for activation in ACTIVATIONS:
            weights = drawn
            if name == "own gain":
                weights = [np.float32(nn.gain(activation)) * w for w in drawn]
            passed = forward(activation, weights, first)
            slopes = backward(activation, weights, passed, last)
            key = activation.name, name
            sums[key] = _quartiles(passed)
            gradients[key] = _quartiles(slopes) / _quartiles(slopes)[-1, 1]
    return Signals(sums, gradients)


def draw(rule: nn.Initialization, seeds: int) -> Weights:
    """Draw the weights of ten layers by a rule."""
    rng = np.random.default_rng(1)
    shape = (seeds, WIDTH, WIDTH)
    return [rule(shape, rng=rng).astype(np.float32) for _ in range(DEPTH)]


def forward(
    activation: nn.Elementwise, weights: Weights, first: Float[Array, "networks examples width"]
) -> list[Float[Array, "networks examples width"]]:
    """Return the sums z of each layer, the given ones first."""
    sums = [first]
    for w in weights:
        sums.append(activation(sums[-1]) @ w)
    return sums


def backward(
    activation: nn.Elementwise,
    weights: Weights,
    sums: Sequence[Float[Array, "networks examples width"]],
    last: Float[Array, "networks examples width"],
) -> list[Float[Array, "networks examples width"]]:
    """Return the slopes of the loss at the sums of layer 1 to the last."""
    slopes: list[Array] = []
    flow = last
    for w, z in zip(reversed(weights), reversed(sums), strict=False):
        slopes.insert(0, activation.backward(z, flow))
        flow = slopes[0] @ w.mT
    return slopes


def _quartiles(layers: Sequence[Float[Array, "networks examples width"]]) -> Quartiles:
    """Return, for each layer, the quartiles over the networks of the mean square."""
    squares = [np.square(layer, dtype=np.float64).mean(axis=(1, 2)) for layer in layers]
    return quartiles(squares)
