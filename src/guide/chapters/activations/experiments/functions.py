"""The activations as functions: slopes, lowest outputs, the limits of floats, lost rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.shapes import Array, NDArray


def sigmoid_slope(z: float = 0.0) -> float:
    """Compute the slope of the sigmoid at z = 0, where it is steepest."""
    return float(nn.sigmoid.derivative(z))


@dataclass(frozen=True)
class FarOut:
    """The sigmoid at z = 6, far to the right.

    Attributes:
        rise: The rise of the sigmoid between z = 6 and z = 7.
        slope: The slope of the sigmoid at z = 6.
        slowdown: How many times steeper the sigmoid is at 0 than at z = 6.
    """

    rise: float
    slope: float
    slowdown: float


def sigmoid_far_out(z: float = 6.0) -> FarOut:
    """Compare the sigmoid's slope at z = 6 with the one at 0, and its rise up to z = 7."""
    slope = sigmoid_slope(z)
    return FarOut(float(nn.sigmoid(z + 1) - nn.sigmoid(z)), slope, sigmoid_slope() / slope)


@dataclass(frozen=True)
class ExpLimit:
    """The largest exponent before e to its power is more than a float can hold.

    Attributes:
        float32: The largest z whose exp a float of 32 bits can hold.
        float64: The largest z whose exp a float of 64 bits can hold.
    """

    float32: float
    float64: float


def exp_limit() -> ExpLimit:
    """Take the natural logarithm of the largest float of 32 and of 64 bits."""
    return ExpLimit(*(float(np.log(np.finfo(kind).max)) for kind in (np.float32, np.float64)))


@dataclass(frozen=True)
class Lowest:
    """Where GELU and SiLU turn around, and how deep they are there.

    Attributes:
        gelu: The lowest output of GELU.
        gelu_z: The z at which GELU is lowest.
        silu: The lowest output of SiLU.
        silu_z: The z at which SiLU is lowest.
    """

    gelu: float
    gelu_z: float
    silu: float
    silu_z: float


def lowest_output(points: int = 40_001) -> Lowest:
    """Find the lowest output of GELU and of SiLU on a fine grid of z from -4 to 0."""
    z = np.linspace(-4, 0, points)
    gelu, silu = nn.gelu(z), nn.silu(z)
    deep, deeper = int(gelu.argmin()), int(silu.argmin())
    return Lowest(float(gelu[deep]), float(z[deep]), float(silu[deeper]), float(z[deeper]))


@dataclass(frozen=True)
class BentLine:
    """One network of two hidden layers, with ReLU after each of them and without.

    Attributes:
        x: The input.
        without, with_relu: The output.
        corners: Where, in `x`, the output with ReLU changes its slope.
        bends: How often the output with ReLU changes its slope.
    """

    x: Float[Array, " points"]
    without: Float[Array, " points"]
    with_relu: Float[Array, " points"]
    corners: NDArray[np.intp]
    bends: int


def bent_line(seed: int = 208, width: int = 5, points: int = 1201) -> BentLine:
    """Draw weights once at random and send inputs from -3 to 3 on, with ReLU and without."""
    rng = np.random.default_rng(seed)
    sizes = (1, width, width, 1)
    weights = [rng.normal(size=pair) / np.sqrt(pair[0]) for pair in pairwise(sizes)]
    biases = [rng.normal(size=size) for size in sizes[1:]]
    x = np.linspace(-3, 3, points)
    without, with_relu = (
        _output(x, weights, biases, activation) for activation in (nn.linear, nn.relu)
    )
    turning = np.abs(np.diff(with_relu, 2)) > 1e-9  # noqa: PLR2004  (rounding is far smaller)
    corners = np.flatnonzero(turning & ~np.roll(turning, 1)) + 1
    return BentLine(x, without, with_relu, corners, corners.size)


def _output(
    x: Float[Array, " points"],
    weights: Sequence[Float[Array, "inputs outputs"]],
    biases: Sequence[Float[Array, " outputs"]],
    activation: nn.Elementwise,
) -> Float[Array, " points"]:
    a = x[:, None]
    for w, b in zip(weights[:-1], biases[:-1], strict=True):
        a = activation(a @ w + b)
    return np.asarray((a @ weights[-1] + biases[-1])[:, 0])


def row_errors(gaps: Float[Array, " gaps"], *, own_maximum: bool) -> Float[Array, " gaps"]:
    """Measure how wrong softmax in float32 is about a row that lies below another row by each gap.

    Args:
        gaps: How far the scores 0, -1, -2 of the row are lowered.
        own_maximum: Subtract the largest score of the row itself, instead of the largest of all.

    Returns:
        The largest relative error of a share of the row, NaN where the row is NaN.
    """
    right = nn.softmax(np.array([0.0, -1.0, -2.0]))
    scores = (np.array([0.0, -1.0, -2.0]) - gaps[:, None]).astype(np.float32)
    leader = scores.max(axis=1, keepdims=True) if own_maximum else np.float32(0)
    powers = np.exp(scores - leader)
    with np.errstate(invalid="ignore"):
        shares = powers / powers.sum(axis=1, keepdims=True)
    return np.asarray((np.abs(shares - right) / right).max(axis=1))


def lost_row() -> int:
    """Find the least whole gap between rows at which one maximum for both gives NaN in float32."""
    gaps = np.arange(200, dtype=np.float32)
    powers = np.exp(-gaps)
    return int(np.argmax(powers == 0))
