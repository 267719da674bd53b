"""Which pairs of output and loss send back the plain error, and what the others send."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn
from guide.experiments.backpropagation_worked import worked

PAIRS: tuple[tuple[nn.Activation, nn.Loss, str], ...] = (
    (nn.sigmoid, nn.binary_cross_entropy, "a - y"),
    (nn.softmax, nn.cross_entropy, "a - y"),
    (nn.linear, nn.half_mse, "a - y"),
    (nn.linear, nn.mse, "2*(a - y)"),
    (nn.sigmoid, nn.mse, "2*(a - y)*a*(1 - a)"),
    (nn.sigmoid, nn.half_mse, "(a - y)*a*(1 - a)"),
)
"""Activations of the output, losses, and what stands at z for one example, as Python."""


@dataclass(frozen=True)
class OutputError:
    """What one pair sends back where the sum is that of the worked example and the target 1.

    Attributes:
        activation: Name of the output's activation.
        loss: Name of the loss.
        formula: The slope of the loss at z, as Python.
        plain: The value of a - y.
        nudged: The slope by central differences.
        passes: Whether these two agree.
    """

    activation: str
    loss: str
    formula: str
    plain: float
    nudged: float
    passes: bool


def output_errors() -> tuple[OutputError, ...]:
    """Nudge the output's sum of the worked example for six pairs of activation and loss."""
    return tuple(_output_error(*pair) for pair in PAIRS)


def _output_error(
    activation: nn.Activation, loss: nn.Loss, formula: str, step: float = 1e-5
) -> OutputError:
    # Softmax against a second score of 0 gives the first class what the sigmoid gives.
    outputs = 2 if activation == nn.softmax else 1
    z, y = np.array([[worked().z2, 0.0]])[:, :outputs], np.array([[1.0, 0.0]])[:, :outputs]
    move = step * np.eye(outputs)[:1]
    above, below = (float(loss(activation(moved), y)) for moved in (z + move, z - move))
    plain, nudged = float((activation(z) - y)[0, 0]), (above - below) / (2 * step)
    agree = bool(np.isclose(plain, nudged, rtol=1e-8))
    return OutputError(activation.name, loss.name, formula, plain, nudged, agree)
