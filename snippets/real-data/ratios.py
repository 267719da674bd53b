"""Transcribes ratios.tex: recall and precision, against the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw labels and answers, each class at least once right."""
    draw = rng.integers(0, 3, size=(2, 20))
    return {
        "true": np.append(draw[0], [0, 1, 2]),
        "answer": np.append(draw[1], [0, 1, 2]),
    }


def equation(
    true: np.ndarray, answer: np.ndarray
) -> tuple[list[float], list[float]]:
    r"""Count pairs one by one, then divide by rows and by columns.

    R_{k} = \frac{C_{kk}}{\sum_{j=1}^{K} C_{kj}}
    \qquad P_{k} = \frac{C_{kk}}{\sum_{j=1}^{K} C_{jk}}
    """
    c = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
    for i in range(23):
        c[true[i]][answer[i]] += 1
    recall = [c[k][k] / sum(c[k][j] for j in range(3)) for k in range(3)]
    precision = [c[k][k] / sum(c[j][k] for j in range(3)) for k in range(3)]
    return recall, precision


def package(
    true: np.ndarray, answer: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Ask the package for each class by itself."""
    return (
        nn.recall(answer, true, average=None),
        nn.precision(answer, true, average=None),
    )
