"""What the chapter on forward propagation states in numbers: one pass, its answers, its counts."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn
from guide.experiments import two_switches
from guide.experiments.forward_propagation_cost import growth, reading, small_network
from guide.experiments.forward_propagation_pairs import perfect_answers, taught
from guide.experiments.forward_propagation_plane import answer_map, switch_square
from guide.experiments.spread import quartiles

__all__ = [
    "answer_map",
    "answers",
    "first_pass",
    "growth",
    "perfect_answers",
    "random_networks",
    "reading",
    "small_network",
    "switch_square",
    "taught",
]


@dataclass(frozen=True)
class FirstPass:
    """Every number of the pass of one row through the network of two switches.

    Attributes:
        x: The two switches.
        first_z, first_a: Sum and output of the first hidden unit.
        second_z, second_a: Sum and output of the second hidden unit.
        z: Sum of the output unit.
        a: The answer, which is the output of the output unit.
    """

    x: tuple[float, float]
    first_z: float
    first_a: float
    second_z: float
    second_a: float
    z: float
    a: float


def first_pass(first: float = 1.0, second: float = 0.0) -> FirstPass:
    """Send one row through the network of two switches, layer by layer."""
    weights, _, output_weights, _ = two_switches.network().arrays
    hidden = np.array([[first, second]]) @ weights[0] + weights[1]
    bent = nn.sigmoid(hidden)
    z = (bent @ output_weights[0] + output_weights[1]).item()
    (first_z, second_z), (first_a, second_a) = hidden[0].tolist(), bent[0].tolist()
    a = float(nn.sigmoid(z))
    return FirstPass((first, second), first_z, first_a, second_z, second_a, z, a)


@dataclass(frozen=True)
class Answers:
    """The lowest and the highest of the answers to the four switch positions.

    Attributes:
        lowest: The lowest of the answers to the four switch positions.
        highest: The highest of the answers to the four switch positions.
    """

    lowest: float
    highest: float


def answers() -> Answers:
    """Ask the untrained network of two switches about all four switch positions."""
    given = two_switches.network()(nn.XOR.x)
    return Answers(float(given.min()), float(given.max()))


@dataclass(frozen=True)
class RandomNetworks:
    """How much the answers of untrained networks differ between the four switch positions.

    Attributes:
        networks: How many networks were drawn.
        low: First quartile, over the networks, of the largest answer less the smallest.
        median: Median, over the networks, of the largest answer less the smallest.
        high: Third quartile, over the networks, of the largest answer less the smallest.
        right: Networks that happen to put all four answers where the staircase lamp wants them.
    """

    networks: int
    low: float
    median: float
    high: float
    right: int


def random_networks(seeds: int = 1000) -> RandomNetworks:
    """Draw sigmoid networks of 2, 2 and 1 units by Glorot's rule, biases 0, and ask all rows."""
    rng = np.random.default_rng(0)
    drawn = nn.MLP((2, 2, 1), hidden=nn.sigmoid, output=nn.sigmoid, rng=rng, networks=seeds)
    given = drawn(nn.XOR.x)[..., 0]
    low, median, high = quartiles(np.ptp(given, axis=1)).tolist()
    right = int(((given > 0.5) == nn.XOR.y[:, 0]).all(axis=1).sum())  # noqa: PLR2004  (one half)
    return RandomNetworks(seeds, low, median, high, right)
