"""How many ReLU units die while small networks train, and which of them come back.

The first axis of every array counts the networks, each with weights and data of its own.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool, Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
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


RATES = (1, 2, 4, 6, 8, 10)
SMALL_LEAK = nn.LeakyReLU(slope=0.01)
LARGE_LEAK = nn.LeakyReLU(slope=0.1)


@dataclass(frozen=True)
class StuckUnits:
    """Percent of the hidden units of a network that are negative for every example.

    Attributes:
        networks: How many networks were trained at each rate.
        rates: The learning rates.
        relu, small_leak, large_leak: First quartile, median and third quartile over the networks,
            for each rate; the leaks are 0.01 and 0.1.
        accuracy: Median percent of its examples that a network with ReLU gets right, for each rate.
        relu[2, 1]: Median percent of stuck ReLUs at learning rate 4.
        relu[3, 1]: Median percent of stuck ReLUs at learning rate 6.
        relu[5, 1]: Median percent of stuck ReLUs at learning rate 10.
        small_leak[3, 1]: Median percent of stuck units with a leak of 0.01 at learning rate 6.
        large_leak[3, 1]: Median percent of stuck units with a leak of 0.1 at learning rate 6.
        accuracy[2]: Median percent of right answers at learning rate 4.
        accuracy[5]: Median percent of right answers at learning rate 10.
    """

    networks: int
    rates: tuple[int, ...]
    relu: Float[Array, "rates 3"]
    small_leak: Float[Array, "rates 3"]
    large_leak: Float[Array, "rates 3"]
    accuracy: Float[Array, " rates"]


@experiment
def dead_units(seeds: int = 200, steps: int = 30) -> StuckUnits:
    """Train networks of 16 hidden units for 30 steps and count units that are never positive."""
    start = Networks.drawn(seeds)
    relu, small, large = (
        [start.trained(leak, rate, steps) for rate in RATES]
        for leak in (nn.relu, SMALL_LEAK, LARGE_LEAK)
    )
    return StuckUnits(
        networks=seeds,
        rates=RATES,
        relu=np.array([end.stuck_quartiles() for end in relu]),
        small_leak=np.array([end.stuck_quartiles() for end in small]),
        large_leak=np.array([end.stuck_quartiles() for end in large]),
        accuracy=np.array([100 * np.median(end.accuracy(nn.relu)) for end in relu]),
    )


@dataclass(frozen=True)
class Revived:
    """Percent of the stuck units, over all networks, that are positive for an example again.

    Attributes:
        relu: Percent of the stuck ReLUs that are positive for an example again.
        small_leak: Percent of the stuck units with a leak of 0.01 that are positive again.
        large_leak: Percent of the stuck units with a leak of 0.1 that are positive again.
    """

    relu: float
    small_leak: float
    large_leak: float


@experiment
def revived_units(seeds: int = 200, steps: int = 30, gentle_steps: int = 120) -> Revived:
    """Train at learning rate 10 for 30 steps, then at 2 for 120, and count units that recover."""
    start = Networks.drawn(seeds)
    found = []
    for leak in (nn.relu, SMALL_LEAK, LARGE_LEAK):
        harmed = start.trained(leak, 10, steps)
        stuck = harmed.stuck()
        healed = ~harmed.trained(leak, 2, gentle_steps).stuck()
        found.append(percent(healed[stuck]))
    return Revived(*found)


HARMFUL, GENTLE = 4.0, 2.0
"""The learning rates that kill units and that let them come back."""


@dataclass(frozen=True)
class Woken:
    """Units that no example reaches, in networks of two hidden layers.

    Attributes:
        networks: How many networks were trained.
        first_dead: How many units of the first layer were dead after the long steps.
        second_dead: How many units of the second layer were dead after the long steps.
        first: Percent of the dead units of the first layer that an example reaches again after the
            short steps.
        second: Percent of the dead units of the second layer that an example reaches again after
            the short steps.
    """

    networks: int
    first_dead: int
    second_dead: int
    first: float
    second: float


@experiment
def woken_units(seeds: int = 400, steps: int = 30, gentle_steps: int = 120) -> Woken:
    """Train two hidden layers of 16 ReLUs at rate 4 for 30 steps, then at 2 for 120."""
    data, rng = Networks.drawn(seeds), np.random.default_rng(1)
    network = nn.MLP([2, 16, 16, 1], networks=seeds, rng=rng)
    harmed = _trained(network, data, HARMFUL, steps)
    later = _trained(harmed, data, GENTLE, gentle_steps)
    dead, alive = _dead(harmed, data), ~_dead(later, data)
    counts = dead.sum(axis=(1, 2)).tolist()
    woken = [percent(layer[gone]) for layer, gone in zip(alive, dead, strict=True)]
    return Woken(seeds, *counts, *woken)


def _trained(network: nn.Network, data: Networks, rate: float, steps: int) -> nn.Network:
    return nn.train(
        network,
        data.x,
        data.y,
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=nn.SGD(rate),
        epochs=steps,
        rng=np.random.default_rng(0),
        on_divergence="mark",
        progress=False,
    ).network


def _dead(network: nn.Network, data: Networks) -> Bool[np.ndarray, "2 networks hidden"]:
    """Tell which units of each hidden layer are negative or 0 for every example."""
    a, found = data.x, []
    for w, b in [arrays for arrays in network.arrays if len(arrays)][:-1]:
        z = a @ w + b[:, None]
        found.append((z <= 0).all(axis=1))
        a = nn.relu(z)
    return np.array(found)
