"""What a loss says, and teaches, that pairs every answer with every target by broadcasting."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from guide.experiments.two_switches import solved
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class PerfectAnswers:
    """What that loss says of the staircase lamp.

    Attributes:
        pairs: How many differences it squares.
        wrong_pairs: How many of the differences compare an answer with another row's target.
        perfect: Its value for answers without a mistake.
        ignorant: Its value for four answers of one half.
    """

    pairs: int
    wrong_pairs: int
    perfect: float
    ignorant: float


def perfect_answers() -> PerfectAnswers:
    """Subtract targets of shape (4,) from answers of shape (4, 1), square, and average."""
    answer, target = nn.XOR.y, nn.XOR.y[:, 0]
    differences = answer - target
    ignorant = float(((np.full((4, 1), 0.5) - target) ** 2).mean())
    wrong = differences.size - answer.size
    return PerfectAnswers(differences.size, wrong, float((differences**2).mean()), ignorant)


@dataclass(frozen=True)
class Taught:
    """Networks that were trained on the staircase lamp with both losses.

    Attributes:
        networks: How many were trained with each.
        steps: For how many steps of gradient descent.
        right: How many of those with the right loss answer all four positions right.
        low: First quartile, over those with the wrong loss, of how far the farthest of the four
            answers is from one half.
        median: Median, over those with the wrong loss, of how far the farthest of the four answers
            is from one half.
        high: Third quartile, over those with the wrong loss, of how far the farthest of the four
            answers is from one half.
    """

    networks: int
    steps: int
    right: int
    low: float
    median: float
    high: float


@experiment
def taught(seeds: int = 200, steps: int = 500, rate: float = 4.0) -> Taught:
    """Train networks of 8 hidden tanh units on the mean squared difference for 500 steps at rate 4.

    Each is trained twice from the same weights: with targets of shape (4, 1), and of shape (4,).
    """
    start = nn.MLP(
        (2, 8, 1), hidden=nn.tanh, output=nn.sigmoid, rng=np.random.default_rng(0), networks=seeds
    )
    targets = np.asarray(nn.XOR.y, dtype=np.float64)
    right = _trained(start, targets, steps, rate)
    wrong = _trained(start, targets[:, 0], steps, rate)
    low, median, high = quartiles(np.abs(wrong - 0.5).max(axis=(1, 2))).tolist()
    return Taught(seeds, steps, int(solved(right).sum()), low, median, high)


def _trained(
    network: nn.Network, targets: Float[Array, "*shape"], steps: int, rate: float
) -> Float[Array, "networks 4 1"]:
    """Step down the mean of the squared differences, whatever their shape; return the answers."""
    for _ in range(steps):
        made = network.forward(nn.XOR.x)
        differences = made.outputs - targets
        slope = 2 * differences.sum(axis=-1, keepdims=True) / differences[0].size
        step = rate * network.backward(made, slope).parameters
        network = network.with_parameters(network.parameters - step)
    return network(nn.XOR.x)
