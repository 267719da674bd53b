"""What curvature decides about lines through bills: the critical rate, and the speed below it."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from guide.chapters.gradient_descent.experiments.bills import Bills, Ravine
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

NEAR = 1e-4
"""How much of the first excess loss is left when a line counts as found."""


@dataclass(frozen=True)
class Edge:
    """What happens around the critical rate.

    Attributes:
        sets: How many data sets were drawn.
        rates: Learning rates, as parts of each set's own critical rate.
        excess: Quartiles over the sets of the excess loss after 200 steps, as part of the first.
        found: Percent of the sets whose line is found within 2,000 steps at 0.99 of the rate.
        exploded: Percent of the sets with more loss than at the start after 2,000 steps at 1.01.
    """

    sets: int
    rates: Float[Array, " rates"]
    excess: Float[Array, "rates 3"]
    found: float
    exploded: float


@experiment
def edge(seeds: int = 500, steps: int = 200) -> Edge:
    """Fit lines to bills by full-batch steps at rates around 2 / lambda_max of each data set."""
    ravine = Bills.drawn(seeds).ravine()
    critical = 2 / ravine.curvatures()[1]
    first = ravine.excess(np.zeros((2, seeds)))
    rates = np.concatenate([np.arange(0.05, 0.96, 0.05), [0.98, 0.99, 1, 1.01, 1.02, 1.04]])
    early = ravine.excess(ravine.after(rates[:, None] * critical, steps)) / first
    below, above = (
        ravine.excess(ravine.after(part * critical, 10 * steps)) / first for part in (0.99, 1.01)
    )
    return Edge(
        sets=seeds,
        rates=rates,
        excess=quartiles(early),
        found=percent(below < NEAR),
        exploded=percent(above > 1),
    )


@dataclass(frozen=True)
class Walks:
    """Walks over the ravines of many data sets.

    Attributes:
        ravine: The loss of the first set, as a function of slope and start of a line.
        parts: The learning rates, as parts of each set's critical one.
        lines: Where the walks of this set have been: slope and start, after each step, for each
            rate.
        steps: How many steps each walk takes.
        small: Percent of the way to the best b that is left at a tenth of the critical rate: the
            median over the sets.
        right: Percent of the way to the best b that is left at nine tenths of the critical rate:
            the median over the sets.
    """

    ravine: Ravine
    parts: tuple[float, float, float]
    lines: Float[Array, "2 steps rates"]
    steps: int
    small: float
    right: float


def walks(seeds: int = 500, steps: int = 120) -> Walks:
    """Fit lines to bills for 120 steps, at each of three rates."""
    parts, bills = (0.1, 0.9, 1.04), Bills.drawn(seeds)
    ravine = bills.ravine()
    lines = ravine.walk(np.array(parts)[:, None] * 2 / ravine.curvatures()[1], steps)
    left = 1 - lines[1, -1] / ravine.bottom()[1]
    small, right, _ = (100 * float(np.median(part)) for part in left)
    first = Bills(bills.x[:, :1], bills.cents[:, :1]).ravine()
    return Walks(first, parts, lines[..., 0], steps, small, right)


def short_walk(part: float = 0.3, steps: int = 12) -> tuple[Ravine, Float[Array, "2 steps"]]:
    """Fit a line to the same bills over standardized hours, at 0.3 of the critical rate."""
    bills = Bills.drawn(500)
    ravine = Bills(bills.x[:, :1], bills.cents[:, :1]).rescaled(1, 1).ravine()
    return ravine, ravine.walk(part * 2 / ravine.curvatures()[1], steps)[..., 0]


@dataclass(frozen=True)
class Unit:
    """How steep the loss is in one unit of the input: medians over the data sets.

    Attributes:
        steepest: The largest eigenvalue of the Hessian.
        critical: The critical learning rate, 2 / steepest.
        condition: The largest eigenvalue over the least.
        steps: How many steps find the line at the best constant rate.
    """

    steepest: float
    critical: float
    condition: float
    steps: float


def in_hours(seeds: int = 500) -> Unit:
    """Measure curvature and steps on bills over hours."""
    return _unit(Bills.drawn(seeds).ravine(), 1000)


def centered(seeds: int = 500) -> Unit:
    """Measure curvature and steps on bills over hours less their mean."""
    return _unit(Bills.drawn(seeds).rescaled(1, 0).ravine(), 100)


def standardized(seeds: int = 500) -> Unit:
    """Measure curvature and steps on bills over standardized hours."""
    return _unit(Bills.drawn(seeds).rescaled(1, 1).ravine(), 100)


def _unit(ravine: Ravine, most: int) -> Unit:
    flat, steep = ravine.curvatures()
    measured = (steep, 2 / steep, steep / flat, _steps_at_best_rate(ravine, most))
    return Unit(*(float(np.median(numbers)) for numbers in measured))


@dataclass(frozen=True)
class Speed:
    """How many steps lines take, over the condition number of their data.

    Attributes:
        sets: How many data sets.
        condition: The condition number of each.
        steps: How many steps find the line at the best constant rate.
        exponent: Steps grow as the condition number to this power, fitted above 10.
    """

    sets: int
    condition: Float[Array, " sets"]
    steps: Float[Array, " sets"]
    exponent: float


@experiment
def speed(seeds: int = 200) -> Speed:
    """Count steps on bills whose hours were centered and scaled, each set by a part of its own."""
    shift, power = np.random.default_rng(1).uniform(0, 1, (2, seeds))
    ravine = Bills.drawn(seeds).rescaled(shift, power).ravine()
    flat, steep = ravine.curvatures()
    condition, steps = steep / flat, _steps_at_best_rate(ravine, 1000)
    far = condition > 10  # noqa: PLR2004  (below, whole steps are too coarse)
    exponent = np.polyfit(np.log(condition[far]), np.log(steps[far]), 1)[0]
    return Speed(seeds, condition, steps, float(exponent))


def _steps_at_best_rate(ravine: Ravine, most: int) -> Float[Array, " sets"]:
    walk = ravine.walk(2 / ravine.curvatures().sum(axis=0), most)
    excess = ravine.excess(walk)
    found = excess < NEAR * excess[0]
    if not found[-1].all():
        message = "a line was not found; allow more steps"
        raise ValueError(message)
    return np.asarray(found.argmax(axis=0).astype(float))
