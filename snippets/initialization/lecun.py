"""Transcribes lecun.tex: the rule of the package, squared."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw the number of inputs of a layer."""
    return {"n_in": int(rng.integers(1, 500))}


def equation(n_in: int) -> float:
    r"""Divide 1 by the number of inputs.

    \operatorname{Var}[w] = \frac{1}{n_{\text{in}}}
    """
    return 1 / n_in


def package(n_in: int) -> float:
    """Ask the package for the standard deviation."""
    return nn.LeCun().std(inputs=n_in, outputs=7) ** 2
