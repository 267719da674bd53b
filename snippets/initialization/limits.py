"""Transcribes limits.tex: the largest weight that each rule can draw."""

import numpy as np

import nnbyhand as nn


class Largest(np.random.Generator):
    """A generator whose every uniform number is the largest it may be."""

    def uniform(
        self,
        low: float,  # noqa: ARG002  (the largest number does not need it)
        high: float,
        size: tuple[int, ...],
    ) -> np.ndarray:
        """Return the upper end."""
        return np.full(size, high)


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw the widths of a layer."""
    n_in, n_out = (int(width) for width in rng.integers(1, 50, size=2))
    return {"n_in": n_in, "n_out": n_out}


def equation(n_in: int, n_out: int) -> tuple[float, ...]:
    r"""Compute the three limits.

    \begin{aligned}
    c_{\text{LeCun}} &= \sqrt{\frac{3}{n_{\text{in}}}} \\
    c_{\text{Glorot}} &= \sqrt{\frac{6}{n_{\text{in}} + n_{\text{out}}}} \\
    c_{\text{He}} &= \sqrt{\frac{6}{n_{\text{in}}}}
    \end{aligned}
    """
    return (3 / n_in) ** 0.5, (6 / (n_in + n_out)) ** 0.5, (6 / n_in) ** 0.5


def package(n_in: int, n_out: int) -> tuple[float, ...]:
    """Ask each uniform rule for its largest weight."""
    kinds = (nn.LeCun, nn.Glorot, nn.He)
    largest = Largest(np.random.PCG64(0))
    drawn = [kind(uniform=True)((n_in, n_out), rng=largest) for kind in kinds]
    return tuple(weights.max() for weights in drawn)
