"""Four ways in which test examples leak into training or choosing, and what each adds."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.chapters.regularization.experiments.moons import HIDDEN, LOSS, RATE, moons
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array, NDArray

Rows = Float[Array, "networks examples inputs"]


@dataclass(frozen=True)
class Leak:
    """Percent right on the test part with a leak, and without.

    Attributes:
        seeds: How many splits or data sets there were.
        leaked: Quartiles over the seeds with the leak.
        clean: Quartiles without it.
        gain: Mean of the difference, in points.
        error: The standard error of the mean difference.
        leaked[1]: Median percent right on the test part with the leak.
        clean[1]: Median percent right on the test part without the leak.
    """

    seeds: int
    leaked: Float[Array, "3"]
    clean: Float[Array, "3"]
    gain: float
    error: float


@experiment
def scaler(seeds: int = 200, training: int = 30, epochs: int = 60) -> Leak:
    """Train on 30 irises, test on 120; the scaler is fitted on all rows, or on the 30."""
    data, rng = nn.iris(), np.random.default_rng(51)
    order = rng.permuted(np.tile(np.arange(len(data.x)), (seeds, 1)), axis=1)
    x, y = data.x[order], np.eye(3)[data.y[order]]
    right = []
    for fitted_on in (x, x[:, :training]):
        scaled = (x - fitted_on.mean(axis=1, keepdims=True)) / fitted_on.std(axis=1, keepdims=True)
        rng = np.random.default_rng(52)
        network = nn.MLP((4, 16, 3), networks=(seeds,), rng=rng)
        choices: dict[str, Any] = {"loss": nn.cross_entropy_from_logits, "optimizer": nn.Adam(RATE)}
        first = scaled[:, :training], y[:, :training]
        network = nn.train(network, *first, epochs=epochs, rng=rng, **choices).network
        right.append(100 * nn.accuracy(network(scaled[:, training:]), y[:, training:]))
    return _leak(*right)


@experiment
def selection(seeds: int = 100, features: int = 1000, kept: int = 10, test: int = 20) -> Leak:
    """Choose 10 of 1,000 columns of pure noise by all 50 rows, or by 30, and train a unit on 30."""
    rng = np.random.default_rng(53)
    x = rng.standard_normal((seeds, 50, features), dtype=np.float32)
    y = np.tile(np.arange(50.0) % 2, (seeds, 1))[..., None]
    right = []
    for seen in (50, 50 - test):
        chosen = np.take_along_axis(x, _closest(x[:, :seen], y[:, :seen], kept)[:, None], axis=2)
        rng = np.random.default_rng(54)
        unit = nn.MLP((kept, 1), networks=(seeds,), rng=rng)
        right.append(_right(unit, chosen, y, 50 - test, nn.Adam(0.05), rng))
    return _leak(*right)


def _closest(x: Rows, y: Rows, kept: int) -> Int[NDArray[np.integer], "networks kept"]:
    """Return the columns that are most correlated with the labels, whatever the sign."""
    away = x - x.mean(axis=1, keepdims=True)
    together = (away * (y - y.mean(axis=1, keepdims=True))).sum(axis=1)
    return np.argsort(-np.abs(together) / np.linalg.norm(away, axis=1), axis=1)[:, :kept]


@experiment
def copies(seeds: int = 100, examples: int = 45) -> Leak:
    """Split 45 noisy moons 2 to 1 after writing each row twice, or before, and train on the 2."""
    x, y = moons(seeds, examples, 55)
    twice, labels = np.repeat(x, 2, axis=1), np.repeat(y, 2, axis=1)
    order = np.tile(np.arange(2 * examples), (seeds, 1))
    order = np.random.default_rng(56).permuted(order, axis=1)[..., None]
    mixed = np.take_along_axis(twice, order, axis=1), np.take_along_axis(labels, order, axis=1)
    right = []
    for rows, targets in (mixed, (twice, labels)):
        cut = 2 * (2 * examples // 3)
        cut -= cut // 2  # two thirds of the rows; unmixed, both copies are on one side
        rng = np.random.default_rng(57)
        right.append(_right(_memorizer(seeds), rows, targets, cut, nn.Adam(RATE), rng))
    return _leak(*right)


@experiment
def chosen_epoch(seeds: int = 100, test: int = 20, every: int = 4) -> Leak:
    """Train on 30 noisy moons, take the epoch with most of 20 test rows right, and ask afresh."""
    x, y = moons(seeds, test, 58)
    fresh_x, fresh_y = moons(seeds, 200, 59)
    scores: list[tuple[Float[Array, " networks"], Float[Array, " networks"]]] = []

    def look(end: nn.EpochEnd) -> None:
        if end.epoch % every == 0:
            outputs = end.network(np.concatenate([x, fresh_x], axis=1))
            seen = nn.accuracy(outputs[:, :test], y, threshold=0)
            scores.append((seen, nn.accuracy(outputs[:, test:], fresh_y, threshold=0)))

    rng, optimizer = np.random.default_rng(60), nn.Adam(RATE)
    choices: dict[str, Any] = {"loss": LOSS, "optimizer": optimizer, "epochs": 100}
    nn.train(_memorizer(seeds), *moons(seeds, 30, 61), rng=rng, callbacks=[look], **choices)
    on_test, afresh = 100 * np.moveaxis(np.array(scores), 1, 0)
    best = on_test.argmax(axis=0), np.arange(seeds)
    return _leak(on_test[best], afresh[best])


@dataclass(frozen=True)
class Wear:
    """The best of many guessers on few validation examples.

    Attributes:
        seeds: How many sets of guessers there were.
        tried: How many guessers were compared.
        best: Quartiles of the percentage right of the best of them, for each number.
        best[6, 1]: The median of the best of 100.
        best[9, 1]: The median of the best of 1,000.
    """

    seeds: int
    tried: Int[NDArray[np.integer], " counts"]
    best: Float[Array, "counts 3"]


def wear(seeds: int = 500, rows: int = 40, most: int = 1000) -> Wear:
    """Let up to 1,000 guessers toss a coin for 40 validation rows and keep the best."""
    rng = np.random.default_rng(62)
    right = 100 * rng.binomial(rows, 0.5, size=(most, seeds)) / rows
    tried = np.array([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
    return Wear(seeds, tried, quartiles(np.maximum.accumulate(right)[tried - 1]))


def _right(  # noqa: PLR0913, PLR0917  (a training has as many choices)
    network: nn.Network,
    x: Rows,
    y: Rows,
    cut: int,
    optimizer: nn.Optimizer,
    rng: np.random.Generator,
) -> Float[Array, " networks"]:
    """Train on the rows before a cut, and return the percentage of the others that are right."""
    seen = x[:, :cut], y[:, :cut]
    choices: dict[str, Any] = {"loss": LOSS, "optimizer": optimizer, "epochs": 100, "rng": rng}
    network = nn.train(network, *seen, **choices).network
    return 100 * nn.accuracy(network(x[:, cut:]), y[:, cut:], threshold=0)


def _memorizer(seeds: int) -> nn.Network:
    rng = np.random.default_rng(63)
    return nn.MLP((2, *HIDDEN, 1), networks=(seeds,), rng=rng, dtype=np.float32)


def _leak(leaked: Float[Array, " seeds"], clean: Float[Array, " seeds"]) -> Leak:
    gain = leaked - clean
    error = float(gain.std(ddof=1) / np.sqrt(len(gain)))
    return Leak(len(gain), quartiles(leaked), quartiles(clean), float(gain.mean()), error)
