"""PyTorch: its step and its training loop, each in the fastest of the ordinary ways to run them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from contests import CORES, least_seconds, threads_in_words
from jaxtyping import Float
from tasks import RATE, Task
from trainings import SEEDS, Contestant, Training

import nnbyhand as nn
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Way:
    """How PyTorch is used.

    Attributes:
        threads: How many; unless users say otherwise, as many as there are cores.
        fused: Whether the optimizer moves all parameters in one call of compiled code.
        loader: Whether batches come from a DataLoader, else by a shuffled index.
        compiled: Whether the model goes through `torch.compile`, which is not timed.
    """

    threads: int = CORES
    fused: bool = False
    loader: bool = False
    compiled: bool = False

    def __str__(self) -> str:
        """Return the way in words."""
        words = {"fused": self.fused, "DataLoader": self.loader}
        words["compiled"] = self.compiled
        return ", ".join(
            [threads_in_words(self.threads), *(word for word, is_so in words.items() if is_so)]
        )


OTHERS = ({"threads": 1}, {"fused": True}, {"compiled": True})
"""What is tried beside the defaults, one after the other."""


def fastest_way(
    work_in: Callable[[Way], Callable[[], object]], others: Iterable[Mapping[str, int]] = OTHERS
) -> Way:
    """Change one choice after the other, and keep each that makes the work faster."""
    best = Way()
    least = least_seconds(work_in(best))
    for other in others:
        way = replace(best, **other)  # type: ignore[arg-type]  # one field, of either kind
        if (time := least_seconds(work_in(way))) < least:
            best, least = way, time
    return best


class Model:
    """The network of a task with its loss and its optimizer, used in one way."""

    def __init__(
        self, task: Task, way: Way, optimizer: type[torch.optim.Optimizer], rate: float
    ) -> None:
        """Build it."""
        activation = torch.nn.Tanh() if task.hidden is nn.tanh else torch.nn.ReLU()
        inputs, hidden, outputs = task.sizes
        first, second = torch.nn.Linear(inputs, hidden), torch.nn.Linear(hidden, outputs)
        self.way, self.module = way, torch.nn.Sequential(first, activation, second)
        self.scores = torch.compile(self.module) if way.compiled else self.module
        self.criterion: torch.nn.Module = torch.nn.CrossEntropyLoss()
        if task.is_binary:
            self.criterion = torch.nn.BCEWithLogitsLoss()
        self.task = task
        self.make_optimizer: Callable[[], torch.optim.Optimizer] = lambda: optimizer(
            self.module.parameters(), lr=rate, fused=way.fused or None
        )
        self.restart()

    def restart(self, seed: int = SEEDS[0]) -> None:
        """Seed what PyTorch draws, set the weights, and make a new optimizer."""
        torch.manual_seed(seed)
        start = self.task.start(np.float32, seed)
        with torch.no_grad():
            for parameter, array in zip(self.module.parameters(), start, strict=True):
                parameter.copy_(torch.from_numpy(array.T))
        self.optimizer = self.make_optimizer()

    def step(self, x: torch.Tensor, y: torch.Tensor) -> None:
        """Learn from one batch."""
        self.optimizer.zero_grad()
        self.criterion(self.scores(x), y).backward()
        self.optimizer.step()


def torch_step(task: Task) -> tuple[Callable[[], None], str]:
    """Return a step of PyTorch with SGD, and its way in words."""
    x, rows = (torch.from_numpy(array) for array in task.batch(np.float32))
    y = rows if task.is_binary else rows.argmax(dim=1)

    def step_in(way: Way) -> Callable[[], None]:
        torch.set_num_threads(way.threads)
        step = Model(task, way, torch.optim.SGD, RATE).step
        return lambda: step(x, y)

    def steps_in(way: Way) -> Callable[[], object]:
        step = step_in(way)
        return lambda: [step() for _ in range(20)]

    way = fastest_way(steps_in)
    return step_in(way), str(way)


class Torch(Contestant):
    """The training loop of PyTorch's tutorials, over tensors that are made once."""

    def __init__(self, training: Training, way: Way) -> None:
        """Make tensors and model."""
        self.training = training
        x, y = training.examples()
        self.x = torch.from_numpy(x)
        self.y = torch.from_numpy(y.astype(np.float32) if training.task.is_binary else y)
        self.model = Model(training.task, way, torch.optim.Adam, training.rate)
        self.way = str(way)
        pairs = torch.utils.data.TensorDataset(self.x, self.y)
        self.loader = torch.utils.data.DataLoader(pairs, training.batch_size, shuffle=True)

    @classmethod
    def fastest(cls, training: Training) -> "Torch":
        """Return the loop in the fastest way."""
        others = (*OTHERS, {"loader": True})
        return cls(training, fastest_way(lambda way: cls(training, way).train, others))

    def restart(self, seed: int = SEEDS[0]) -> None:
        """Go back to a start."""
        self.model.restart(seed)

    def train(self) -> None:
        """Train."""
        torch.set_num_threads(self.model.way.threads)
        step = self.model.step
        for _ in range(self.training.epochs):
            for x, y in self._batches():
                step(x, y)

    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits."""
        with torch.no_grad():
            return np.asarray(self.model.module(self.x))

    def _batches(self) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        size = self.training.batch_size
        if self.model.way.loader:
            yield from self.loader
        elif size >= len(self.x):  # all at once need no shuffling
            yield self.x, self.y
        else:
            for rows in torch.randperm(len(self.x)).split(size):
                yield self.x[rows], self.y[rows]
