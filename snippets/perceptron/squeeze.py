"""Transcribes squeeze.tex: after each update of AND, in random orders."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw a seed for the order of the rows."""
    return {"seed": int(rng.integers(1_000_000))}


def equation(seed: int) -> np.ndarray:
    r"""Learn in loops, and tell after each update whether all three hold.

    k^{2} \le (u \cdot v)^{2} \le \lVert u \rVert^{2} \cdot \lVert v \rVert^{2}
    \le 17 \cdot 3 \cdot k
    """
    rng, u, v = np.random.default_rng(seed), [2, 2, -3], [0, 0, 0]
    holds = []
    for _ in range(20):
        for i in rng.permutation(4).tolist():
            row = [i // 2, i % 2, 1]
            t = 1 if i == 3 else -1
            z = sum(v[j] * row[j] for j in range(3))
            if (z >= 0) != (t == 1):
                v = [v[j] + t * row[j] for j in range(3)]
                k = len(holds) + 1
                dot = sum(u[j] * v[j] for j in range(3)) ** 2
                lengths = 17 * sum(number**2 for number in v)
                holds.append(k**2 <= dot <= lengths <= 17 * 3 * k)
    return np.array(holds)


def package(seed: int) -> np.ndarray:
    """Learn with the package, and hold each update to its bound."""
    x, y = nn.AND.x, nn.AND.y
    rng = np.random.default_rng(seed)
    updates = nn.learn_perceptron(x, y, epochs=20, rng=rng).updates
    bound = nn.convergence_bound(x, y, weights=[2.0, 2.0], bias=-3.0)
    return np.arange(1, len(updates) + 1) <= bound
