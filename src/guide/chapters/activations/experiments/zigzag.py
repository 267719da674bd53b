"""How units find their weights from inputs that are all positive, and from centered ones."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

GOAL = np.array([1.0, -1.0])
NEAR = 0.1


@dataclass(frozen=True)
class Walk:
    """How units walk to their goal on inputs of one kind.

    Attributes:
        path: The two weights after each example, for the first seed, until they are near the goal.
        steps: Median number of examples until the weights are near the goal.
        detour: Median length of the path to the goal, where the straight line to it is 1.
    """

    path: Float[Array, "steps weights"]
    steps: float
    detour: float


@experiment
def positive_walk(seeds: int = 200, rate: float = 0.5) -> Walk:
    """Walk to the weights 1 and -1 on inputs between 0 and 1, sigmoids of normal numbers."""
    return _walk(nn.sigmoid(_normal_numbers(seeds)), rate)


@experiment
def centered_walk(seeds: int = 200, rate: float = 0.5) -> Walk:
    """Walk to the weights 1 and -1 on the same inputs, stretched to lie between -1 and 1."""
    return _walk(2 * nn.sigmoid(_normal_numbers(seeds)) - 1, rate)


def _normal_numbers(seeds: int, examples: int = 150) -> Float[Array, "examples seeds weights"]:
    return 2 * np.random.default_rng(0).normal(size=(examples, seeds, 2))


def _walk(examples: Float[Array, "examples seeds weights"], rate: float) -> Walk:
    """Step down the half squared error of a linear unit, one example at a time, for all seeds."""
    w = np.zeros_like(examples[0])
    visited = [w]
    for x in examples:
        error = ((w - GOAL) * x).sum(axis=-1, keepdims=True)
        w = w - rate * error * x
        visited.append(w)
    path = np.stack(visited)
    near = np.linalg.norm(path - GOAL, axis=-1) < NEAR
    if not near.any(axis=0).all():
        message = "a unit did not come near its goal; give it more examples"
        raise ValueError(message)
    arrival = near.argmax(axis=0)
    walked = np.linalg.norm(np.diff(path, axis=0), axis=-1).cumsum(axis=0)
    detours = walked[arrival - 1, np.arange(arrival.size)] / np.linalg.norm(GOAL)
    return Walk(path[: arrival[0] + 1, 0], float(np.median(arrival)), float(np.median(detours)))
