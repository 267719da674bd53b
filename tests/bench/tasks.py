"""The training steps that are timed: five networks, each with one batch of data."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.shapes import Array
from nnbyhand.training.batches import examples_for
from nnbyhand.training.learner import Learner

RATE = 0.01


@dataclass(frozen=True)
class Task:
    """A network and a batch.

    Attributes:
        name: What the guide calls it.
        sizes: Inputs, hidden units, outputs. One output answers yes or no, more are classes.
        examples: Rows of the batch.
        hidden: The activation of the hidden layer.
    """

    name: str
    sizes: tuple[int, int, int]
    examples: int
    hidden: nn.Elementwise

    @property
    def is_binary(self) -> bool:
        """Whether there is one output, for yes or no."""
        return self.sizes[-1] == 1

    def batch(self, dtype: type) -> tuple[Float[Array, "examples inputs"], Float[Array, "..."]]:
        """Return inputs and targets: 0 or 1, or one-hot rows."""
        rng = np.random.default_rng(0)
        x: Array = rng.normal(size=(self.examples, self.sizes[0])).astype(dtype)
        labels = rng.integers(max(2, self.sizes[-1]), size=self.examples)
        y = labels[:, np.newaxis] if self.is_binary else np.eye(self.sizes[-1])[labels]
        return x, y.astype(dtype)

    def network(self, dtype: type, seed: int = 1) -> nn.Network:
        """Return the network at one of its starts."""
        rng = np.random.default_rng(seed)
        return nn.MLP(self.sizes, hidden=self.hidden, rng=rng, dtype=dtype)

    def start(self, dtype: type, seed: int = 1) -> list[Array]:
        """Return the first weights and biases, layer by layer."""
        return [array.copy() for layer in self.network(dtype, seed).arrays for array in layer]

    @property
    def loss(self) -> nn.Loss:
        """The loss from logits."""
        if self.is_binary:
            return nn.binary_cross_entropy_from_logits
        return nn.cross_entropy_from_logits


XOR = Task("XOR 2-8-1", (2, 8, 1), 4, nn.tanh)
IRIS = Task("Iris 4-16-3", (4, 16, 3), 120, nn.relu)
DIGITS = Task("digits 64-64-10", (64, 64, 10), 32, nn.relu)
LARGE = Task("784-128-10", (784, 128, 10), 128, nn.relu)
LARGER = Task("784-1024-10", (784, 1024, 10), 256, nn.relu)
TASKS = (XOR, IRIS, DIGITS, LARGE, LARGER)


def our_step(task: Task, dtype: type, optimizer: nn.Optimizer) -> Callable[[], None]:
    """Return a training step of the package: what `nn.train` does for each batch."""
    network = task.network(dtype)
    batch = examples_for(network, task.loss, *task.batch(dtype))
    rng = np.random.default_rng(2)
    learner = Learner(network, task.loss, optimizer, penalty=None, clip=None, rng=rng)

    def step() -> None:
        learner.measure(batch.x, batch.targets)
        learner.update()

    return step
