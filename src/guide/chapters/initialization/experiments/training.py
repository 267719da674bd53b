"""The loss after a fixed number of steps, for several first weights and depths."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

DEPTHS = (2, 4, 8)
WIDTH = 12
STEPS = 50
BATCH = 16
NEW_POINTS = 100
SGD = nn.SGD(0.1)
ACTIVATIONS = (nn.relu, nn.tanh)
RULES = ("std 0.01", "Glorot", "own gain", "std 1")


@dataclass(frozen=True)
class Losses:
    """Cross-entropy on new points after 50 steps, each on 16 points not seen before.

    Attributes:
        by: By activation and rule, the quartiles over the networks for each depth. A network that
            diverged counts as infinitely bad.
        diverged: By activation and rule, the percentage of diverged networks for each depth.
        by[ReLU, Glorot][-1, 1]: The median for eight ReLU layers by Glorot's rule.
        by[ReLU, own gain][-1, 1]: The median for eight ReLU layers by He's rule, which has the gain
            of ReLU.
        by[ReLU, std 1][0, 1]: The median for two ReLU layers of standard normal weights.
        by[ReLU, own gain][0, 1]: The median for two ReLU layers by He's rule.
        diverged[ReLU, std 1][-1]: Percent of the networks of eight ReLU layers and standard normal
            weights that diverge.
    """

    by: Mapping[tuple[str, str], Float[Array, "depths 3"]]
    diverged: Mapping[tuple[str, str], Float[Array, " depths"]]

    @property
    def small(self) -> float:
        """The median for eight layers and weights of standard deviation 0.01, larger activation."""
        return max(float(self.by[each.name, "std 0.01"][-1, 1]) for each in ACTIVATIONS)


@experiment
def budget(seeds: int = 100) -> Losses:
    """Train networks for 50 steps to tell two circles apart, and test them on 100 new points."""
    by, diverged = {}, {}
    for activation in ACTIVATIONS:
        for name in RULES:
            ends = [_end(seeds, activation, name, depth) for depth in DEPTHS]
            key = activation.name, name
            # A mean of a finite and an infinite loss would be infinite, so take the nearest loss.
            by[key] = np.percentile(ends, [25, 50, 75], axis=1, method="nearest").T
            diverged[key] = 100 * np.isinf(ends).mean(axis=1)
    return Losses(by, diverged)


@dataclass(frozen=True)
class WithAdam:
    """Median losses for eight ReLU layers trained with Adam.

    Attributes:
        glorot: Median loss from Glorot's rule.
        he: Median loss from He's rule.
        small: Median loss from weights of standard deviation 0.01.
    """

    small: float
    glorot: float
    he: float


@experiment
def with_adam(seeds: int = 100) -> WithAdam:
    """Train eight ReLU layers for 50 steps with Adam at 0.01, and test them on 100 new points."""
    ends = [_end(seeds, nn.relu, name, DEPTHS[-1], nn.Adam(0.01)) for name in RULES[:3]]
    return WithAdam(*(float(np.median(each)) for each in ends))


def _rule(name: str, activation: nn.Elementwise) -> nn.Initialization:
    rules: dict[str, nn.Initialization] = {
        "std 0.01": nn.Normal(0.01),
        "Glorot": nn.Glorot(),
        "own gain": nn.LeCun(gain=nn.gain(activation)),
        "std 1": nn.Normal(1),
    }
    return rules[name]


def _start(
    seeds: int, activation: nn.Elementwise, rule: str, depth: int, rng: np.random.Generator
) -> nn.Network:
    return nn.MLP(
        (2, *[WIDTH] * depth, 1),
        hidden=activation,
        initialization=_rule(rule, activation),
        rng=rng,
        networks=seeds,
        dtype=np.float32,
    )


def _end(
    seeds: int,
    activation: nn.Elementwise,
    rule: str,
    depth: int,
    optimizer: nn.Optimizer = SGD,
) -> Float[Array, " networks"]:
    rng = np.random.default_rng(0)
    points, new = nn.circles(STEPS * BATCH, rng=rng), nn.circles(NEW_POINTS, rng=rng)
    scale = points.x.std()
    network = _start(seeds, activation, rule, depth, rng)
    trained = nn.train(
        network,
        points.x / scale,
        points.y,
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=optimizer,
        epochs=1,
        batch_size=BATCH,
        validation=(new.x / scale, new.y),
        rng=rng,
        on_divergence="mark",
    )
    losses = trained.history.validation_loss
    assert losses is not None  # it was asked for
    return np.where(np.isfinite(losses[-1]), losses[-1], np.inf).astype(np.float64)
