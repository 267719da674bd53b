"""Transcribes glorot.tex: the rule of the package, squared."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw the widths of a layer."""
    n_in, n_out = (int(width) for width in rng.integers(1, 500, size=2))
    return {"n_in": n_in, "n_out": n_out}


def equation(n_in: int, n_out: int) -> float:
    r"""Divide 2 by the sum of both widths.

    \operatorname{Var}[w] = \frac{2}{n_{\text{in}} + n_{\text{out}}}
    """
    return 2 / (n_in + n_out)


def package(n_in: int, n_out: int) -> float:
    """Ask the package for the standard deviation."""
    return nn.Glorot().std(inputs=n_in, outputs=n_out) ** 2
