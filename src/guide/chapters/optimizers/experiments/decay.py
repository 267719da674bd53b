"""Two weights that a penalty or a decay shrinks: one with large gradients, one with small ones."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.optimizers.base import Optimizer, Vector
from nnbyhand.shapes import Array

RATE, DECAY, STEPS = 0.001, 0.5, 1000
SIZES = np.array([5.0, 0.2])


@dataclass(frozen=True)
class Shrinking:
    """What is left of two weights that start at 1, in percent.

    Attributes:
        seeds: How many pairs of weights.
        large, small: Quartiles over the seeds after each step, for the weight whose gradients have
            a standard deviation of 5, and for the one with 0.2.
        large[-1, 1]: The median at the end, with large gradients.
        small[-1, 1]: The median at the end, with small gradients.
    """

    seeds: int
    large: Float[Array, "steps 3"]
    small: Float[Array, "steps 3"]


@experiment
def penalized(seeds: int = 200) -> Shrinking:
    """Run Adam for 1000 steps on random gradients to which an L2 penalty adds half the weight."""
    return _shrinking(nn.Adam(RATE), DECAY, seeds)


@experiment
def decayed(seeds: int = 200) -> Shrinking:
    """Run AdamW with a decay of 0.5 for 1000 steps on the same random gradients."""
    return _shrinking(nn.AdamW(RATE, weight_decay=DECAY), 0.0, seeds)


def _shrinking(optimizer: Optimizer, penalty: float, seeds: int) -> Shrinking:
    """Step through gradients that say nothing: their mean is 0."""
    noise = np.random.default_rng(0).normal(size=(STEPS, seeds, 2)) * SIZES
    theta: Vector = np.ones((seeds, 2))
    state, visited = optimizer.start(theta), [theta]
    for gradient in noise:
        theta, state = optimizer.step(theta, gradient + penalty * theta, state)
        visited.append(theta)
    percent = 100 * quartiles(np.stack(visited, axis=-1).T)
    return Shrinking(seeds, percent[:, 0], percent[:, 1])
