"""Transcribes network.tex: unit by unit, against a network of the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw five places and the numbers of a network of four hidden units."""
    w, b, v = rng.normal(size=(3, 4))
    return {
        "x": rng.normal(size=5),
        "w": w,
        "b": b,
        "v": v,
        "c": rng.normal(size=1),
    }


def equation(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, v: np.ndarray, c: np.ndarray
) -> np.ndarray:
    r"""Add up the hidden units one by one, with tanh for g.

    N(x) = c + \sum_{j=1}^{k} v_{j} \cdot g(w_{j} \cdot x + b_{j})
    """
    total = []
    for place in x:
        output = c[0]
        for j in range(4):
            output += v[j] * np.tanh(w[j] * place + b[j])
        total.append(output)
    return np.array(total)


def package(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, v: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Ask a network of the package with these numbers."""
    rng = np.random.default_rng(0)
    drawn = nn.MLP([1, 4, 1], hidden=nn.tanh, rng=rng)
    network = drawn.with_parameters(np.concatenate([w, b, v, c]))
    return network(x[:, None])[:, 0]
