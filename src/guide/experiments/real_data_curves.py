"""How long to train on Iris: the losses epoch by epoch, and what early stopping goes back to."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.real_data_iris import LOSS, NETWORK
from guide.experiments.real_data_splits import Splits
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Curves:
    """How the loss, in nats, goes down on the training part and down and up on the validation part.

    Attributes:
        seeds: How many splits, each with a start of its own.
        train, validation: Quartiles of the loss after each epoch.
        best: Quartiles of the epoch with the lowest validation loss.
        test_best, test_end: Quartiles of the test loss, gone back to that epoch, and at the end.
        right_best: Mean percent of the test flowers that are right, gone back to the best epoch.
        right_end: Mean percent of the test flowers that are right at the end.
    """

    seeds: int
    train: Float[Array, "epochs 3"]
    validation: Float[Array, "epochs 3"]
    best: Float[Array, "3"]
    test_best: Float[Array, "3"]
    test_end: Float[Array, "3"]
    right_best: float
    right_end: float

    @property
    def epochs(self) -> int:
        """How many epochs there are."""
        return len(self.train)

    @property
    def best_low(self) -> float:
        """The first quartile of the best epoch."""
        return float(self.best[0])

    @property
    def best_median(self) -> float:
        """The median of the best epoch."""
        return float(self.best[1])

    @property
    def best_high(self) -> float:
        """The third quartile of the best epoch."""
        return float(self.best[2])

    @property
    def best_loss(self) -> float:
        """The median test loss at the best epoch."""
        return float(self.test_best[1])

    @property
    def end_loss(self) -> float:
        """The median test loss at the end."""
        return float(self.test_end[1])

    @property
    def best_loss_high(self) -> float:
        """The third quartile of the test loss at the best epoch."""
        return float(self.test_best[2])

    @property
    def end_loss_high(self) -> float:
        """The third quartile of the test loss at the end."""
        return float(self.test_end[2])


@experiment
def curves(seeds: int = 100, epochs: int = 200) -> Curves:
    """Train a 4-16-3 network on each of 100 splits, and compare its end with its best epoch."""
    splits = Splits.of(nn.iris(), seeds)
    ends: list[nn.Network] = []
    recipe = replace(NETWORK, epochs=epochs, patience=epochs)
    result = recipe.trained(splits, callbacks=[lambda end: ends.append(end.network)])
    outputs = [network(splits.test.x) for network in (result.network, ends[-1])]
    losses = [quartiles(LOSS(each, splits.test.y)) for each in outputs]
    right = [100 * float(splits.right(each).mean()) for each in outputs]
    return Curves(
        seeds=seeds,
        train=quartiles(result.history.loss),
        validation=quartiles(np.asarray(result.history.validation_loss)),
        best=quartiles(result.history.best_epoch.astype(np.float64)),
        test_best=losses[0],
        test_end=losses[1],
        right_best=right[0],
        right_end=right[1],
    )
