"""How many updates a perceptron makes, and how many the convergence theorem allows."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.chapters.perceptron.experiments.lamps import AND_UNIT, OR_UNIT
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Orders:
    """How many updates a gate needs, from weights and bias 0.

    Attributes:
        number: How many random orders there were.
        updates: How many updates each of them took.
        low: First quartile of the updates.
        median: Median of the updates.
        high: Third quartile of the updates.
        unluckiest: The most updates that any order leads to, however unlucky.
        bound: The most updates that the theorem allows.
    """

    number: int
    updates: Int[Integers, " orders"]
    low: float
    median: float
    high: float
    unluckiest: int
    bound: float


@experiment
def and_orders(seeds: int = 1000) -> Orders:
    """Learn AND with the rows in a new random order in every epoch."""
    return _orders(nn.AND, AND_UNIT, seeds)


@experiment
def or_orders(seeds: int = 1000) -> Orders:
    """Learn OR with the rows in a new random order in every epoch."""
    return _orders(nn.OR, OR_UNIT, seeds)


def _orders(gate: nn.Data, line: nn.Perceptron, seeds: int) -> Orders:
    runs = (
        nn.learn_perceptron(gate.x, gate.y, rng=np.random.default_rng(seed))
        for seed in range(seeds)
    )
    updates = np.array([len(run.updates) for run in runs])
    low, median, high = quartiles(updates).tolist()
    return Orders(
        number=seeds,
        updates=updates,
        low=low,
        median=median,
        high=high,
        unluckiest=_longest_run(gate),
        bound=nn.convergence_bound(gate.x, gate.y, line.weights, line.bias),
    )


def _longest_run(gate: nn.Data) -> int:
    """Follow every mistake that can come next, from weights and bias 0, and count the longest."""
    rows = [(*row, 1.0) for row in gate.x.tolist()]

    @cache
    def longest(numbers: tuple[float, ...]) -> int:
        answers = (sum(w * x for w, x in zip(numbers, row, strict=True)) >= 0 for row in rows)
        errors = [int(y) - answer for y, answer in zip(gate.y[:, 0], answers, strict=True)]
        nexts = (
            tuple(w + error * x for w, x in zip(numbers, row, strict=True))
            for row, error in zip(rows, errors, strict=True)
            if error
        )
        return max((1 + longest(after) for after in nexts), default=0)

    return longest((0.0, 0.0, 0.0))


@dataclass(frozen=True)
class Race:
    """AND, learned row by row, beside the two sides of the proof.

    Attributes:
        along: How far the weights, bias included, have come along the line u after each update.
        length: How long they are.
        gap, longest: The gamma and the R of the theorem.
    """

    along: Float[Array, " updates"]
    length: Float[Array, " updates"]
    gap: float
    longest: float


def race() -> Race:
    """Learn AND row by row, and measure the weights against the widest line."""
    x, y = nn.AND.x, nn.AND.y
    run = nn.learn_perceptron(x, y)
    u = np.append(AND_UNIT.weights, AND_UNIT.bias)
    v = np.array([np.append(update.weights, update.bias) for update in run.updates])
    rows = np.hstack([x, np.ones((4, 1))])
    gaps = np.where(y[:, 0] == 1, 1, -1) * (rows @ u) / np.linalg.norm(u)
    return Race(
        along=v @ u / np.linalg.norm(u),
        length=np.linalg.norm(v, axis=1),
        gap=float(gaps.min()),
        longest=float(np.linalg.norm(rows, axis=1).max()),
    )


@dataclass(frozen=True)
class Clouds:
    """Perceptrons that learned clouds of points, each parted by a line of its own.

    Attributes:
        number: How many clouds there were.
        bounds: What the theorem allows, from the line that labeled the cloud.
        updates: How many updates it took.
        beyond: How many clouds needed more than allowed.
        low: First quartile of the bound over the updates.
        median: Median of the bound over the updates.
        high: Third quartile of the bound over the updates.
    """

    number: int
    bounds: Float[Array, " clouds"]
    updates: Int[Integers, " clouds"]
    beyond: int
    low: float
    median: float
    high: float


@experiment
def clouds(seeds: int = 300) -> Clouds:
    """Draw 40 points beside a line, at least a random gap away from it, and learn the two sides."""
    pairs = [_cloud(np.random.default_rng(seed)) for seed in range(seeds)]
    bounds, updates = np.array(pairs).T
    low, median, high = quartiles(bounds / updates).tolist()
    beyond = int((updates > bounds).sum())
    return Clouds(seeds, bounds, updates.astype(np.int_), beyond, low, median, high)


def _cloud(rng: np.random.Generator) -> tuple[float, int]:
    """Return the bound for one cloud, and the updates it took."""
    angle, gap = rng.uniform(0, 2 * np.pi), np.exp(rng.uniform(np.log(0.02), np.log(0.5)))
    line = nn.Perceptron([np.cos(angle), np.sin(angle)], rng.uniform(-0.3, 0.3))
    points = rng.uniform(-1, 1, size=(400, 2))
    x = points[np.abs(points @ line.weights + line.bias) > gap][:40]
    run = nn.learn_perceptron(x, line(x), epochs=5000, rng=rng)
    if not run.converged:
        message = "a cloud was not learned; allow more epochs"
        raise ValueError(message)
    return nn.convergence_bound(x, line(x), line.weights, line.bias), len(run.updates)
