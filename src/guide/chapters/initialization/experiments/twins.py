"""Two hidden units that start equal: how they train on the staircase lamp, and what parts them."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from guide.experiments.two_switches import solved
from nnbyhand.shapes import Array

RATE = 2.0
STEPS = 600
NUDGE = 0.01
SHOWN = 4  # the first network that learns after a nudge
PAIRS = ((0, 1), (2, 3), (4, 5), (6, 7))
"""Where the nine parameters of a 2-2-1 network hold a weight or bias of unit 1, then of unit 2."""


@dataclass(frozen=True)
class Runs:
    """Networks of two hidden sigmoid units that train on the staircase lamp.

    Attributes:
        steps: How many steps they trained.
        weights: The weight from the first switch into either unit, step by step, in one network:
            the first that learns after a nudge.
        loss: Quartiles of the cross-entropy over the networks, step by step.
        gap: The largest difference between what unit 1 and unit 2 hold, over all networks, at the
            end.
        learned: Percent of the networks with all four answers right at the end.
        lowest, low, median, high: The least loss at the end, and its quartiles.
    """

    steps: int
    weights: Float[Array, "steps 2"]
    loss: Float[Array, "steps 3"]
    gap: float
    learned: float
    lowest: float
    low: float
    median: float
    high: float


@experiment
def equal_units(seeds: int = 100) -> Runs:
    """Train 2-2-1 networks for 600 steps whose second hidden unit starts as a copy of the first."""
    return _train(_start(seeds, nudge=0))


@experiment
def nudged_units(seeds: int = 100) -> Runs:
    """Train the same networks after moving each weight of the copy by about 0.01 at random."""
    return _train(_start(seeds, nudge=NUDGE))


@experiment
def different_units(seeds: int = 100) -> Runs:
    """Train 2-2-1 networks whose hidden units both start from standard normal weights."""
    return _train(_start(seeds, nudge=None))


def one_unit_floor() -> float:
    """Compute the least cross-entropy of answering 0 to one row of XOR and 2/3 to the others."""
    answers = np.array([[0.0], [2 / 3], [2 / 3], [2 / 3]])
    return float(nn.binary_cross_entropy(answers, np.array([[0.0], [1.0], [1.0], [0.0]])))


def _start(seeds: int, *, nudge: float | None) -> nn.Network:
    rng = np.random.default_rng(0)
    drawn = nn.MLP(
        (2, 2, 1),
        hidden=nn.sigmoid,
        output=nn.sigmoid,
        initialization=nn.Normal(1),
        rng=rng,
        networks=seeds,
    )
    if nudge is None:
        return drawn
    parameters = drawn.parameters.copy()
    for first, second in PAIRS:
        is_bias = first == PAIRS[2][0]
        moved = 0 if is_bias else nudge * rng.standard_normal(seeds)
        parameters[:, second] = parameters[:, first] + moved
    return drawn.with_parameters(parameters)


def _train(start: nn.Network) -> Runs:
    rows: list[Array] = []
    trained = nn.train(
        start,
        nn.XOR.x,
        nn.XOR.y,
        loss=nn.binary_cross_entropy,
        optimizer=nn.SGD(RATE),
        epochs=STEPS,
        rng=np.random.default_rng(0),
        callbacks=[lambda end: rows.append(end.network.parameters[SHOWN, :2].copy())],
    )
    loss = quartiles(trained.history.loss)
    low, median, high = (float(each) for each in loss[-1])
    return Runs(
        steps=STEPS,
        weights=np.array(rows),
        loss=loss,
        gap=_gap(trained.network),
        learned=percent(solved(trained.network(nn.XOR.x))),
        lowest=float(trained.history.loss[-1].min()),
        low=low,
        median=median,
        high=high,
    )


def _gap(network: nn.Network) -> float:
    """Return the largest difference between what unit 1 and unit 2 of a network hold."""
    first, second = np.array(PAIRS).T
    return float(np.abs(network.parameters[:, first] - network.parameters[:, second]).max())
