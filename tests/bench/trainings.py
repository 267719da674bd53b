"""The whole trainings that are timed: a network, its data and how long it learns, in float32."""

import statistics
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from contests import least_seconds, seconds, threads_in_words, use_threads
from jaxtyping import Float, Int
from tasks import DIGITS, IRIS, LARGE, LARGER, XOR, Task

import nnbyhand as nn
from nnbyhand.labels import Integers, as_labels
from nnbyhand.shapes import Array

Data = tuple[Float[Array, "examples inputs"], Int[Integers, " examples"]]
SEEDS = range(1, 10)
"""Of the starts from which each contestant learns; the times are those of the first."""


@dataclass(frozen=True)
class Training:
    """What each contestant does, from the first step to the last, with Adam.

    Attributes:
        name: What the guide calls it.
        task: The network; its examples are those of a batch.
        data: Where inputs and labels come from.
        epochs: How often each example is seen: all of them, nobody stops early.
        rate: The learning rate.
    """

    name: str
    task: Task
    data: Callable[[], Data]
    epochs: int
    rate: float

    @property
    def batch_size(self) -> int:
        """The examples of a step."""
        return self.task.examples

    def examples(self) -> tuple[Float[Array, "examples inputs"], Int[Integers, "..."]]:
        """Return inputs and what the loss takes: labels, or one column of 0 and 1."""
        x, labels = self.data()
        return x.astype(np.float32), labels[:, None] if self.task.is_binary else labels


class Contestant(ABC):
    """A program that trains.

    Attributes:
        way: How it is used, in words; of several ordinary ways the fastest.
    """

    way: str

    @abstractmethod
    def restart(self, seed: int = SEEDS[0]) -> None:
        """Go back to the start that the seed gives: weights, and the orders of the examples.

        This is not timed.
        """

    @abstractmethod
    def train(self) -> None:
        """Train from the first epoch to the last; this is timed."""

    @abstractmethod
    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits of the trained network for the examples that it learned from."""


class Ours(Contestant):
    """The package: `nn.train`, as any reader calls it."""

    def __init__(self, training: Training, threads: int) -> None:
        """Build the network."""
        self.training, (self.x, self.y) = training, training.examples()
        self.threads, self.way = threads, threads_in_words(threads)
        self.restart()

    def restart(self, seed: int = SEEDS[0]) -> None:
        """Set the threads, and take a new network: training leaves it as it was."""
        use_threads(self.threads)
        self.start = self.trained = self.training.task.network(np.float32, seed)
        self.seed = seed

    def train(self) -> None:
        """Train."""
        training = self.training
        self.trained = nn.train(
            *(self.start, self.x, self.y),
            loss=training.task.loss,
            optimizer=nn.Adam(training.rate),
            epochs=training.epochs,
            batch_size=training.batch_size,
            rng=np.random.default_rng(self.seed),
        ).network

    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits."""
        return self.trained(self.x)


def fastest(contestants: Iterable[Contestant]) -> Contestant:
    """Return the fastest of the ways to use a program."""
    return min(contestants, key=_least_seconds)


def _least_seconds(contestant: Contestant) -> float:
    contestant.restart()
    return least_seconds(contestant.train)


def turns(contestants: Iterable[Contestant], rounds: int) -> list[list[float]]:
    """Return the seconds that each training took, in rounds in which all take their turn."""
    found = [[_seconds(each) for each in contestants] for _ in range(rounds)]
    return [list(times) for times in zip(*found, strict=True)]


def _seconds(contestant: Contestant) -> float:
    contestant.restart()
    return seconds(contestant.train, 1)


def learned(training: Training, contestant: Contestant) -> dict[str, float]:
    """Return the medians of loss and accuracy over several starts, so that equal work can be seen.

    Both are measured on the examples learned from. Frameworks draw their starts and orders each in
    a way of their own, so one seed alone would compare luck.
    """
    reached = [_reached(training, contestant, seed) for seed in SEEDS]
    losses, accuracies = zip(*reached, strict=True)
    return {"loss": statistics.median(losses), "accuracy": statistics.median(accuracies)}


def _reached(training: Training, contestant: Contestant, seed: int) -> tuple[float, float]:
    contestant.restart(seed)
    contestant.train()
    scores, (_, y) = np.asarray(contestant.scores(), np.float64), training.examples()
    return float(training.task.loss(scores, y)), float(nn.accuracy(scores, y, threshold=0.0))


def _xor() -> Data:
    return nn.XOR.x, nn.XOR.y[:, 0].astype(int)


def _iris() -> Data:
    data = nn.iris()
    rows = np.random.default_rng(0).permutation(len(data.x))[: IRIS.examples]
    return nn.Standardizer.fit(data.x[rows])(data.x[rows]), as_labels("y", data.y[rows])


def _digits() -> Data:
    data = nn.digits()
    return data.x / 16, as_labels("y", data.y)


def _enlarged_digits() -> Data:
    """Make each pixel 3 x 3 and add a margin of 2: 28 x 28 pixels, as many as those of MNIST."""
    x, y = _digits()
    images = np.kron(x.reshape(-1, 8, 8), np.ones((1, 3, 3)))
    return np.pad(images, ((0, 0), (2, 2), (2, 2))).reshape(len(x), -1), y


TRAININGS = (
    Training("XOR 2-8-1, 4 at a time", XOR, _xor, 300, 0.05),
    Training("Iris 4-16-3, 120 at a time", IRIS, _iris, 300, 0.01),
    Training("Iris 4-16-3, 32 at a time", replace(IRIS, examples=32), _iris, 100, 0.01),
    Training("digits 64-64-10, 32 at a time", DIGITS, _digits, 10, 0.001),
    Training("784-128-10, 128 at a time", LARGE, _enlarged_digits, 10, 0.001),
    Training("784-1024-10, 256 at a time", LARGER, _enlarged_digits, 10, 0.001),
)
