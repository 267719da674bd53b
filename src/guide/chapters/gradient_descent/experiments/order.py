"""Networks that see their examples in random order, in one order, and sorted by answer."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from guide.chapters.gradient_descent.experiments.lamps import EPOCHS, EXAMPLES, Lamps, gradient_of
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

BATCH = 16
Order = Int[np.ndarray, "networks examples"]


@dataclass(frozen=True)
class Orders:
    """The last epochs of training, batch by batch.

    Attributes:
        networks: How many networks.
        positions: How many examples each network has.
        examples: How many examples of these epochs were seen, at each measure.
        shuffled, once, by_answer: Quartiles of the loss on all examples: shuffled anew in each
            epoch, shuffled once, and sorted by answer.
        shuffled[-1, 1]: Median loss at the end, shuffled anew in each epoch.
        once[-1, 1]: Median loss at the end, shuffled once.
        by_answer[-1, 1]: Median loss at the end, sorted by answer.
        shuffled_accuracy: Median percent of right answers at the end, shuffled anew in each epoch.
        by_answer_accuracy: Median percent of right answers at the end, sorted by answer.
    """

    networks: int
    positions: int
    examples: Int[np.ndarray, " measures"]
    shuffled: Float[Array, "measures 3"]
    once: Float[Array, "measures 3"]
    by_answer: Float[Array, "measures 3"]
    shuffled_accuracy: float
    by_answer_accuracy: float


@experiment
def orders(seeds: int = 100, epochs: int = EPOCHS, last: int = 3) -> Orders:
    """Train networks at rate 1 in batches of 16 that come in three orders, for 16 epochs."""
    lamps, rng = Lamps.drawn(seeds), np.random.default_rng(0)
    rows = np.tile(np.arange(EXAMPLES), (seeds, 1))
    mixed, by_answer = rng.permuted(rows, axis=1), lamps.y[..., 0].argsort(axis=1, kind="stable")
    found = [
        _course(lamps, order, epochs, last)
        for order in (lambda: rng.permuted(rows, axis=1), lambda: mixed, lambda: by_answer)
    ]
    losses = [quartiles(loss) for loss, _ in found]
    accuracies = [100 * float(np.median(right)) for _, right in found]
    return Orders(
        networks=seeds,
        positions=EXAMPLES,
        examples=BATCH * np.arange(1 + last * EXAMPLES // BATCH),
        shuffled=losses[0],
        once=losses[1],
        by_answer=losses[2],
        shuffled_accuracy=accuracies[0],
        by_answer_accuracy=accuracies[2],
    )


def _course(
    lamps: Lamps, order: Callable[[], Order], epochs: int, last: int
) -> tuple[Float[Array, "measures networks"], Float[Array, " networks"]]:
    """Train, and return the losses in the last epochs and the share of right answers at the end."""
    network, losses = lamps.network, []
    for epoch in range(epochs):
        if epoch == epochs - last:
            losses.append(lamps.loss(network))
        rows = order()[..., None]
        x, y = (np.take_along_axis(array, rows, axis=1) for array in (lamps.x, lamps.y))
        for first in range(0, EXAMPLES, BATCH):
            batch = slice(first, first + BATCH)
            slopes = gradient_of(network, x[:, batch], y[:, batch])
            network = network.with_parameters(network.parameters - slopes)
            if epoch >= epochs - last:
                losses.append(lamps.loss(network))
    right = (network(lamps.x) > 0) == (lamps.y > 0)
    return np.array(losses), right.mean(axis=(1, 2))
