"""The points that the tours of the playground learn from, made as the playground makes them."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.tours_choices import Choices
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Examples:
    """Points and what is right for them, the same for all networks or own ones for each.

    Attributes:
        x: The points.
        y: The labels 0 and 1, or numbers to predict.
    """

    x: Float[Array, "*seeds examples 2"]
    y: Float[Array, "*seeds examples 1"]


def task(choices: Choices, data_seed: int) -> tuple[Examples, Examples]:
    """Draw the points from a seed, deal out those that are held out, and scale both if asked."""
    rng = np.random.default_rng(data_seed)
    made = _made(choices, rng)
    count = len(made.x)
    kept = count - round(choices.held * count)
    order = rng.permutation(count) if kept < count else np.arange(count)
    scale = nn.Standardizer.fit(made.x[order[:kept]]) if choices.standardize else nn.linear
    train, held = (
        Examples(np.asarray(scale(made.x[rows])), made.y[rows])
        for rows in (order[:kept], order[kept:])
    )
    return train, held


def _made(choices: Choices, rng: np.random.Generator) -> Examples:
    if choices.dataset == "points":
        rows = np.array(choices.points)
        return Examples(rows[:, :2], rows[:, 2:])
    if choices.dataset == "xor":
        return Examples(nn.XOR.x, np.asarray(nn.XOR.y, float))
    if choices.dataset == "plane":
        x = rng.uniform(-1, 1, (choices.examples, 2))
        blur = choices.noise * rng.standard_normal((choices.examples, 1))
        return Examples(x, x.mean(axis=1, keepdims=True) + blur)
    make = {"circles": nn.circles, "moons": nn.moons, "noisy_xor": nn.noisy_xor}[choices.dataset]
    data = make(choices.examples, noise=choices.noise, rng=rng)
    return Examples(data.x, np.asarray(data.y, float))
