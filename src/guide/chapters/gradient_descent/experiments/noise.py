"""How far the gradient of a batch lies from the gradient of all examples."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from guide.chapters.gradient_descent.experiments.bills import Bills
from guide.chapters.gradient_descent.experiments.lamps import EXAMPLES, Lamps, gradient_of
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

SIZES = tuple(2**power for power in range(8))


@dataclass(frozen=True)
class Noise:
    """The noise of batch gradients, as part of the length of the whole gradient.

    Attributes:
        sets: How many data sets, and networks, were drawn.
        sizes: The batch sizes.
        bills, lamps: Quartiles of the noise for lines and for networks, drawn with repetition.
        shuffled: Quartiles for networks and batches of an epoch, which has no repetition.
        bills_exponent: Median power of the batch size that the noise follows, for lines.
        lamps_exponent: Median power of the batch size that the noise follows, for networks.
        single: Median noise for networks and single examples.
        of_16: Median noise for networks and batches of 16.
    """

    sets: int
    sizes: tuple[int, ...]
    bills: Float[Array, "sizes 3"]
    lamps: Float[Array, "sizes 3"]
    shuffled: Float[Array, "sizes 3"]
    bills_exponent: float
    lamps_exponent: float
    single: float
    of_16: float


@experiment
def noise(seeds: int = 100, batches: int = 200) -> Noise:
    """Draw 200 batches of each size at the start of training, for each data set."""
    rng = np.random.default_rng(0)
    repeated = [rng.integers(0, EXAMPLES, (batches, size)) for size in SIZES]
    orders = rng.permuted(np.tile(np.arange(EXAMPLES), (batches, 1)), axis=1)
    of_bills, of_lamps = _gradients_of_bills(seeds), _gradients_of_lamps(seeds)
    bills, lamps = _measured(of_bills, repeated), _measured(of_lamps, repeated)
    return Noise(
        sets=seeds,
        sizes=SIZES,
        bills=quartiles(bills),
        lamps=quartiles(lamps),
        shuffled=quartiles(_measured(of_lamps, [orders[:, :size] for size in SIZES])),
        bills_exponent=_exponent(bills),
        lamps_exponent=_exponent(lamps),
        single=float(np.median(lamps[0])),
        of_16=float(np.median(lamps[SIZES.index(16)])),
    )


def _gradients_of_bills(seeds: int) -> Float[Array, "sets examples parameters"]:
    """Return the gradient of each night for the line 0."""
    bills = Bills.drawn(seeds, EXAMPLES)
    return np.stack([-bills.cents * bills.x, -bills.cents], axis=-1).swapaxes(0, 1)


def _gradients_of_lamps(seeds: int) -> Float[Array, "sets examples parameters"]:
    """Return the gradient of each example for the untrained network."""
    lamps = Lamps.drawn(seeds)
    shape = (seeds, EXAMPLES, lamps.network.parameter_count)
    spread = np.broadcast_to(lamps.network.parameters[:, None], shape)
    return gradient_of(
        lamps.network.with_parameters(spread), lamps.x[:, :, None], lamps.y[:, :, None]
    )


def _measured(
    gradients: Float[Array, "sets examples parameters"],
    drawn: list[Int[np.ndarray, "batches size"]],
) -> Float[Array, "sizes sets"]:
    """Return the root mean square distance of batch gradients to the whole one, over its length."""
    whole = gradients.mean(axis=1, keepdims=True)
    rows = []
    for batches in drawn:
        shares = np.array([np.bincount(batch, minlength=EXAMPLES) for batch in batches])
        away = shares / batches.shape[1] @ (gradients - whole)
        rows.append(np.sqrt((away**2).sum(axis=-1).mean(axis=-1)))
    return np.asarray(np.array(rows) / np.linalg.norm(whole[:, 0], axis=-1))


def _exponent(noises: Float[Array, "sizes sets"]) -> float:
    return float(np.median(np.polyfit(np.log(SIZES), np.log(noises), 1)[0]))
