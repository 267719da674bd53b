"""What the chapter on the neuron states in numbers: soft strips, lost biases, wrong units."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool

import nnbyhand as nn
from guide.experiments.spread import percent

WEIGHTS = np.array([1.0, 1.0])
"""Both switches count the same."""

BOTH, EITHER = -1.5, -0.5
"""The biases that make these weights answer AND, and OR."""


@dataclass(frozen=True)
class Strips:
    """How wide the strip is in which a soft AND neuron answers between 0.1 and 0.9.

    Attributes:
        by_1: The width for the weights and bias as they are, in units of the plane of two dimmers.
        by_4: The width for weights and bias times 4, in the same units.
        by_16: The width for weights and bias times 16, in the same units.
    """

    by_1: float
    by_4: float
    by_16: float


def strips_of_doubt() -> Strips:
    """Walk across the line of a sigmoid AND neuron and measure where it answers 0.1 and 0.9."""
    return Strips(*(_strip(factor) for factor in (1.0, 4.0, 16.0)))


def _strip(factor: float) -> float:
    both = np.linspace(-4, 4, 80_001)  # both dimmers stand here, step by step
    outputs = nn.sigmoid(factor * (2 * both + BOTH))
    inside = both[(outputs >= 0.1) & (outputs <= 0.9)]  # noqa: PLR2004  (the edges of the strip)
    return float((inside[-1] - inside[0]) * np.sqrt(2))


@dataclass(frozen=True)
class ThroughOrigin:
    """What neurons without a bias answer to two switches, for weights of every direction.

    Attributes:
        and_rows, or_rows: The most rows of AND, and of OR, that one of them gets right.
        and_rows_strict: The most rows of AND that one gets right, if a sum of exactly 0 is answered
            with 0.
    """

    and_rows: int
    or_rows: int
    and_rows_strict: int


def through_origin(directions: int = 360) -> ThroughOrigin:
    """Try 360 directions of the weights, a degree apart, on two switches, with no bias."""
    angles = 2 * np.pi * np.arange(directions) / directions
    sums = nn.AND.x @ np.stack([np.cos(angles), np.sin(angles)])
    return ThroughOrigin(
        and_rows=_most_right(sums >= 0, nn.AND),
        or_rows=_most_right(sums >= 0, nn.OR),
        and_rows_strict=_most_right(sums > 0, nn.AND),
    )


def _most_right(answers: Bool[np.ndarray, "4 neurons"], gate: nn.Data) -> int:
    return int((answers == gate.y).sum(axis=0).max())


@dataclass(frozen=True)
class RandomNeurons:
    """How many of the random neurons answer AND.

    Attributes:
        drawn: How many neurons were drawn.
        with_bias: How many random neurons answer AND.
        without_bias: How many random neurons answer AND once their bias is taken away.
    """

    drawn: int
    with_bias: int
    without_bias: int


def random_neurons(seeds: int = 10_000) -> RandomNeurons:
    """Draw two weights and a bias from a normal distribution and ask all four rows of AND."""
    rng = np.random.default_rng(0)
    weights, biases = rng.normal(size=(2, seeds)), rng.normal(size=seeds)
    sums = nn.AND.x @ weights
    with_bias, without_bias = (
        int((answers == nn.AND.y).all(axis=0).sum()) for answers in (sums + biases >= 0, sums >= 0)
    )
    return RandomNeurons(seeds, with_bias, without_bias)


@dataclass(frozen=True)
class Units:
    """What an AND neuron does with two dimmers of which the first reports in some unit.

    Attributes:
        lit: Percent of the positions of both dimmers at which it answers 1.
        second_counts: Percent of the positions of the first at which the second has a say.
    """

    lit: float
    second_counts: float


def in_shares(positions: int = 1000) -> Units:
    """Ask an AND neuron about 1,000 positions of each of two dimmers, both from 0 to 1."""
    return _units(positions, 1)


def in_percent(positions: int = 1000) -> Units:
    """Ask the AND neuron about the same positions, the first dimmer now from 0 to 100."""
    return _units(positions, 100)


def _units(positions: int, scale: float) -> Units:
    places = (np.arange(positions) + 0.5) / positions
    first = (scale * places)[:, None]
    lit = first + places + BOTH >= 0
    second_counts = (first + 0 + BOTH >= 0) != (first + 1 + BOTH >= 0)
    return Units(percent(lit), percent(second_counts))
