"""Where ten layers of tanh units end up from three starts, and what a sigmoid needs."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.initialization.experiments.signals import (
    EXAMPLES,
    WIDTH,
    Weights,
    backward,
    draw,
    forward,
)
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

SHOWN = (1, 4, 7, 10)
BINS = 31
STARTS = {"std 0.01": nn.Normal(0.01), "std 1/8": nn.LeCun(), "std 1": nn.Normal(1)}
FLAT = 0.99
"""A tanh beyond it has a slope below 0.02."""


@dataclass(frozen=True)
class Outputs:
    """The outputs of ten layers of 64 tanh units, pooled over units, examples and networks.

    Attributes:
        counts: By start, how many outputs of layer 1, 4, 7 and 10 lie in each of 31 bins from -1 to
            1; the largest count of a layer is 1.
        small, fitting, large: The standard deviation in layer 10 from each start.
        small_first: The same in layer 1 from the small start.
        flat: Percent of the outputs in layer 10 beyond 0.99 from the large start.
    """

    counts: dict[str, Float[Array, "shown bins"]]
    small: float
    small_first: float
    fitting: float
    large: float
    flat: float


@experiment
def tanh_outputs(seeds: int = 100) -> Outputs:
    """Send standard normal numbers through ten tanh layers from three starts."""
    first = np.random.default_rng(0).standard_normal((seeds, EXAMPLES, WIDTH)).astype(np.float32)
    made = {}
    for name, rule in STARTS.items():
        weights = draw(rule, seeds)
        sums = forward(nn.tanh, weights, first)
        made[name] = [nn.tanh(z) for z in sums[1:]]
    small, fitting, large = (outputs[-1] for outputs in made.values())
    return Outputs(
        counts={
            name: np.array([_counts(outputs[layer - 1]) for layer in SHOWN])
            for name, outputs in made.items()
        },
        small=float(small.std()),
        small_first=float(made["std 0.01"][0].std()),
        fitting=float(fitting.std()),
        large=float(large.std()),
        flat=percent(np.abs(large) > FLAT),
    )


def _counts(outputs: Float[Array, "networks examples width"]) -> Float[Array, " bins"]:
    counts, _ = np.histogram(outputs, bins=BINS, range=(-1, 1))
    return np.asarray(counts / counts.max())


@dataclass(frozen=True)
class SigmoidGain:
    """Gradients ten layers down and signals ten layers up, in networks of sigmoid units.

    Attributes:
        plain: Median over the networks of the variance of gradients at layer 1, where that at layer
            10 is 1, by LeCun's rule.
        gain_4: Median variance of gradients at layer 1 with weights four times as large.
        centered: Median variance of gradients at layer 1 with weights four times as large, and
            biases that take away half the sum of a unit's weights.
        tanh: The same for tanh units by LeCun's rule.
        alike: Median share of the variance of the sums in layer 10 that lies between the examples,
            by LeCun's rule; the rest lies between units that answer every example alike.
    """

    plain: float
    gain_4: float
    centered: float
    tanh: float
    alike: float


@experiment
def sigmoid_gain(seeds: int = 100) -> SigmoidGain:
    """Send gradients down ten layers of 64 sigmoid units, with a gain of 1 and of 4."""
    rng = np.random.default_rng(0)
    first, last = rng.standard_normal((2, seeds, EXAMPLES, WIDTH))
    weights = [w.astype(np.float64) for w in draw(nn.LeCun(), seeds)]
    fourfold = [4 * w for w in weights]
    plain = forward(nn.sigmoid, weights, first)
    # With z twice as large, a sigmoid is half of 1 + tanh: see the last exercise.
    centered = [2 * z for z in forward(nn.tanh, weights, first)]
    between = plain[-1].var(axis=1).mean(axis=1) / np.square(plain[-1]).mean(axis=(1, 2))
    return SigmoidGain(
        plain=_ratio(nn.sigmoid, weights, plain, last),
        gain_4=_ratio(nn.sigmoid, fourfold, forward(nn.sigmoid, fourfold, 2 * first), last),
        centered=_ratio(nn.sigmoid, fourfold, centered, last),
        tanh=_ratio(nn.tanh, weights, forward(nn.tanh, weights, first), last),
        alike=float(np.median(between)),
    )


def _ratio(
    activation: nn.Elementwise,
    weights: Weights,
    sums: list[Float[Array, "networks examples width"]],
    last: Float[Array, "networks examples width"],
) -> float:
    slopes = backward(activation, weights, sums, last)
    low, high = (np.square(each).mean(axis=(1, 2)) for each in (slopes[0], slopes[-1]))
    return float(np.median(low / high))
