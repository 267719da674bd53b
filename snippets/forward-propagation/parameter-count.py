"""Transcribes parameter-count.tex: widths in, number of parameters out."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, list[int]]:
    """Draw the widths of a network of 1 to 5 layers."""
    return {"n": rng.integers(1, 9, size=rng.integers(2, 7)).tolist()}


def equation(n: list[int]) -> int:
    r"""Add up the layers.

    P = \sum_{l=1}^{L} (n_{l-1} + 1) \cdot n_{l}
    """
    layers = range(1, len(n))
    return sum((n[l_ - 1] + 1) * n[l_] for l_ in layers)


def package(n: list[int]) -> int:
    """Build the network and ask how many parameters it has."""
    return nn.MLP(n, rng=np.random.default_rng(0)).parameter_count
