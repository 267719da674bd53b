"""Networks at many learning rates, with the same budget of examples."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from guide.experiments.cache import experiment
from guide.experiments.gradient_descent_lamps import BUDGET, Lamps, gradient_of
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

RATES = tuple(2.0**power for power in (-6, -4, -2, -1, 0, 1, 2, 3))
BATCH = 16


@dataclass(frozen=True)
class Budgeted:
    """The loss of networks that have looked at 2,048 examples, 16 at a time.

    Attributes:
        networks: How many networks were trained at each rate.
        examples: How many examples each has looked at.
        rates: The learning rates.
        start: Median loss before training.
        loss: Quartiles of the loss at the end, for each rate.
        best_rate: The rate with the lowest median.
        best: Median loss at the end, at the best rate.
        slow: Median loss at the end, at the lowest rate.
        fast: Median loss at the end, at the highest rate.
    """

    networks: int
    examples: int
    rates: tuple[float, ...]
    start: float
    loss: Float[Array, "rates 3"]
    best_rate: float
    best: float
    slow: float
    fast: float


@experiment
def rates_of_network(seeds: int = 100) -> Budgeted:
    """Train networks of 8 hidden units on 128 positions of dimmers for 16 epochs at each rate."""
    lamps = Lamps.drawn(seeds)
    loss = quartiles(np.array([lamps.trained(rate, BATCH) for rate in RATES]))
    median = loss[:, 1]
    return Budgeted(
        networks=seeds,
        examples=BUDGET,
        rates=RATES,
        start=float(np.median(lamps.loss(lamps.network))),
        loss=loss,
        best_rate=RATES[int(median.argmin())],
        best=float(median.min()),
        slow=float(median[0]),
        fast=float(median[-1]),
    )


@dataclass(frozen=True)
class Sharpness:
    """The largest curvature of the loss of networks before training: medians.

    Attributes:
        steepest: The largest eigenvalue of the Hessian.
        critical: The critical learning rate: 2 over the largest eigenvalue.
    """

    steepest: float
    critical: float


@experiment
def sharpness(seeds: int = 100, reach: float = 1e-6) -> Sharpness:
    """Take the Hessian of untrained networks from gradients at parameters moved by 1e-6."""
    lamps = Lamps.drawn(seeds)
    network = lamps.network
    here = gradient_of(network, lamps.x, lamps.y)
    columns = []
    for row in reach * np.eye(network.parameter_count):
        moved = network.with_parameters(network.parameters + row)
        columns.append((gradient_of(moved, lamps.x, lamps.y) - here) / reach)
    hessian = np.stack(columns, axis=-1)
    steepest = float(np.median(np.linalg.eigvalsh((hessian + hessian.mT) / 2)[:, -1]))
    return Sharpness(steepest, 2 / steepest)
