"""Transcribes layer-factor.tex: averages over every choice of signs."""

from itertools import product

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the size of a weight, pre-activations, and some blames."""
    return {
        "size": rng.uniform(0.1, 2),
        "z": rng.normal(size=5),
        "blames": rng.normal(size=4),
    }


def equation(
    size: np.ndarray, z: np.ndarray, blames: np.ndarray
) -> np.ndarray:
    r"""Multiply four averages.

    \mathrm{E}\left[\left(\delta_{j}^{[l]}\right)^{2}\right] = n \cdot
    \mathrm{Var}[w] \cdot \mathrm{E}\left[g'(z)^{2}\right] \cdot
    \mathrm{E}\left[\left(\delta_{k}^{[l+1]}\right)^{2}\right]
    """
    variance = size**2  # of a weight that is +size as often as -size
    steepness = sum((1 - np.tanh(each) ** 2) ** 2 for each in z) / len(z)
    blame = sum(each**2 for each in blames) / len(blames)
    return np.array(len(blames) * variance * steepness * blame)


def package(size: np.ndarray, z: np.ndarray, blames: np.ndarray) -> np.ndarray:
    """Send the blames back through each choice of signs, at each z."""
    found = []
    for signs in product((-1, 1), repeat=4):
        arriving = np.full(5, blames @ (size * np.array(signs)))
        found.append(nn.tanh.backward(z, arriving) ** 2)
    return np.asarray(np.mean(found))
