"""What the home page shows: nine weights and four biases that learn exclusive or."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from nnbyhand.shapes import NDArray

Array = NDArray[np.float64]

QUESTIONS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
ANSWERS = np.array([[-1.0], [1.0], [1.0], [-1.0]])
"""Is exactly one of the two inputs on? Yes is 1, no is -1."""

RATE = 0.2
STEPS = 400
SEED = 1


@dataclass(frozen=True)
class Network:
    """Two inputs, three hidden units, one output, tanh in both layers.

    Attributes:
        hidden: Weights from the inputs to the hidden units.
        hidden_bias: One number for each hidden unit.
        output: Weights from the hidden units to the output.
        output_bias: One number.
    """

    hidden: Float[Array, "*starts 2 3"]
    hidden_bias: Float[Array, "*starts 1 3"]
    output: Float[Array, "*starts 3 1"]
    output_bias: Float[Array, "*starts 1 1"]


@dataclass(frozen=True)
class Run:
    """How one network learned.

    Attributes:
        steps: How many steps of gradient descent it took.
        first_loss: The mean squared error of its four answers before.
        last_loss: The mean squared error of its four answers after.
    """

    steps: int
    first_loss: float
    last_loss: float


@dataclass(frozen=True)
class Starts:
    """How many networks learned.

    Attributes:
        tried: How many random starts there were.
        learned: Percent of the random starts that end with all four answers right.
    """

    tried: int
    learned: float


def random_start(rng: np.random.Generator, *starts: int) -> Network:
    """Return standard normal weights and biases of zero, for as many networks as asked."""
    hidden, output = rng.normal(size=(*starts, 2, 3)), rng.normal(size=(*starts, 3, 1))
    return Network(hidden, np.zeros((*starts, 1, 3)), output, np.zeros((*starts, 1, 1)))


def home_start() -> Network:
    """Return the start of the network on the home page; two decimals, so that it can be read."""
    start = random_start(np.random.default_rng(SEED))
    return Network(
        start.hidden.round(2), start.hidden_bias, start.output.round(2), start.output_bias
    )


def answer(
    network: Network, inputs: Float[Array, "examples 2"]
) -> Float[Array, "*starts examples 1"]:
    """Return what the network says, from -1 (no) to 1 (yes)."""
    active = nn.tanh(inputs @ network.hidden + network.hidden_bias)
    return np.asarray(nn.tanh(active @ network.output + network.output_bias))


def loss(network: Network) -> Float[Array, "*starts"]:
    """Return the mean squared error of the four answers."""
    return np.asarray(np.mean((answer(network, QUESTIONS) - ANSWERS) ** 2, axis=(-2, -1)))


def step(network: Network) -> Network:
    """Return the network after one step of gradient descent on all four questions."""
    z_hidden = QUESTIONS @ network.hidden + network.hidden_bias
    active = nn.tanh(z_hidden)
    z_output = active @ network.output + network.output_bias
    upstream = 2 / len(ANSWERS) * (nn.tanh(z_output) - ANSWERS)
    d_output = nn.tanh.backward(z_output, upstream)
    d_hidden = nn.tanh.backward(z_hidden, d_output @ np.swapaxes(network.output, -1, -2))
    return Network(
        network.hidden - RATE * QUESTIONS.T @ d_hidden,
        network.hidden_bias - RATE * d_hidden.sum(axis=-2, keepdims=True),
        network.output - RATE * np.swapaxes(active, -1, -2) @ d_output,
        network.output_bias - RATE * d_output.sum(axis=-2, keepdims=True),
    )


def trained(network: Network, steps: int = STEPS) -> Network:
    """Return the network after so many steps."""
    for _ in range(steps):
        network = step(network)
    return network


def losses() -> list[float]:
    """Return the loss of the network of the home page before and after each of its steps."""
    network, found = home_start(), []
    for _ in range(STEPS):
        found.append(float(loss(network)))
        network = step(network)
    return [*found, float(loss(network))]


@experiment
def home_run() -> Run:
    """Train the network of the home page and measure its loss before and after."""
    found = losses()
    return Run(STEPS, found[0], found[-1])


@experiment
def random_starts(seeds: int = 1000) -> Starts:
    """Count how many random starts end with all four answers right after 400 steps."""
    ends = trained(random_start(np.random.default_rng(0), seeds))
    right = np.sign(answer(ends, QUESTIONS)) == ANSWERS
    return Starts(seeds, 100 * float(np.mean(right.all(axis=(-2, -1)))))
