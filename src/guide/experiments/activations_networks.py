"""Small networks that learn which points of the plane lie far out, many at once.

The first axis of every array counts the networks, each with weights and data of its own.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool, Float

import nnbyhand as nn
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Networks:
    """Networks of one hidden layer and one sigmoid output, each with its training set.

    Attributes:
        x, y: The inputs, and the labels 0 and 1.
        w1, b1, w2, b2: Weights and biases of the hidden layer and of the output.
    """

    x: Float[Array, "networks examples inputs"]
    y: Float[Array, "networks examples 1"]
    w1: Float[Array, "networks inputs hidden"]
    b1: Float[Array, "networks 1 hidden"]
    w2: Float[Array, "networks hidden 1"]
    b2: Float[Array, "networks 1 1"]

    @classmethod
    def drawn(cls, seeds: int, examples: int = 32, hidden: int = 16) -> "Networks":
        """Draw points of the plane, the outer half of them labeled 1, and He-normal weights."""
        rng = np.random.default_rng(0)
        x = rng.normal(size=(seeds, examples, 2))
        distance = np.linalg.norm(x, axis=-1, keepdims=True)
        y = np.where(distance > np.median(distance, axis=1, keepdims=True), 1.0, 0.0)
        w1 = rng.normal(size=(seeds, 2, hidden)) * np.sqrt(2 / 2)
        w2 = rng.normal(size=(seeds, hidden, 1)) * np.sqrt(2 / hidden)
        return cls(x, y, w1, np.zeros((seeds, 1, hidden)), w2, np.zeros((seeds, 1, 1)))

    def trained(self, activation: nn.Elementwise, rate: float, steps: int) -> "Networks":
        """Step down the mean cross-entropy of the whole training set."""
        w1, b1, w2, b2 = self.w1, self.b1, self.w2, self.b2
        for _ in range(steps):
            z = self.x @ w1 + b1
            a = activation(z)
            error = (nn.sigmoid(a @ w2 + b2) - self.y) / self.x.shape[1]
            delta = activation.backward(z, error @ w2.mT)
            w2, b2 = w2 - rate * (a.mT @ error), b2 - rate * error.sum(axis=1, keepdims=True)
            w1, b1 = w1 - rate * (self.x.mT @ delta), b1 - rate * delta.sum(axis=1, keepdims=True)
        return replace(self, w1=w1, b1=b1, w2=w2, b2=b2)

    def stuck(self) -> Bool[np.ndarray, "networks hidden"]:
        """Tell which hidden units are negative or 0 for every example: a ReLU there is dead."""
        return np.asarray((self.x @ self.w1 + self.b1 <= 0).all(axis=1))

    def stuck_quartiles(self) -> Float[Array, "3"]:
        """Return the quartiles, over the networks, of the percentage of stuck units."""
        return quartiles(100 * self.stuck().mean(axis=1))

    def accuracy(self, activation: nn.Elementwise) -> Float[Array, " networks"]:
        """Return the share of its examples that each network gets right."""
        scores = activation(self.x @ self.w1 + self.b1) @ self.w2 + self.b2
        return np.asarray(((scores > 0) == (self.y > 0)).mean(axis=(1, 2)))
