"""A hidden layer taken along from one task to another, against one that starts anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.digits import shuffled_digits
from guide.experiments.spread import quartiles
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array

WAYS = ("new", "kept", "tuned", "random")
"""All weights start anew; the hidden layer is kept; it is a start; it is random and stays so."""
FEW = (1, 2, 5, 10, 20)
"""How many examples of each class the new task has."""
PIXELS, HIDDEN = 64, 32
SOURCE, POOL = 900, 400
"""How many images the first task has, and from how many the few of the new task are drawn."""
SNOW = 0.4
LOSS = nn.cross_entropy_from_logits


class Images(NamedTuple):
    """Some images and what they show."""

    x: Float[Array, "examples pixels"]
    y: Int[Integers, " examples"]


class Task(NamedTuple):
    """What is learned first, what the few new examples are drawn from, and what judges."""

    source: Images
    pool: Images
    test: Images

    @property
    def classes(self) -> int:
        """How many classes the new task has."""
        return int(self.test.y.max()) + 1


@dataclass(frozen=True)
class Transfer:
    """How well a new task was learned.

    Attributes:
        seeds: The number of networks, each with first weights and few examples of its own.
        quartiles: Percent of the test images that they get wrong: first quartile, median and third
            quartile, by way to begin, for each number of examples per class.
        quartiles.new[0, 1]: Median error from one example per class, all weights new.
        quartiles.kept[0, 1]: Median error from one example per class, with the hidden layer kept.
        quartiles.new[3, 1]: Median error from ten examples per class, all weights new.
        quartiles.kept[3, 1]: Median error from ten examples per class, with the hidden layer kept.
        quartiles.tuned[3, 1]: Median error from ten per class, the hidden layer a start and all
            weights trained.
        quartiles.random[3, 1]: Median error from ten per class, with a hidden layer that was never
            trained.
    """

    seeds: int
    quartiles: Mapping[str, Float[Array, "few 3"]]


@experiment
def snow(seeds: int = 30) -> Transfer:
    """Train on 900 clear digits, then on a few of each digit with noise on every pixel."""
    return transferred(snowy_task(), seeds)


@experiment
def other_digits(seeds: int = 30) -> Transfer:
    """Train on the digits 0 to 4, then on a few of each digit from 5 to 9."""
    return transferred(other_task(), seeds)


def snowy_task() -> Task:
    """Return clear digits as a source, and others with noise to learn and to test."""
    x, y = _images()
    noise = SNOW * np.random.default_rng(9).standard_normal(x.shape, np.float32)
    end = SOURCE + POOL
    pool, test = slice(SOURCE, end), slice(end, None)
    return Task(
        Images(x[:SOURCE], y[:SOURCE]),
        Images((x + noise)[pool], y[pool]),
        Images((x + noise)[test], y[test]),
    )


def other_task() -> Task:
    """Return the lower five digits as a source, and the upper five to learn and to test."""
    x, y = _images()
    low, high = y < 5, y >= 5  # noqa: PLR2004  (half of the digits)
    upper = Images(x[high], y[high] - 5)
    return Task(
        Images(x[low], y[low]),
        Images(upper.x[:POOL], upper.y[:POOL]),
        Images(upper.x[POOL:], upper.y[POOL:]),
    )


def transferred(task: Task, seeds: int) -> Transfer:
    """Learn the first task once, and the new one in every way from every number of examples."""
    first = _network((PIXELS, HIDDEN, int(task.source.y.max()) + 1), seeds, draw=1)
    source = nn.train(
        *(first, task.source.x, task.source.y),
        loss=LOSS,
        optimizer=nn.Adam(0.01),
        epochs=8,
        batch_size=50,
        rng=np.random.default_rng(2),
    ).network
    found = [errors(task, source, examples) for examples in FEW]
    return Transfer(seeds, dict(zip(WAYS, quartiles(found).swapaxes(0, 1), strict=True)))


def errors(task: Task, source: nn.Network, examples: int) -> Float[Array, "ways networks"]:
    """Learn the new task from so many examples of each class, and return the errors in percent."""
    seeds = len(source.parameters)
    new = _network((PIXELS, HIDDEN, task.classes), seeds, draw=3)
    head = _network((HIDDEN, task.classes), seeds, draw=4)
    hidden = (PIXELS + 1) * HIDDEN
    mixed = np.concatenate([source.parameters[:, :hidden], new.parameters[:, hidden:]], axis=1)
    x, y = _few(task, seeds, examples)

    tuned = new.with_parameters(mixed)

    def wrong(start: nn.Network, below: nn.Network | None = None) -> Float[Array, " networks"]:
        seen, asked = (_out(below, images) for images in (x, task.test.x))
        scores = _fit(start, seen, y)(asked)
        return np.asarray(100 * (scores.argmax(axis=-1) != task.test.y).mean(axis=-1))

    return np.array([wrong(new), wrong(head, source), wrong(tuned), wrong(head, new)])


def _few(
    task: Task, seeds: int, examples: int
) -> tuple[Float[Array, "networks few pixels"], Float[Array, "networks few classes"]]:
    """Draw examples for each network by itself, with one-hot targets."""
    rng = np.random.default_rng(5)
    places = [np.flatnonzero(task.pool.y == label) for label in range(task.classes)]
    rows = np.array([[rng.permutation(at)[:examples] for at in places] for _ in range(seeds)])
    rows = rows.reshape(seeds, -1)
    return task.pool.x[rows], np.eye(task.classes, dtype=np.float32)[task.pool.y[rows]]


def _fit(start: nn.Network, x: Float[Array, "..."], y: Float[Array, "..."]) -> nn.Network:
    rng = np.random.default_rng(6)
    return nn.train(start, x, y, loss=LOSS, optimizer=nn.Adam(0.03), epochs=60, rng=rng).network


def _out(below: nn.Network | None, x: Float[Array, "..."]) -> Float[Array, "..."]:
    """Return the outputs of a hidden layer, or the images themselves."""
    if below is None:
        return x
    weights, biases = below.arrays[0]
    return nn.relu(x @ weights + biases[:, None])


def _network(sizes: tuple[int, ...], seeds: int, draw: int) -> nn.Network:
    rng = np.random.default_rng(draw)
    return nn.MLP(sizes, rng=rng, networks=(seeds,), dtype=np.float32)


def _images() -> Images:
    """Return all digits in random order, with pixels from 0 to 1."""
    x, y = shuffled_digits()
    return Images(x.astype(np.float32), y)
