"""Transcribes hidden.tex: three units, against the table of XOR."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw ten rows of the table."""
    return {"rows": rng.integers(4, size=10)}


def equation(rows: np.ndarray) -> np.ndarray:
    r"""Ask one unit after the other.

    \begin{aligned}
    h_{1} &= \operatorname{step}(2 x_{1} + 2 x_{2} - 1) \\
    h_{2} &= \operatorname{step}(2 x_{1} + 2 x_{2} - 3) \\
    a &= \operatorname{step}(2 h_{1} - 2 h_{2} - 1)
    \end{aligned}
    """
    answers = []
    for x1, x2 in nn.XOR.x[rows]:
        h1 = 1 if 2 * x1 + 2 * x2 - 1 >= 0 else 0
        h2 = 1 if 2 * x1 + 2 * x2 - 3 >= 0 else 0
        answers.append(1 if 2 * h1 - 2 * h2 - 1 >= 0 else 0)
    return np.array(answers)


def package(rows: np.ndarray) -> np.ndarray:
    """Look up what the table says."""
    return nn.XOR.y[rows, 0]
