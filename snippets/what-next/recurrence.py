"""Transcribes recurrence.tex: five steps, against one dense layer."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw five steps of two inputs, and the weights of three units."""
    sizes = {"x": (5, 2), "w": (2, 3), "u": (3, 3), "b": (3,)}
    return {name: rng.normal(size=size) for name, size in sizes.items()}


def equation(
    x: np.ndarray, w: np.ndarray, u: np.ndarray, b: np.ndarray
) -> np.ndarray:
    r"""Add what comes in to what was left by the step before, from zero.

    h_{t} = g\left(x_{t} W + h_{t-1} U + b\right)
    """
    h = np.zeros(3)
    for step in x:
        sums = [
            sum(step[i] * w[i, k] for i in range(2))
            + sum(h[j] * u[j, k] for j in range(3))
            + b[k]
            for k in range(3)
        ]
        h = np.tanh(sums)
    return h


def package(
    x: np.ndarray, w: np.ndarray, u: np.ndarray, b: np.ndarray
) -> np.ndarray:
    """Give one dense layer its own outputs back beside the next inputs."""
    rng = np.random.default_rng(0)
    start = nn.Network.build(nn.Dense(5, 3), nn.tanh, rng=rng)
    both = np.concatenate([w, u]).ravel()
    layer = start.with_parameters(np.concatenate([both, b]))
    h = np.zeros((1, 3))
    for step in x:
        h = layer(np.concatenate([step[None], h], axis=1))
    return h[0]
