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
