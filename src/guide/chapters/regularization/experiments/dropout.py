"""Dropout: the training loss it shows, and what happens when it is left on or not rescaled."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.regularization.experiments.moons import HIDDEN, LOSS, RATE, moons
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

DROP = 0.5
EXAMPLES, FRESH = 50, 200
NOISE = 0.2


class UnscaledDropout(nn.Dropout):
    """Dropout as it is often retyped: the mask holds 0 and 1, and nothing is divided."""

    def _mask(
        self, x: Float[Array, "*batch inputs"], rng: np.random.Generator | None
    ) -> Float[Array, "*batch inputs"]:
        return super()._mask(x, rng) * (1 - self.rate)


@dataclass(frozen=True)
class Dropped:
    """Networks trained with dropout, and three ways to use them.

    Attributes:
        seeds: How many networks, each with its own examples.
        shown: Quartiles of the training loss as training shows it, with dropout, epoch by epoch.
        in_use: Quartiles of the loss on the same examples in use, without dropout.
        validation: Quartiles of the validation loss.
        above: Percent of the networks whose shown loss is above the validation loss, by epoch.
        right: Median loss on fresh examples, used as intended.
        left_on: Median loss on fresh examples with dropout left on.
        flips: Median percent of the fresh examples to which two calls give different answers.
        unscaled: Median loss on fresh examples of networks that were trained and are used without
            rescaling.
        inflation: Median of how many times as large their scores are in use as in training.
        above[9]: Percent of the networks whose shown loss is above the validation loss in epoch 10.
        in_use[9, 1]: Median loss on the training examples in use, after epoch 10.
        shown[9, 1]: Median training loss that training shows for epoch 10.
        validation[9, 1]: Median validation loss after epoch 10.
    """

    seeds: int
    shown: Float[Array, "epochs 3"]
    in_use: Float[Array, "epochs 3"]
    validation: Float[Array, "epochs 3"]
    above: Float[Array, " epochs"]
    right: float
    left_on: float
    flips: float
    unscaled: float
    inflation: float


@experiment
def dropped(seeds: int = 100, epochs: int = 30) -> Dropped:
    """Train networks of 20 + 20 ReLUs with half of the hidden outputs dropped for 30 epochs."""
    result = _trained(nn.Dropout(DROP), seeds, epochs)
    wrong = _trained(UnscaledDropout(DROP), seeds, epochs).network
    history, network, rng = result.history, result.network, np.random.default_rng(35)
    in_use, held_out = np.asarray(history.metric), np.asarray(history.validation_loss)
    x, y = moons(seeds, FRESH, 34, NOISE)
    first, second = (network.forward(x, rng=rng).outputs for _ in range(2))
    noisy = wrong.forward(x, rng=rng).outputs
    return Dropped(
        seeds=seeds,
        shown=quartiles(history.loss),
        in_use=quartiles(in_use),
        validation=quartiles(held_out),
        above=100 * (history.loss > held_out).mean(axis=1),
        right=float(np.median(LOSS(network(x), y))),
        left_on=float(np.median(LOSS(first, y))),
        flips=100 * float(np.median(((first > 0) != (second > 0)).mean(axis=(1, 2)))),
        unscaled=float(np.median(LOSS(wrong(x), y))),
        inflation=float(np.median(_size(wrong(x)) / _size(noisy))),
    )


def _trained(dropout: nn.Dropout, seeds: int, epochs: int) -> nn.Training:
    rng = np.random.default_rng(33)
    first, second = HIDDEN
    network = nn.Network.build(
        *(nn.Dense(2, first), nn.Activated(nn.relu), dropout),
        *(nn.Dense(first, second), nn.Activated(nn.relu), dropout),
        nn.Dense(second, 1),
        rng=rng,
        networks=(seeds,),
        dtype=np.float32,
    )
    return nn.train(
        network,
        *moons(seeds, EXAMPLES, 31, NOISE),
        loss=LOSS,
        optimizer=nn.Adam(RATE),
        epochs=epochs,
        validation=moons(seeds, 50, 32, NOISE),
        metric=LOSS,
        rng=rng,
    )


def _size(scores: Float[Array, "networks examples 1"]) -> Float[Array, " networks"]:
    return np.asarray(np.abs(scores).mean(axis=(1, 2)))
