"""The same matrix many times over: what a network does that reads a sequence step by step."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

RADII = (0.9, 1.0, 1.1)


@dataclass(frozen=True)
class Powers:
    """Length of a gradient after each of 50 steps back through one matrix; it starts at 1.

    Attributes:
        steps: The number of steps.
        shrinking, keeping, growing: Quartiles over the matrices, whose largest eigenvalue has
            size 0.9, 1.0 and 1.1.
        sloped: Those for 1.1, with the slope of tanh at a normal number in every step.
        shrinking[-1, 1]: Median length after all steps, where the largest eigenvalue has size 0.9.
        keeping[-1, 1]: Median length after all steps, where the largest eigenvalue has size 1.0.
        growing[-1, 1]: Median length after all steps, where the largest eigenvalue has size 1.1.
        sloped[-1, 1]: Median length after all steps, at 1.1 and with the slope of tanh in every
            step.
        stretch: Largest singular value of the matrices for 0.9: the median.
        matrices: How many matrices there were.
    """

    steps: Float[Array, " steps"]
    shrinking: Float[Array, "steps 3"]
    keeping: Float[Array, "steps 3"]
    growing: Float[Array, "steps 3"]
    sloped: Float[Array, "steps 3"]
    stretch: float
    matrices: int


@experiment
def powers(seeds: int = 200, steps: int = 50, units: int = 16) -> Powers:
    """Multiply random rows by a random matrix of 16 by 16 numbers, the same one 50 times."""
    rng = np.random.default_rng(0)
    matrices = rng.normal(size=(seeds, units, units))
    largest = np.abs(np.linalg.eigvals(matrices)).max(axis=1)[:, None, None]
    unit, start = matrices / largest, rng.normal(size=(seeds, 1, units))
    slopes = nn.tanh.derivative(rng.normal(size=(steps, seeds, 1, units)))
    flat = np.ones_like(slopes)
    shrinking, keeping, growing = (quartiles(_walk(start, radius * unit, flat)) for radius in RADII)
    sloped = quartiles(_walk(start, RADII[-1] * unit, slopes))
    stretch = float(np.median(np.linalg.norm(RADII[0] * unit, 2, axis=(1, 2))))
    return Powers(
        steps=np.arange(steps + 1.0),
        shrinking=shrinking,
        keeping=keeping,
        growing=growing,
        sloped=sloped,
        stretch=stretch,
        matrices=seeds,
    )


def _walk(
    start: Float[Array, "seeds 1 units"],
    matrix: Float[Array, "seeds units units"],
    slopes: Float[Array, "steps seeds 1 units"],
) -> Float[Array, "steps seeds"]:
    delta = start / np.linalg.norm(start, axis=-1, keepdims=True)
    lengths = [np.linalg.norm(delta, axis=(1, 2))]
    for slope in slopes:
        delta = (delta @ matrix.mT) * slope
        lengths.append(np.linalg.norm(delta, axis=(1, 2)))
    return np.array(lengths)
