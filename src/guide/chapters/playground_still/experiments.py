"""What the playground shows before anything is changed in it: one network that learns two rings.

The page draws the same numbers in the browser; a test holds the two together.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array, NDArray

Labels = Int[NDArray[np.integer], " examples"]
Part = tuple[Float[Array, "examples 2"], Float[Array, "examples 1"]]

EXAMPLES, HELD_OUT = 200, 40
NOISE = 0.1
DATA_SEED, SEED = 1, 1
UNITS = 4
RATE = 0.3
BATCH = 10
EPOCHS = 60
REACH = 1.5  # the maps go from -REACH to REACH
PLACES = 61  # points along each side of a map


@dataclass(frozen=True)
class Run:
    """The first run of the playground.

    Attributes:
        units: How many units the hidden layer has.
        examples: How many points the network learns from.
        held_out: How many points are held out.
        epochs: How many epochs it was trained.
        first_loss: The loss on the points it learns from, before training.
        last_loss: The loss on the points it learns from, after training.
        first_right: Percent of the points held out that it has right before training.
        last_right: Percent of the points held out that it has right after training.
    """

    units: int
    examples: int
    held_out: int
    epochs: int
    first_loss: float
    last_loss: float
    first_right: float
    last_right: float


@dataclass(frozen=True)
class Picture:
    """What the figure shows of that run.

    Attributes:
        x, labels: The points it learns from.
        held_x, held_labels: The points held out.
        places: Where the maps were asked, along either side.
        answers: How likely the inner ring is, at each place, row by row; before and after.
        loss, held_loss: The losses, epoch by epoch.
    """

    x: Float[Array, "examples 2"]
    labels: Labels
    held_x: Float[Array, "held 2"]
    held_labels: Labels
    places: Float[Array, " places"]
    answers: Float[Array, "2 places places"]
    loss: Float[Array, " epochs"]
    held_loss: Float[Array, " epochs"]


@experiment
def first_run() -> Run:
    """Train the network with which the playground opens, and measure it before and after."""
    start, training, (x, y), (held_x, held_y) = _course()
    both = start, training.network
    losses = [float(nn.binary_cross_entropy_from_logits(each(x), y)) for each in both]
    right = [100 * float(nn.accuracy(each(held_x), held_y, threshold=0)) for each in both]
    return Run(UNITS, len(x), len(held_x), EPOCHS, *losses, *right)


@experiment
def first_picture() -> Picture:
    """Ask that network for its answer all over the plane, before and after its training."""
    start, training, (x, y), (held_x, held_y) = _course()
    both, history = (start, training.network), training.history
    places = np.linspace(-REACH, REACH, PLACES)
    plane = np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
    maps = [nn.sigmoid(each(plane)).reshape(PLACES, PLACES) for each in both]
    labels, held_labels = y[:, 0].astype(int), held_y[:, 0].astype(int)
    losses = history.loss, np.asarray(history.validation_loss)
    return Picture(x, labels, held_x, held_labels, places, np.stack(maps), *losses)


@cache
def _course() -> tuple[nn.Network, nn.Training, Part, Part]:
    """Return the network before training, its training, its points, and those held out."""
    rng = np.random.default_rng(DATA_SEED)
    rings = nn.circles(EXAMPLES, noise=NOISE, rng=rng)
    targets = np.asarray(rings.y, np.float64)
    kept, held = np.split(rng.permutation(EXAMPLES), [EXAMPLES - HELD_OUT])
    x, y, held_x, held_y = rings.x[kept], targets[kept], rings.x[held], targets[held]
    rng = np.random.default_rng(SEED)
    start = nn.MLP([2, UNITS, 1], hidden=nn.tanh, rng=rng)
    training = nn.train(
        start,
        x,
        y,
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=nn.SGD(RATE),
        epochs=EPOCHS,
        batch_size=BATCH,
        validation=(held_x, held_y),
        rng=rng,
    )
    return start, training, (x, y), (held_x, held_y)
