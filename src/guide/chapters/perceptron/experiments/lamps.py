"""Which lamps one perceptron can serve, and how it learns those of two switches."""

from dataclasses import dataclass
from itertools import product

import numpy as np

import nnbyhand as nn
from guide.experiments.cache import experiment

OR_UNIT = nn.Perceptron(weights=[2.0, 2.0], bias=-1.0)
AND_UNIT = nn.Perceptron(weights=[2.0, 2.0], bias=-3.0)
"""The lines of OR and of AND with the widest gap, the bias counted as a weight."""

OUTPUT_UNIT = nn.Perceptron(weights=[2.0, -2.0], bias=-1.0)
"""Answers 1 if the first of the two units above does and the second does not: XOR."""

GRID = tuple(
    nn.Perceptron(w, b + 0.5) for *w, b in product(range(-3, 4), range(-3, 4), range(-7, 7))
)
"""Perceptrons whose lines cross the plane of two switches everywhere, and no corner of it."""


@dataclass(frozen=True)
class Lamps:
    """What single perceptrons can do with two switches.

    Attributes:
        possible: How many of the lamps, the ways to assign 0 or 1 to the four rows, they serve.
        xor_wrong: The fewest rows of XOR that any perceptron gets wrong.
    """

    possible: int
    xor_wrong: int


def lamps() -> Lamps:
    """Let many perceptrons answer all four rows, and count the different lists of answers."""
    answers = np.array([perceptron(nn.XOR.x) for perceptron in GRID])
    wrong = (answers != nn.XOR.y[:, 0]).sum(axis=1)
    return Lamps(len(np.unique(answers, axis=0)), int(wrong.min()))


@dataclass(frozen=True)
class Learned:
    """How long a perceptron learned, row by row, from a start at 0.

    Attributes:
        updates: How often it changed its weights.
        epochs: How often it went through the rows, the last time without a mistake.
    """

    updates: int
    epochs: int


def learned_and() -> Learned:
    """Learn AND from weights and bias 0, row by row."""
    run = nn.learn_perceptron(nn.AND.x, nn.AND.y)
    return Learned(len(run.updates), run.epochs)


def learned_or() -> Learned:
    """Learn OR from weights and bias 0, row by row."""
    run = nn.learn_perceptron(nn.OR.x, nn.OR.y)
    return Learned(len(run.updates), run.epochs)


@dataclass(frozen=True)
class RandomStarts:
    """Median number of updates until AND is learned, by learning rate, over `units` units.

    Attributes:
        units: How many units started at each rate.
        rate_1: Median number of updates at learning rate 1.
        rate_hundredth: Median number of updates at learning rate 0.01.
    """

    units: int
    rate_1: float
    rate_hundredth: float


@experiment
def random_starts(seeds: int = 200) -> RandomStarts:
    """Learn AND from weights and a bias that are standard normal numbers, at two learning rates."""
    return RandomStarts(seeds, _median_updates(1.0, seeds), _median_updates(0.01, seeds))


def _median_updates(rate: float, seeds: int) -> float:
    rng = np.random.default_rng(0)
    starts = [nn.Perceptron(rng.normal(size=2), rng.normal()) for _ in range(seeds)]
    runs = [
        nn.learn_perceptron(nn.AND.x, nn.AND.y, rate=rate, epochs=1000, start=start)
        for start in starts
    ]
    if not all(run.converged for run in runs):
        message = "a perceptron did not learn AND; allow it more epochs"
        raise ValueError(message)
    return float(np.median([len(run.updates) for run in runs]))


@dataclass(frozen=True)
class Attempts:
    """How many perceptrons tried to learn a gate, and how many of them learned it.

    Attributes:
        runs: How many perceptrons tried.
        learned: How many perceptrons learned the gate.
    """

    runs: int
    learned: int


@experiment
def xor_learned(seeds: int = 200, epochs: int = 100) -> Attempts:
    """Try to learn XOR for 100 epochs, the rows in a new random order each, and count successes."""
    orders = (np.random.default_rng(seed) for seed in range(seeds))
    runs = (nn.learn_perceptron(nn.XOR.x, nn.XOR.y, epochs=epochs, rng=rng) for rng in orders)
    return Attempts(seeds, sum(run.converged for run in runs))
