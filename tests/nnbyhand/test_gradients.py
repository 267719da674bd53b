"""Every activation with every loss, every kind of layer and normalization: is the gradient right?

Central differences in float64 know nothing of the formulas. Each combination starts from weights
and data that Hypothesis draws; the parameters and the inputs are both checked.
"""

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nnbyhand as nn

BOUND = 1e-6
EXAMPLES, INPUTS, HIDDEN = 5, 3, 4
NORMALIZATIONS: dict[str, Callable[[], list[nn.Layer]]] = {
    "plain": list,
    "batch norm": lambda: [nn.BatchNorm()],
    "layer norm": lambda: [nn.LayerNorm()],
}
# For each loss, the number of outputs and how the network ends.
ENDS: dict[nn.Loss, tuple[int, list[nn.Activation]]] = {
    nn.mse: (2, []),
    nn.half_mse: (2, [nn.tanh]),
    nn.mae: (2, []),
    nn.huber: (2, []),
    nn.binary_cross_entropy: (2, [nn.sigmoid]),
    nn.binary_cross_entropy_from_logits: (2, []),
    nn.BinaryCrossEntropyFromLogits(label_smoothing=0.1, positive_weight=3.0): (2, []),
    nn.cross_entropy: (3, [nn.softmax]),
    nn.cross_entropy_from_logits: (3, []),
    nn.CrossEntropyFromLogits(label_smoothing=0.2, class_weights=(1.0, 2.0, 0.5)): (3, []),
}


def targets(loss: nn.Loss, outputs: int, rng: np.random.Generator) -> np.ndarray:
    """Far from the outputs, so that the corner of the absolute error is not met."""
    if "cross-entropy" not in loss.name:
        return rng.choice([-7.0, 7.0], size=(EXAMPLES, outputs))
    if "binary" in loss.name:
        return rng.integers(2, size=(EXAMPLES, outputs)).astype(float)
    return np.eye(outputs)[rng.integers(outputs, size=EXAMPLES)]


def worst(network: nn.Network, loss: nn.Loss, x: np.ndarray, y: np.ndarray) -> float:
    """Return the larger relative error of the two gradients, each along a random direction."""
    forward = network.forward(x)
    gradient = network.backward(forward, loss.gradient(forward.outputs, y))
    rng = np.random.default_rng(9)

    def at_parameters(parameters: np.ndarray) -> np.ndarray:
        return loss(network.with_parameters(parameters).forward(x).outputs, y)

    def at_inputs(inputs: np.ndarray) -> np.ndarray:
        return loss(network.forward(inputs).outputs, y)

    reports = [
        nn.gradient_check(at_parameters, network.parameters, gradient.parameters, rng=rng),
        nn.gradient_check(at_inputs, x, gradient.x, rng=rng),
    ]
    return max(report.relative_error for report in reports)


def combinations() -> Iterator[tuple[nn.Activation, str, nn.Loss]]:
    yield from product(nn.ACTIVATIONS, NORMALIZATIONS, ENDS)


@pytest.mark.parametrize(("activation", "normalization", "loss"), list(combinations()))
@settings(max_examples=2)
@given(seed=st.integers(0, 10_000))
def test_gradient_of_every_combination(
    activation: nn.Activation, normalization: str, loss: nn.Loss, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    outputs, end = ENDS[loss]
    middle = [*NORMALIZATIONS[normalization](), nn.Activated(activation)]
    block = nn.Residual(nn.Dense(HIDDEN, HIDDEN), *middle)
    layers = [nn.Dense(INPUTS, HIDDEN), *middle, block, nn.Dense(HIDDEN, outputs), *end]
    network = nn.Network.build(*layers, rng=rng)
    # Biases that start at 0 put units behind a silent layer exactly on the corner of a ReLU. Halved
    # weights keep probabilities away from 0 and 1, where rounding leaves no digits of 1 - p.
    shifts = rng.normal(0, 0.3, network.parameter_count)
    network = network.with_parameters(network.parameters / 2 + shifts)
    x = rng.normal(size=(EXAMPLES, INPUTS))
    y = targets(loss, outputs, rng)
    assert worst(network, loss, x, y) <= BOUND
