"""Transcribes shares.tex: one query after the other, in loops."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw four tokens with queries and keys of 3, and values of 2."""
    sizes = {"queries": 3, "keys": 3, "values": 2}
    return {name: rng.normal(size=(4, size)) for name, size in sizes.items()}


def equation(
    queries: np.ndarray, keys: np.ndarray, values: np.ndarray
) -> np.ndarray:
    r"""Let each query take a mean of all values.

    A = \mathrm{softmax}\left(\frac{Q K^{\top}}{\sqrt{d}}\right) V
    """
    rows = []
    for query in queries:
        scores = [sum(query * key) / np.sqrt(3) for key in keys]
        total = sum(np.exp(score) for score in scores)
        shares = [np.exp(score) / total for score in scores]
        pairs = zip(shares, values, strict=True)
        rows.append(sum(share * value for share, value in pairs))
    return np.array(rows)


def package(
    queries: np.ndarray, keys: np.ndarray, values: np.ndarray
) -> np.ndarray:
    """Compute all at once, with the package's softmax."""
    return nn.softmax(queries @ keys.T / np.sqrt(3)) @ values
