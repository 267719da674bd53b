"""The staircase lamp with dimmers for switches: small networks that learn it, many at once.

A position of the two dimmers lies near one of four corners, with so much scatter that the answers
overlap. Every network has positions and first weights of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

LOSS = nn.binary_cross_entropy_from_logits
HUGE = 1e30
EXAMPLES = 128
EPOCHS = 16
BUDGET = EPOCHS * EXAMPLES
"""How many examples a network looks at while it trains."""

Rate: TypeAlias = nn.Schedule | float | Float[Array, "rates 1 1"]
Callback: TypeAlias = Callable[[nn.EpochEnd], None]


@dataclass(frozen=True)
class Lamps:
    """Positions of dimmers with their answers, and networks that have not learned yet.

    Attributes:
        x, y: Two inputs and the target 0 or 1 of each example, for each network.
        network: The networks, as an ensemble.
    """

    x: Float[Array, "*networks examples 2"]
    y: Float[Array, "*networks examples 1"]
    network: nn.Network

    @classmethod
    def drawn(
        cls,
        seeds: int,
        sizes: Sequence[int] = (2, 8, 1),
        hidden: nn.Activation = nn.tanh,
        initialization: nn.Initialization | None = None,
    ) -> "Lamps":
        """Draw positions around the corners, scattered by 0.3, and weights."""
        data = [
            nn.noisy_xor(EXAMPLES, noise=0.3, rng=np.random.default_rng(seed))
            for seed in range(seeds)
        ]
        x: Float[Array, "networks examples 2"] = np.stack([one.x for one in data])
        y: Float[Array, "networks examples 1"] = np.stack([one.y for one in data])
        network = nn.MLP(
            sizes,
            hidden=hidden,
            initialization=initialization,
            rng=np.random.default_rng(seeds),
            networks=seeds,
        )
        return cls(x, y, network)

    def loss(self, network: nn.Network) -> Float[Array, "*rates networks"]:
        """Return the loss on all examples, huge for a network whose numbers outgrew their dtype."""
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = network(self.x)
        return LOSS(np.nan_to_num(outputs, nan=HUGE, posinf=HUGE, neginf=-HUGE), self.y)

    def trained(
        self, rate: Rate, batch_size: int, *callbacks: Callback, epochs: int = EPOCHS
    ) -> Float[Array, "*rates networks"]:
        """Train in shuffled batches, and return the loss on all examples."""
        done = nn.train(
            self.network,
            self.x,
            self.y,
            loss=LOSS,
            optimizer=nn.SGD(rate),
            epochs=epochs,
            batch_size=batch_size,
            rng=np.random.default_rng(0),
            callbacks=callbacks,
            on_divergence="mark",
        )
        return self.loss(done.network)

    def courses(
        self, rates: Sequence[float], batch_size: int
    ) -> Float[Array, "rates epochs networks"]:
        """Train at each rate, and return the loss before the first epoch and after each."""
        copies = len(rates)
        parameters = np.stack([self.network.parameters] * copies)
        lamps = Lamps(
            np.broadcast_to(self.x, (copies, *self.x.shape)),
            np.broadcast_to(self.y, (copies, *self.y.shape)),
            self.network.with_parameters(parameters),
        )
        losses = [lamps.loss(lamps.network)]
        columns = np.array(rates, dtype=float)[:, None, None]
        lamps.trained(columns, batch_size, lambda end: losses.append(lamps.loss(end.network)))
        return np.stack(losses, axis=1)


def gradient_of(
    network: nn.Network,
    x: Float[Array, "*networks examples 2"],
    y: Float[Array, "*networks examples 1"],
) -> Float[Array, "*networks parameters"]:
    """Return the gradient of the mean loss of some examples, for each network."""
    made = network.forward(x)
    return network.backward(made, LOSS.gradient(made.outputs, y)).parameters


RATES = tuple(2.0**power for power in (-6, -4, -2, -1, 0, 1, 2, 3))
BATCH = 16


@dataclass(frozen=True)
class Budgeted:
    """The loss of networks that have looked at 2,048 examples, 16 at a time.

    Attributes:
        networks: How many networks were trained at each rate.
        examples: How many examples each has looked at.
        rates: The learning rates.
        start: Median loss before training.
        loss: Quartiles of the loss at the end, for each rate.
        best_rate: The rate with the lowest median.
        best: Median loss at the end, at the best rate.
        loss[0, 1]: Median loss at the end, at the lowest rate.
        loss[-1, 1]: Median loss at the end, at the highest rate.
    """

    networks: int
    examples: int
    rates: tuple[float, ...]
    start: float
    loss: Float[Array, "rates 3"]
    best_rate: float
    best: float


@experiment
def rates_of_network(seeds: int = 100) -> Budgeted:
    """Train networks of 8 hidden units on 128 positions of dimmers for 16 epochs at each rate."""
    lamps = Lamps.drawn(seeds)
    loss = quartiles(np.array([lamps.trained(rate, BATCH) for rate in RATES]))
    median = loss[:, 1]
    return Budgeted(
        networks=seeds,
        examples=BUDGET,
        rates=RATES,
        start=float(np.median(lamps.loss(lamps.network))),
        loss=loss,
        best_rate=RATES[int(median.argmin())],
        best=float(median.min()),
    )


@dataclass(frozen=True)
class Sharpness:
    """The largest curvature of the loss of networks before training: medians.

    Attributes:
        steepest: The largest eigenvalue of the Hessian.
        critical: The critical learning rate: 2 over the largest eigenvalue.
    """

    steepest: float
    critical: float


@experiment
def sharpness(seeds: int = 100, reach: float = 1e-6) -> Sharpness:
    """Take the Hessian of untrained networks from gradients at parameters moved by 1e-6."""
    lamps = Lamps.drawn(seeds)
    network = lamps.network
    here = gradient_of(network, lamps.x, lamps.y)
    columns = []
    for row in reach * np.eye(network.parameter_count):
        moved = network.with_parameters(network.parameters + row)
        columns.append((gradient_of(moved, lamps.x, lamps.y) - here) / reach)
    hessian = np.stack(columns, axis=-1)
    steepest = float(np.median(np.linalg.eigvalsh((hessian + hessian.mT) / 2)[:, -1]))
    return Sharpness(steepest, 2 / steepest)
