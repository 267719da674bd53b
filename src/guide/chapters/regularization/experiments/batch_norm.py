"""Batch normalization: the learning rates it allows, and what it gives when left in training."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.regularization.experiments.moons import LOSS, moons
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

RATES = (0.1, 0.3, 1, 3)
NOISE = 0.1
DIVERGED = 1e9


@dataclass(frozen=True)
class Rates:
    """The training loss of deep networks after some steps, for each learning rate.

    Attributes:
        seeds: How many networks, each with its own examples.
        rates: The learning rates of plain gradient descent.
        plain, normalized: Quartiles over the networks, without and with batch normalization.
    """

    seeds: int
    rates: tuple[float, ...]
    plain: Float[Array, "rates 3"]
    normalized: Float[Array, "rates 3"]

    @property
    def best_plain(self) -> float:
        """The lowest median without batch normalization."""
        return float(self.plain[:, 1].min())

    @property
    def best_plain_rate(self) -> float:
        """The learning rate with the lowest median without batch normalization."""
        return self.rates[int(self.plain[:, 1].argmin())]

    @property
    def normalized_there(self) -> float:
        """The median with batch normalization at the rate that is best without."""
        return float(self.normalized[self.plain[:, 1].argmin(), 1])

    @property
    def best_normalized(self) -> float:
        """The lowest median with batch normalization."""
        return float(self.normalized[:, 1].min())


@experiment
def rates(seeds: int = 100, steps: int = 30) -> Rates:
    """Train networks of 5 hidden layers with 12 ReLUs for 30 steps of plain gradient descent."""
    x, y = moons(seeds, 30, 41, NOISE)

    def end(rate: float, normalization: str | None) -> Float[Array, "3"]:
        rng = np.random.default_rng(42)
        network = nn.MLP(
            (2, *[12] * 5, 1),
            networks=(seeds,),
            rng=rng,
            dtype=np.float32,
            normalization="batch" if normalization else None,
        )
        choices: dict[str, Any] = {
            "loss": LOSS,
            "optimizer": nn.SGD(rate),
            "epochs": steps,
            "rng": rng,
        }
        history = nn.train(network, x, y, on_divergence="mark", **choices).history
        return quartiles(np.nan_to_num(history.loss[-1], nan=DIVERGED, posinf=DIVERGED))

    plain, normalized = (
        np.array([end(rate, normalization) for rate in RATES]) for normalization in (None, "batch")
    )
    return Rates(seeds, RATES, plain, normalized)


@dataclass(frozen=True)
class Modes:
    """Accuracy on fresh examples of networks with batch normalization, by how they are asked.

    Attributes:
        seeds: How many networks, each with its own examples.
        sizes: How many examples are asked about at once.
        training: Quartiles of the percentage right in training mode, for each size.
        in_use: Quartiles of the percentage right with the running statistics.
        one_class: Median percentage right in training mode, if a batch holds one class only.
        in_use[1]: The median with the running statistics.
        training[0, 1]: The median in training mode, asked about one example at a time.
        training[2, 1]: The median in training mode, asked about four examples at a time.
    """

    seeds: int
    sizes: tuple[int, ...]
    training: Float[Array, "sizes 3"]
    in_use: Float[Array, "3"]
    one_class: float


@experiment
def modes(seeds: int = 100, sizes: tuple[int, ...] = (1, 2, 4, 8, 16, 32)) -> Modes:
    """Train networks with batch normalization on batches of 12, then ask in both modes."""
    rng = np.random.default_rng(43)
    network = nn.MLP((2, 16, 16, 1), networks=(seeds,), rng=rng, normalization="batch")
    choices: dict[str, Any] = {
        "loss": LOSS,
        "optimizer": nn.Adam(0.02),
        "epochs": 20,
        "batch_size": 12,
    }
    network = nn.train(network, *moons(seeds, 60, 44, NOISE), rng=rng, **choices).network
    x, y = moons(seeds, 64, 45, NOISE)
    order = np.argsort(y, axis=1, kind="stable")
    sorted_x, sorted_y = (np.take_along_axis(array, order, axis=1) for array in (x, y))
    return Modes(
        seeds,
        sizes,
        np.array([quartiles(_in_training(network, x, y, size)) for size in sizes]),
        quartiles(100 * nn.accuracy(network(x), y, threshold=0)),
        float(np.median(_in_training(network, sorted_x, sorted_y, 32))),
    )


def _in_training(
    network: nn.Network,
    x: Float[Array, "networks examples 2"],
    y: Float[Array, "networks examples 1"],
    size: int,
) -> Float[Array, " networks"]:
    """Return the percentage right if asked about `size` examples at a time in training mode."""
    batches = np.split(x, x.shape[1] // size, axis=1)
    # One example alone has no variance; two copies of it have none either, and are allowed.
    copies = 2 if size == 1 else 1
    outputs = [network.forward(np.tile(batch, (1, copies, 1))).outputs for batch in batches]
    return 100 * nn.accuracy(
        np.concatenate([out[:, :size] for out in outputs], axis=1), y, threshold=0
    )
