"""What the chapter on optimizers states in numbers: steps, ravines, decay, digits, memory."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn
from guide.experiments.optimizers_decay import decayed, penalized
from guide.experiments.optimizers_digits import rate_grid
from guide.experiments.optimizers_digits_race import (
    best_rates,
    carried_rate,
    default_rates,
    longer_default,
    uncorrected_digits,
)
from guide.experiments.optimizers_momenta import momenta
from guide.experiments.optimizers_ravine import straight_race, turned_race, walk, zigzag
from guide.experiments.optimizers_steps import (
    fading,
    half_swing,
    high_swing,
    momentum_lengths,
    rate_limits,
    step_lengths,
    swing,
    uncorrected,
    usual_swing,
)

__all__ = [
    "best_rates",
    "carried_rate",
    "decayed",
    "default_rates",
    "fading",
    "half_swing",
    "high_swing",
    "longer_default",
    "memory",
    "momenta",
    "momentum_lengths",
    "penalized",
    "rate_grid",
    "rate_limits",
    "step_lengths",
    "straight_race",
    "swing",
    "turned_race",
    "uncorrected",
    "uncorrected_digits",
    "usual_swing",
    "walk",
    "weight_size",
    "zigzag",
]


@dataclass(frozen=True)
class Memory:
    """Numbers that training keeps for the network of the race on digits.

    Attributes:
        parameters: Weights and biases.
        momentum: How many numbers momentum remembers beside them.
        adam: How many numbers Adam remembers beside them.
    """

    parameters: int
    momentum: int
    adam: int


def memory() -> Memory:
    """Start momentum and Adam on a network of 64, 16 and 10 units and count what they keep."""
    parameters = nn.MLP([64, 16, 10], rng=np.random.default_rng(0)).parameters
    momentum, adam = (
        sum(vector.size for vector in optimizer.start(parameters).vectors)
        for optimizer in (nn.Momentum(0.1), nn.Adam())
    )
    return Memory(parameters.size, momentum, adam)


def weight_size() -> float:
    """Take the root of the mean square of the first weights of 100 networks of the race."""
    network = nn.MLP([64, 16, 10], rng=np.random.default_rng(0), networks=(100,))
    weights = network.parameters[:, network.weight_mask]
    return float(np.sqrt(np.mean(weights**2)))
