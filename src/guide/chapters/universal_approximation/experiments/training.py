"""What training finds where weights set by hand are known to do well."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.universal_approximation.experiments import by_hand as exact
from guide.chapters.universal_approximation.experiments.by_hand import ByHand, curve
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

WIDTHS = (4, 8, 16, 32, 64)
EXAMPLES = 33
POINTS = exact.POINTS[::8]
"""Where the error of a trained network is measured."""

BEYOND = np.linspace(-0.5, 1.5, 201)
"""Where trained networks are asked, too, with the interval from 0 to 1 in the middle."""


@dataclass(frozen=True)
class Trained:
    """How far trained networks are from the curve between 0 and 1.

    Attributes:
        widths: The numbers of hidden units.
        errors: The largest distance from the curve, for each width and network.
        by_hand: The same for the network of that width that connects the dots.
        fast_wave: Median percent of the fast wave's height that networks of 16 units have.
        slow_wave: Median percent of the slow wave's height that networks of 16 units have.
        typical: The output of the network of 16 units with the median error.
        beyond: The outputs of the networks of 64 units from -0.5 to 1.5.
    """

    widths: tuple[int, ...]
    errors: Float[Array, "widths networks"]
    by_hand: Float[Array, " widths"]
    fast_wave: float
    slow_wave: float
    typical: Float[Array, " points"]
    beyond: Float[Array, "networks places"]

    @property
    def networks(self) -> int:
        """How many networks were trained at each width."""
        return int(self.errors.shape[1])

    @property
    def median_at_16(self) -> float:
        """The median error at 16 units."""
        return float(np.median(self.errors[self.widths.index(16)]))

    @property
    def median_at_64(self) -> float:
        """The median error at 64 units."""
        return float(np.median(self.errors[self.widths.index(64)]))

    @property
    def best_at_64(self) -> float:
        """The error of the best of the networks with 64 units."""
        return float(self.errors[self.widths.index(64)].min())

    @property
    def better_at_4(self) -> float:
        """Percent of the networks of 4 units that are closer than the one set by hand."""
        return percent(self.errors[0] < self.by_hand[0])

    @property
    def better_from_8(self) -> float:
        """Percent of the networks of 8 units and more that are closer than those set by hand."""
        return percent(self.errors[1:] < self.by_hand[1:, None])


@experiment
def trained(seeds: int = 100, steps: int = 1000) -> Trained:
    """Train ReLU networks by 1,000 steps of Adam on 33 points and measure the largest error."""
    x = np.linspace(0, 1, EXAMPLES)
    ends = [_train(width, x, seeds, steps) for width in WIDTHS]
    outputs = [end(POINTS[:, None])[..., 0] for end in ends]
    errors = np.array([np.abs(output - curve(POINTS)).max(axis=1) for output in outputs])
    middle = WIDTHS.index(16)
    slow, fast = _waves(outputs[middle])
    order = errors[middle].argsort()
    return Trained(
        widths=WIDTHS,
        errors=errors,
        by_hand=np.array([ByHand.dots(width).error() for width in WIDTHS]),
        fast_wave=fast,
        slow_wave=slow,
        typical=outputs[middle][order[len(order) // 2]],
        beyond=ends[-1](BEYOND[:, None])[..., 0],
    )


@dataclass(frozen=True)
class FewExamples:
    """Median errors of networks of 64 units that saw seven points of the curve.

    Attributes:
        seen: The largest error at the points that they were trained on.
        between: The largest error anywhere between 0 and 1.
    """

    seen: float
    between: float


@experiment
def few_examples(seeds: int = 100, steps: int = 1000, examples: int = 7) -> FewExamples:
    """Train networks of 64 ReLUs on seven points of the curve and look between the points."""
    x = np.linspace(0, 1, examples)
    end = _train(WIDTHS[-1], x, seeds, steps)
    seen, between = (
        np.median(np.abs(end(places[:, None])[..., 0] - curve(places)).max(axis=1))
        for places in (x, POINTS)
    )
    return FewExamples(float(seen), float(between))


def _train(width: int, x: Float[Array, " examples"], seeds: int, steps: int) -> nn.Network:
    """Train networks whose corners begin at random places between 0 and 1."""
    rng = np.random.default_rng(0)
    drawn = nn.MLP([1, width, 1], hidden=nn.relu, rng=rng, networks=seeds, dtype=np.float32)
    parameters = drawn.parameters.copy()
    weights = parameters[:, :width]
    parameters[:, width : 2 * width] = -weights * rng.uniform(size=weights.shape)
    return nn.train(
        drawn.with_parameters(parameters),
        x[:, None],
        curve(x)[:, None],
        loss=nn.mse,
        optimizer=nn.Adam(0.01),
        epochs=steps,
        rng=rng,
    ).network


def _waves(outputs: Float[Array, "networks points"]) -> tuple[float, float]:
    """Return the median percentages of the slow and the fast wave, by least squares."""
    waves = [0.3 * np.sin(2 * np.pi * POINTS), -0.2 * np.sin(6 * np.pi * POINTS)]
    parts = np.stack([np.ones_like(POINTS), *waves], axis=1)
    shares = np.linalg.lstsq(parts, outputs.T.astype(float), rcond=None)[0]
    slow, fast = 100 * np.median(shares[1:], axis=1)
    return float(slow), float(fast)
