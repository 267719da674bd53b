"""What moves and what is learned when some or all weights of a small network start from zero."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

HIDDEN = 4
RATE = 2.0
ROUNDING = 1e-3  # larger than rounding in float32 over all steps
STEPS = 250
POINTS = 17  # an odd number, so that yes and no cannot balance by accident
WEIGHTS, BIASES = slice(0, 2 * HIDDEN), slice(2 * HIDDEN, 3 * HIDDEN)
OUTPUT, OUTPUT_BIAS = slice(3 * HIDDEN, 4 * HIDDEN), slice(4 * HIDDEN, None)
ACTIVATIONS = (nn.tanh, nn.relu, nn.sigmoid)
STARTS: dict[str, tuple[float | None, float | None]] = {
    "all weights 0": (0.0, 0.0),
    "all weights 0.5": (0.5, 0.5),
    "hidden weights 0, output weights random": (0.0, None),
    "hidden weights random, output weights 0": (None, 0.0),
    "all weights random": (None, None),
}
"""What hidden and output weights start from; None is LeCun's rule with a gain of 1.5."""


@dataclass(frozen=True)
class Outcome:
    """How networks of one activation fared from one start; all biases start from 0.

    Attributes:
        hidden_moves, output_moves, bias_moves: Whether training ever moved a hidden weight or
            bias, an output weight, the bias of the output.
        apart: Whether the hidden units of a network ended with different weights.
        learned: Percent of the networks that answer every example right.
    """

    hidden_moves: bool
    output_moves: bool
    bias_moves: bool
    apart: bool
    learned: float


@experiment
def zero_starts(seeds: int = 100) -> dict[str, tuple[Outcome, ...]]:
    """Train 2-4-1 networks for 250 steps on the staircase lamp with wobbly switches."""
    return {
        name: tuple(_outcome(seeds, activation, *values) for activation in ACTIVATIONS)
        for name, values in STARTS.items()
    }


@dataclass(frozen=True)
class Learned:
    """Percent of the networks that learn the wobbly staircase lamp, by activation.

    Attributes:
        tanh: Percent of the networks of tanh units that learn it.
        relu: Percent of the networks of ReLUs that learn it.
        sigmoid: Percent of the networks of sigmoid units that learn it.
    """

    tanh: float
    relu: float
    sigmoid: float


def from_zero_output(seeds: int = 100) -> Learned:
    """Count the networks that learn when only the output weights start from zero."""
    return _learned(seeds, "hidden weights random, output weights 0")


def from_random(seeds: int = 100) -> Learned:
    """Count the networks that learn when all weights start at random and biases from zero."""
    return _learned(seeds, "all weights random")


def _learned(seeds: int, start: str) -> Learned:
    return Learned(*(each.learned for each in zero_starts(seeds)[start]))


def _outcome(
    seeds: int, activation: nn.Elementwise, hidden: float | None, output: float | None
) -> Outcome:
    data = nn.noisy_xor(POINTS, noise=0.1, rng=np.random.default_rng(0))
    random = hidden is None or output is None
    # Without randomness all networks are the same.
    start = _start(seeds if random else 1, activation, hidden, output)
    trained = nn.train(
        start,
        data.x,
        data.y,
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=nn.SGD(RATE),
        epochs=STEPS,
        rng=np.random.default_rng(0),
    ).network
    moved = (trained.parameters != start.parameters).any(axis=0)
    right = ((trained(data.x) > 0) == (data.y > 0)).all(axis=(1, 2))
    return Outcome(
        hidden_moves=bool(moved[WEIGHTS].any() or moved[BIASES].any()),
        output_moves=bool(moved[OUTPUT].any()),
        bias_moves=bool(moved[OUTPUT_BIAS].any()),
        apart=_spread(trained.parameters[:, WEIGHTS]) > ROUNDING,
        learned=percent(right),
    )


def _start(
    networks: int, activation: nn.Elementwise, hidden: float | None, output: float | None
) -> nn.Network:
    drawn = nn.MLP(
        (2, HIDDEN, 1),
        hidden=activation,
        initialization=nn.LeCun(gain=1.5),
        rng=np.random.default_rng(0),
        networks=networks,
        dtype=np.float32,
    )
    parameters = drawn.parameters.copy()
    for part, value in ((WEIGHTS, hidden), (OUTPUT, output)):
        if value is not None:
            parameters[:, part] = value
    return drawn.with_parameters(parameters)


def _spread(weights: Float[Array, "networks weights"]) -> float:
    """Return the largest difference between the weights of two hidden units of a network."""
    units = weights.reshape(len(weights), 2, HIDDEN)
    return float((units.max(axis=-1) - units.min(axis=-1)).max())
