"""Full batch, mini-batches and single examples on the same task, after equally many examples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.gradient_descent.experiments.bills import Bills
from guide.chapters.gradient_descent.experiments.lamps import (
    BATCH,
    BUDGET,
    EXAMPLES,
    HUGE,
    Lamps,
    rates_of_network,
)
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

NIGHTS = 64
CONSTANT = nn.ConstantRate(1.0)
LONG = 10
"""How many budgets the lines are followed."""

RATES_OF_LINES: Mapping[int, Sequence[float]] = {
    1: (0.004, 0.008, 0.016),
    8: (0.02, 0.04, 0.08),
    NIGHTS: (0.04, 0.05, 0.055),
}
RATES_OF_NETWORKS: dict[int, Sequence[float]] = {
    1: (1 / 16, 1 / 8, 1 / 4),
    EXAMPLES: (1, 2, 4),
}
"""The rates that are tried for each batch size; those for 16 were tried before."""

Courses = Mapping[int, Float[Array, "rates measures seeds"]]
"""For each batch size, the loss at each rate and measure."""


@dataclass(frozen=True)
class Race:
    """Training with three batch sizes, each at its best rate.

    Attributes:
        seeds: How many data sets, or networks.
        budget: After how many examples the rates were judged.
        long: After how many examples the race ended.
        examples: The number of examples seen, at each measure.
        sizes: The batch sizes, from 1 to all examples.
        rates: For each size, the rate with the lowest median after the budget.
        courses: For each size, quartiles of the loss at each measure.
        single: Median loss after the budget, one example at a time.
        mini: Median loss after the budget, with the middle batch size.
        full: Median loss after the budget, all examples at a time.
        single_end: Median loss at the end, one example at a time.
        mini_end: Median loss at the end, with the middle batch size.
        full_end: Median loss at the end, all examples at a time.
        single_rate: The best rate, one example at a time.
        mini_rate: The best rate with the middle batch size.
        full_rate: The best rate, all examples at a time.
        single_wins: Percent of the seeds with less loss at size 1 than at the next, after the
            budget.
    """

    seeds: int
    budget: int
    long: int
    examples: Float[Array, " measures"]
    sizes: tuple[int, ...]
    rates: tuple[float, ...]
    courses: Float[Array, "sizes measures 3"]
    single: float
    mini: float
    full: float
    single_end: float
    mini_end: float
    full_end: float
    single_rate: float
    mini_rate: float
    full_rate: float
    single_wins: float


@experiment
def race_of_networks(seeds: int = 100) -> Race:
    """Train networks on 128 positions of dimmers for 16 epochs, with three batch sizes."""
    lamps = Lamps.drawn(seeds)
    tried = RATES_OF_NETWORKS | {BATCH: (rates_of_network(seeds).best_rate,)}
    courses = {size: lamps.courses(tried[size], size) for size in sorted(tried)}
    measures = EXAMPLES * np.arange(1 + BUDGET // EXAMPLES)
    return _judged(seeds, measures.astype(float), tried, courses)


@experiment
def race_of_lines(seeds: int = 100) -> Race:
    """Fit lines to bills of 64 nights with three batch sizes; the loss is that above the least."""
    bills = Bills.drawn(seeds, NIGHTS)
    courses = {size: lines(bills, rates, size) for size, rates in RATES_OF_LINES.items()}
    measures = NIGHTS * np.arange(1 + LONG * BUDGET // NIGHTS)
    return _judged(seeds, measures.astype(float), RATES_OF_LINES, courses)


def lines(
    bills: Bills, rates: Sequence[float], size: int, shape: nn.Schedule = CONSTANT
) -> Float[Array, "rates measures sets"]:
    """Fit lines in shuffled batches, and measure their excess loss after each epoch.

    Args:
        bills: Data sets of 64 nights.
        rates: The highest rates.
        size: How many nights a batch has.
        shape: What part of the highest rate each step has.
    """
    rng, ravine, steps = np.random.default_rng(1), bills.ravine(), NIGHTS // size
    line: Float[Array, "2 rates sets"] = np.zeros((2, len(rates), bills.x.shape[1]))
    excess = [ravine.excess(line)]
    with np.errstate(over="ignore", invalid="ignore"):  # some rates are too large
        for epoch in range(LONG * BUDGET // NIGHTS):
            order = rng.permutation(NIGHTS)
            shuffled = Bills(bills.x[order], bills.cents[order])
            parts = np.array([shape(epoch * steps + step) for step in range(steps)])
            line = _epoch(shuffled, line, np.multiply.outer(parts, rates), size)
            excess.append(ravine.excess(line))
    return np.nan_to_num(np.stack(excess, axis=1), nan=HUGE, posinf=HUGE)


def _epoch(
    bills: Bills,
    line: Float[Array, "2 rates sets"],
    rates: Float[Array, "steps rates"],
    size: int,
) -> Float[Array, "2 rates sets"]:
    """Take the steps of one epoch, in the order of the nights."""
    w, b = line
    for step, rate in enumerate(rates[..., None] / size):
        rows = slice(step * size, (step + 1) * size)
        x = bills.x[rows, None]
        error = w * x + b - bills.cents[rows, None]
        w = w - rate * np.add.reduce(error * x)
        b = b - rate * np.add.reduce(error)
    return np.stack([w, b])


def _judged(
    seeds: int,
    measures: Float[Array, " measures"],
    tried: Mapping[int, Sequence[float]],
    courses: Courses,
) -> Race:
    """Keep the course of the best rate of each size."""
    at = int((measures == BUDGET).argmax())
    best = {size: int(np.median(found[:, at], axis=-1).argmin()) for size, found in courses.items()}
    rates = tuple(float(tried[size][place]) for size, place in best.items())
    kept = np.array([courses[size][place] for size, place in best.items()])
    medians = [float(np.median(course[place])) for place in (at, -1) for course in kept]
    wins = percent(kept[0, at] < kept[1, at])
    numbers = (*medians, *rates, wins)
    return Race(
        seeds, BUDGET, int(measures[-1]), measures, tuple(courses), rates, quartiles(kept), *numbers
    )
