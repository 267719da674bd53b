"""Networks of three sizes on ten points of a noisy sine: too small, fitting, too large."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

SIZES = {"small": (1,), "fitting": (3,), "large": (16, 16)}
"""Hidden units, layer by layer."""
NOISE = 0.4


def noise() -> float:
    """Square the standard deviation of the noise on the sine."""
    return NOISE**2


@dataclass(frozen=True)
class Fits:
    """Networks of three sizes, each trained on the same ten points per seed.

    Attributes:
        seeds: How many sets of points there were.
        shown: Which of them is drawn: of those on which the large network's training loss is not
            above its median, the one on which its validation loss is closest to its median.
        points: Inputs and targets of that set, as two columns.
        grid: Inputs to draw over.
        curves: The outputs of the three networks there, for that set.
        train, validation: Quartiles over the seeds of the mean squared error, epoch by epoch.
        worse: Percent of the seeds on which the large network ends worse than the fitting one.
        validation[0, -1, 1]: Median validation loss of the small network at the end.
        validation[2, -1, 1]: Median validation loss of the large network at the end.
        train[2, -1, 1]: Median training loss of the large network at the end.
    """

    seeds: int
    shown: int
    points: Float[Array, "points 2"]
    grid: Float[Array, " grid"]
    curves: Float[Array, "3 grid"]
    train: Float[Array, "3 epochs 3"]
    validation: Float[Array, "3 epochs 3"]
    worse: float

    @property
    def large_best(self) -> float:
        """The lowest point of the large network's median validation loss."""
        return float(self.validation[2, :, 1].min())

    @property
    def large_best_epoch(self) -> int:
        """The epoch with the lowest median validation loss of the large network."""
        return int(self.validation[2, :, 1].argmin()) + 1


@experiment
def fits(seeds: int = 100, points: int = 10, epochs: int = 300) -> Fits:
    """Train networks of 1, 3 and 16 + 16 tanh units on ten noisy points of a sine."""
    (x, y), held_out = _waves(seeds, points, 21), _waves(seeds, 25, 22)
    results = [_trained(hidden, (x, y), held_out, epochs) for hidden in SIZES.values()]
    ends = [np.asarray(result.history.validation_loss)[-1] for result in results]
    learned = results[2].history.loss[-1]
    away = np.abs(ends[2] - np.median(ends[2]))
    shown = int(np.where(learned <= np.median(learned), away, np.inf).argmin())
    grid = np.linspace(-np.pi, np.pi, 201)
    curves = [result.network(grid[:, None])[shown, :, 0] for result in results]
    histories = [(result.history.loss, result.history.validation_loss) for result in results]
    losses = quartiles(np.array(histories))
    return Fits(
        seeds=seeds,
        shown=shown,
        points=np.concatenate([x[shown], y[shown]], axis=1),
        grid=grid,
        curves=np.array(curves),
        train=losses[:, 0],
        validation=losses[:, 1],
        worse=percent(ends[2] > ends[1]),
    )


def _trained(
    hidden: tuple[int, ...],
    points: tuple[Float[Array, "seeds points 1"], Float[Array, "seeds points 1"]],
    held_out: tuple[Float[Array, "seeds points 1"], Float[Array, "seeds points 1"]],
    epochs: int,
) -> nn.Training:
    x, y = points
    rng, sizes = np.random.default_rng(23), (1, *hidden, 1)
    network = nn.MLP(sizes, hidden=nn.tanh, networks=(len(x),), rng=rng, dtype=np.float32)
    choices: dict[str, Any] = {"loss": nn.mse, "optimizer": nn.Adam(0.05), "epochs": epochs}
    return nn.train(network, x, y, validation=held_out, rng=rng, **choices)


def _waves(
    seeds: int, points: int, seed: int
) -> tuple[Float[Array, "seeds points 1"], Float[Array, "seeds points 1"]]:
    rng = np.random.default_rng(seed)
    x = np.tile(np.linspace(-np.pi, np.pi, points)[:, None], (seeds, 1, 1))
    return x, np.sin(x) + NOISE * rng.standard_normal(x.shape)
