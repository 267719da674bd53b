"""How a sigmoid unit that starts out sure and wrong learns under MSE and under cross-entropy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

EXAMPLES = 20
STEPS = 1000
ENOUGH = 0.9

Batch: TypeAlias = Float[Array, "seeds examples 1"]
"""One number for each example of each unit."""

Start: TypeAlias = tuple[Float[Array, "seeds examples 2"], Batch, Float[Array, "seeds 2 1"], Batch]
"""Inputs, labels, weights and biases."""


@dataclass(frozen=True)
class Unlearning:
    """How units change their mind, each under one loss.

    Attributes:
        units: How many units were trained.
        converted: Percent of the units that get nine in ten of their examples right, before each
            step.
        steps: Median number of steps until a unit does.
        stuck: Percent of the units that never get nine in ten of their examples right.
    """

    units: int
    converted: Float[Array, " steps"]
    steps: float
    stuck: float


@experiment
def with_cross_entropy(seeds: int = 200, rate: float = 0.5) -> Unlearning:
    """Train units that start sure and wrong with binary cross-entropy at learning rate 0.5."""
    return _trained(wrong_units(seeds), rate, nn.binary_cross_entropy_from_logits.gradient)


@experiment
def with_mse(seeds: int = 200, rate: float = 0.5) -> Unlearning:
    """Train the same units with the MSE behind the sigmoid, at the same learning rate."""
    return _trained(wrong_units(seeds), rate, slope_of_mse)


@experiment
def with_fast_mse(seeds: int = 200, rate: float = 5.0) -> Unlearning:
    """Train the same units with the MSE behind the sigmoid, at ten times the learning rate."""
    return _trained(wrong_units(seeds), rate, slope_of_mse)


def slope_of_mse(z: Batch, y: Batch) -> Batch:
    """Return the slope of the MSE at the scores, through the sigmoid."""
    return nn.sigmoid.backward(z, nn.mse.gradient(nn.sigmoid(z), y))


def _trained(start: Start, rate: float, slope_at: Callable[[Batch, Batch], Batch]) -> Unlearning:
    x, y, w, b = start
    right = np.empty((STEPS, len(x)), dtype=bool)
    for step in range(STEPS):
        z = x @ w + b
        right[step] = ((z > 0) == (y > 0)).mean(axis=(1, 2)) >= ENOUGH
        delta = slope_at(z, y)
        w, b = w - rate * (x.mT @ delta), b - rate * delta.sum(axis=1, keepdims=True)
    never = np.asarray(~right.any(axis=0))
    arrival = np.where(never, STEPS, right.argmax(axis=0))
    converted = 100 * right.mean(axis=1)
    return Unlearning(len(x), converted, float(np.median(arrival)), percent(never))


def wrong_units(units: int) -> Start:
    """Draw two groups of points, and weights that tell them apart the wrong way round."""
    rng = np.random.default_rng(0)
    y = np.tile([[0.0], [1.0]], (units, EXAMPLES // 2, 1))
    angle = rng.uniform(0, 2 * np.pi, size=(units, 1, 1))
    toward = np.concatenate([np.cos(angle), np.sin(angle)], axis=-1)
    x = (2 * y - 1) * toward + 0.3 * rng.normal(size=(units, EXAMPLES, 2))
    size = rng.uniform(4, 8, size=(units, 1, 1))
    return x, y, -size * toward.mT, np.zeros((units, 1, 1))
