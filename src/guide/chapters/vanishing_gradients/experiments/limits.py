"""Where gradients end: layers of dead ReLUs, and numbers too small for a float."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.vanishing_gradients.experiments.networks import LOSS, Deep, lamp
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

WIDTHS = (2, 4, 8)


@dataclass(frozen=True)
class Blocked:
    """Networks of ReLU layers through which nothing passes, for no example.

    Attributes:
        networks: How many networks of each width there were.
        depths: Numbers of hidden layers, from 1 on.
        percent: Percent of the networks that are blocked, for each width and depth.
        percent[0, 9]: Percent blocked with 2 units in each of 10 hidden layers.
        percent[1, 9]: Percent blocked with 4 units in each of 10 hidden layers.
        percent[2, 9]: Percent blocked with 8 units in each of 10 hidden layers.
        percent[1, 29]: Percent blocked with 4 units in each of 30 hidden layers.
        percent[2, 29]: Percent blocked with 8 units in each of 30 hidden layers.
    """

    networks: int
    depths: Float[Array, " depths"]
    percent: Float[Array, "widths depths"]


@experiment
def blocked(seeds: int = 400, depth: int = 30) -> Blocked:
    """Draw ReLU networks with He's rule, and count those whose every output is 0 from a layer on.

    Biases start at 0. A row that is 0 in one layer stays 0 in all later ones, and no blame comes
    back through it.
    """
    x, rng = lamp().x, np.random.default_rng(0)
    shares = np.empty((len(WIDTHS), depth))
    for row, width in zip(shares, WIDTHS, strict=True):
        a = np.broadcast_to(x, (seeds, *x.shape))
        for layer in range(depth):
            a = nn.relu(a @ nn.He()((seeds, a.shape[-1], width), rng=rng))
            row[layer] = percent((a == 0).all(axis=(1, 2)))
    return Blocked(seeds, np.arange(1.0, depth + 1), shares)


@dataclass(frozen=True)
class Underflow:
    """Where sigmoid gradients leave float32.

    Attributes:
        layers: Median number of hidden layers after which the whole gradient at a layer's weights
            is exactly 0.
        still: Percent of the weights in the first of ten hidden layers that a step of learning rate
            1 leaves as they are, median over the networks.
        smallest: The smallest number above 0.
        quarters: The least n for which 0.25 to the n is 0.
        quarters_16: The least n for which 0.25 to the n is 0 in float16.
        quarters_64: The least n for which 0.25 to the n is 0 in float64.
    """

    layers: float
    still: float
    smallest: float
    quarters: int
    quarters_16: int
    quarters_64: int


@experiment
def underflow(seeds: int = 100, depth: int = 90) -> Underflow:
    """Send the blame through 90 sigmoid layers, and step once with ten, all in float32."""
    flow = Deep(nn.sigmoid, depth=depth, dtype=np.float32).flow(seeds)
    alive = (flow.weights > 0).sum(axis=0)
    counts = [_quarters(kind) for kind in (np.float32, np.float16, np.float64)]
    smallest = float(np.finfo(np.float32).smallest_subnormal)
    return Underflow(float(np.median(alive)), _still(seeds), smallest, *counts)


def _still(seeds: int) -> float:
    network, (x, y) = Deep(nn.sigmoid, dtype=np.float32).drawn(seeds), lamp()
    made = network.forward(x)
    step = network.backward(made, LOSS.gradient(made.outputs, y)).parameters
    same = network.cut(network.parameters - step)[0][0] == network.arrays[0][0]
    return float(np.median(100 * same.mean(axis=(1, 2))))


def _quarters(kind: type[np.floating]) -> int:
    left, count = kind(1), 0
    while left > 0:
        left, count = kind(left * kind(0.25)), count + 1
    return count
