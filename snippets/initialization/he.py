"""Transcribes he.tex: the rule of the package, squared."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw the number of inputs of a layer."""
    return {"n_in": int(rng.integers(1, 500))}


def equation(n_in: int) -> float:
    r"""Divide 2 by the number of inputs.

    \operatorname{Var}[w] = \frac{2}{n_{\text{in}}}
    """
    return 2 / n_in


def package(n_in: int) -> float:
    """Ask the package for the standard deviation."""
    return nn.He().std(inputs=n_in, outputs=7) ** 2
