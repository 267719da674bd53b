"""One example through the network of two switches, forward and backward, with every number."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.two_switches import EXAMPLE, PARAMETERS, TARGET, network
from nnbyhand.shapes import Array

NUDGE = 0.001
"""By how much the chapter moves a weight or a switch to watch what happens."""


@dataclass(frozen=True)
class Worked:
    """Forward and backward numbers of the network for the input (1, 0) and the target 1.

    Attributes:
        z1, a1: What the hidden units sum up, and what they put out.
        z2: What the output unit sums up.
        a2: What the output unit puts out, the answer of the network.
        loss: Binary cross-entropy, in nats.
        output_slope: Slope of the output unit's sigmoid at z2.
        loss_slope: Slope of the loss at a2.
        delta2: Slope of the loss at z2.
        arriving: Slope of the loss at a1.
        hidden_slopes: Slopes of the hidden sigmoids at z1.
        delta1: Slope of the loss at z1.
        gradient: Slope of the loss at the nine weights and biases, in the order of `PARAMETERS`.
        nudged: The same slopes by central differences.
        inputs: Slope of the loss at the two inputs.
        a1[0]: What the first hidden unit puts out.
        gradient[6]: Slope of the loss at the weight from the first hidden unit to the output.
    """

    z1: Float[Array, "2"]
    a1: Float[Array, "2"]
    z2: float
    a2: float
    loss: float
    output_slope: float
    loss_slope: float
    delta2: float
    arriving: Float[Array, "2"]
    hidden_slopes: Float[Array, "2"]
    delta1: Float[Array, "2"]
    gradient: Float[Array, "9"]
    nudged: Float[Array, "9"]
    inputs: Float[Array, "2"]


def worked() -> Worked:
    """Send the input (1, 0) through the network and the slope of its loss back again."""
    shown = network()
    made = shown.forward(EXAMPLE)
    loss, upstream = nn.binary_cross_entropy.value_and_gradient(made.outputs, TARGET)
    z1, z2 = made.caches[1][0], made.caches[3][0]
    delta2 = nn.sigmoid.backward(z2, upstream)
    arriving = delta2 @ shown.arrays[2][0].T
    found = shown.backward(made, upstream)
    return Worked(
        z1=z1[0],
        a1=nn.sigmoid(z1)[0],
        z2=z2.item(),
        a2=made.outputs.item(),
        loss=float(loss),
        output_slope=nn.sigmoid.derivative(z2).item(),
        loss_slope=upstream.item(),
        delta2=delta2.item(),
        arriving=arriving[0],
        hidden_slopes=nn.sigmoid.derivative(z1)[0],
        delta1=nn.sigmoid.backward(z1, arriving)[0],
        gradient=found.parameters,
        nudged=_nudged(),
        inputs=found.x[0],
    )


def _nudged(step: float = 1e-5) -> Float[Array, "9"]:
    """Move each weight and bias to both sides and divide the rise of the loss by the run."""
    moves = step * np.eye(PARAMETERS.size)
    above, below = (network(PARAMETERS + sign * moves)(EXAMPLE) for sign in (1, -1))
    loss = nn.binary_cross_entropy
    return np.asarray((loss(above, TARGET) - loss(below, TARGET)) / (2 * step))


@dataclass(frozen=True)
class Nudge:
    """What moves when the weight from the first hidden unit to the output moves by 0.001.

    Attributes:
        z: By how much the sum of the output unit moves.
        a: By how much the output moves.
        loss: By how much the loss moves.
    """

    z: float
    a: float
    loss: float


def nudge() -> Nudge:
    """Raise the weight from the first hidden unit to the output by 0.001 and follow the change."""
    moved = PARAMETERS.copy()
    moved[6] += NUDGE
    (z, a, loss), (new_z, new_a, new_loss) = (_end(start) for start in (PARAMETERS, moved))
    return Nudge(new_z - z, new_a - a, new_loss - loss)


def _end(parameters: Float[Array, "9"]) -> tuple[float, float, float]:
    made = network(parameters).forward(EXAMPLE)
    loss = nn.binary_cross_entropy(made.outputs, TARGET)
    return made.caches[3][0].item(), made.outputs.item(), float(loss)


@dataclass(frozen=True)
class Paths:
    """How strongly the first switch moves the sum of the output unit.

    Attributes:
        first: The way through the first hidden unit: the product of the factors on it.
        second: The way through the second hidden unit: the product of the factors on it.
        both: The sum over both ways.
        measured: The rise of that sum over the run, when the switch moves by a millionth.
    """

    first: float
    second: float
    both: float
    measured: float


def two_paths(run: float = 1e-6) -> Paths:
    """Multiply the factors along both paths from the first switch, and nudge the switch, too."""
    found, shown = worked(), network()
    w1, w2 = shown.arrays[0][0], shown.arrays[2][0]
    first, second = (float(each) for each in w1[0] * found.hidden_slopes * w2[:, 0])
    move = np.array([[run, 0.0]])
    above, below = (shown.forward(x).caches[3][0].item() for x in (EXAMPLE + move, EXAMPLE - move))
    return Paths(first, second, first + second, (above - below) / (2 * run))


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
