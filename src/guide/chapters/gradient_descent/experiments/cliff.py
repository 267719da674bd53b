"""A chain of ten layers that share one weight: a cliff in the loss, and clipped steps down it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

DEPTH = 10
RATE = 0.01
LIMIT = 1.0
Clip = Callable[[Float[Array, "*networks 2"]], Float[Array, "*networks 2"]]

CLIPS: dict[str, Clip] = {
    "none": lambda gradient: gradient,
    "norm": partial(nn.clip_by_norm, limit=LIMIT),
    "value": partial(nn.clip_by_value, limit=LIMIT),
}


def chain_loss(weights: Float[Array, "*networks 2"]) -> Float[Array, "*networks"]:
    """Return half the squared error of `v * w ** 10`, where 1 is right; weights are (v, w)."""
    v, w = np.moveaxis(weights, -1, 0)
    return np.asarray((v * w**DEPTH - 1) ** 2 / 2)


def chain_gradient(weights: Float[Array, "*networks 2"]) -> Float[Array, "*networks 2"]:
    """Return the slopes of that loss."""
    v, w = np.moveaxis(weights, -1, 0)
    error = v * w**DEPTH - 1
    return np.stack([error * w**DEPTH, error * v * DEPTH * w ** (DEPTH - 1)], axis=-1)


def path(clip: str, start: tuple[float, float], steps: int) -> Float[Array, "steps 2"]:
    """Return the weights from a start on, after each step."""
    weights = [np.array(start)]
    for _ in range(steps):
        weights.append(weights[-1] - RATE * CLIPS[clip](chain_gradient(weights[-1])))
    return np.array(weights)


@dataclass(frozen=True)
class Cliff:
    """What becomes of chains that start near the cliff.

    Attributes:
        starts: How many starts were tried.
        thrown: Percent that end without a finite loss, if nothing is clipped.
        thrown_by_norm, thrown_by_value: The same, clipped.
        found: Percent whose loss ends below 0.001, if nothing is clipped.
        found_by_norm: Percent whose loss ends below 0.001, with the gradient's length clipped at 1.
        found_by_value: Percent whose loss ends below 0.001, with each slope clipped at 1.
    """

    starts: int
    thrown: float
    thrown_by_norm: float
    thrown_by_value: float
    found: float
    found_by_norm: float
    found_by_value: float


def cliff(seeds: int = 500, steps: int = 500) -> Cliff:
    """Take 500 steps at rate 0.01 from random starts, with gradients clipped at 1 and without."""
    rng = np.random.default_rng(0)
    starts = np.stack([rng.uniform(0.2, 1.5, seeds), rng.uniform(0.8, 1.6, seeds)], axis=-1)
    ends = []
    with np.errstate(over="ignore", invalid="ignore"):  # some weights are thrown far out
        for clip in CLIPS.values():
            weights = starts
            for _ in range(steps):
                weights = weights - RATE * clip(chain_gradient(weights))
            ends.append(chain_loss(weights))
    thrown = [percent(~np.isfinite(loss)) for loss in ends]
    found = [percent(loss < 1e-3) for loss in ends]  # noqa: PLR2004  (stated)
    return Cliff(seeds, *thrown, *found)
