"""Eight trials for three hyperparameters: on a grid, at random, at random without logarithms."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments.task import (
    START,
    losses,
    network_of,
    points,
    trained,
)
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

RATE_DECADES = (-5.0, 1.0)
SCALE_DECADES = (-0.5, 0.5)
SIDE, KNOBS = 2, 3
TRIALS = SIDE**KNOBS
TEST = 400
GOOD = 0.5


@dataclass(frozen=True)
class Trials:
    """What a search tries: learning rates, and factors on He's weights in both layers."""

    rates: Float[Array, "trials searches"]
    first: Float[Array, "trials searches"]
    last: Float[Array, "trials searches"]


def grid(searches: int, seed: int = 0) -> Trials:
    """Place two by two by two points evenly, moved as a whole by chance within one cell."""
    moved = np.random.default_rng(seed).uniform(size=(KNOBS, 1, searches))
    corners = np.stack(np.unravel_index(np.arange(TRIALS), (SIDE,) * KNOBS))
    return _trials((corners[..., None] + moved) / SIDE)


def at_random(searches: int, seed: int = 1) -> Trials:
    """Draw eight points, evenly over the decades."""
    return _trials(np.random.default_rng(seed).uniform(size=(KNOBS, TRIALS, searches)))


def at_random_linear(searches: int, seed: int = 1) -> Trials:
    """Draw the same points, with the rates spread evenly over the numbers themselves."""
    drawn = np.random.default_rng(seed).uniform(size=(KNOBS, TRIALS, searches))
    low, high = 10.0 ** np.array(RATE_DECADES)
    return replace(_trials(drawn), rates=low + (high - low) * drawn[0])


def _trials(shares: Float[Array, "3 trials searches"]) -> Trials:
    decades = (RATE_DECADES, SCALE_DECADES, SCALE_DECADES)
    values = (
        10 ** (low + (high - low) * share)
        for (low, high), share in zip(decades, shares, strict=True)
    )
    return Trials(*values)


@dataclass(frozen=True)
class Search:
    """What the winners of many searches are worth.

    Attributes:
        searches: How many searches of eight trials there were.
        quartiles: First quartile, median and third quartile of the winner's loss on test points.
        wins: Percent of searches whose winner is better on them than that of the grid.
        rates: How many different learning rates one search tries.
        good: Percent of searches with a winner below 0.5.
    """

    searches: int
    quartiles: Float[Array, "3"]
    wins: float
    rates: int
    good: float


@dataclass(frozen=True)
class Searches:
    """The three ways to search, on the same data and from the same first weights.

    Attributes:
        grid.searches: How many searches of each kind there were.
        grid.rates: Different rates on a grid.
        random.rates: Different rates of a random search.
        grid.good: Percent of grids with a good winner.
        random.good: Percent of random searches with a good winner.
        linear.good: Percent of random searches with a good winner, with rates spread evenly.
        grid.quartiles[1]: Median loss of the winners of grids.
        random.quartiles[1]: Median loss of the winners of random searches.
        random.wins: Percent of random searches whose winner beats that of the grid.
    """

    grid: Search
    random: Search
    linear: Search


@experiment
def searches(seeds: int = 100) -> Searches:
    """Search eight trials of rate and two scales in three ways; score the winners on new points."""
    ways = (grid(seeds), at_random(seeds), at_random_linear(seeds))
    winners = [_winners(trials) for trials in ways]
    judged = (_judged(*pair, winners[0]) for pair in zip(ways, winners, strict=True))
    return Searches(*judged)


def _winners(trials: Trials) -> Float[Array, " searches"]:
    """Train all trials, choose by validation loss, and score the winners on other points."""
    number = trials.rates.shape[1]
    found = trained(_started(trials, number), START, trials.rates[..., None])
    test = losses(found.network, points(number, TEST, 5))
    return np.asarray(test[found.validation.argmin(axis=0), np.arange(number)])


def _started(trials: Trials, number: int) -> nn.Network:
    """Scale the first weights of both layers."""
    network = network_of(START, number)
    vector = np.repeat(network.parameters[None], TRIALS, axis=0)
    (first, _), _, (last, _) = network.cut(vector)
    first *= trials.first[..., None, None]
    last *= trials.last[..., None, None]
    return network.with_parameters(vector)


def _judged(
    trials: Trials, winners: Float[Array, " searches"], others: Float[Array, " searches"]
) -> Search:
    return Search(
        searches=winners.size,
        quartiles=quartiles(winners),
        wins=percent(winners < others),
        rates=np.unique(trials.rates[:, 0]).size,
        good=percent(winners < GOOD),
    )
