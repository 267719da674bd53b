"""One network that overfits thirty examples of two noisy moons, and what each remedy does to it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

LOSS = nn.binary_cross_entropy_from_logits
HIDDEN = (20, 20)
EXAMPLES, HELD_OUT, FRESH = 30, 40, 300
STEPS = 100
NOISE = 0.35
RATE = 0.02


@dataclass(frozen=True)
class Setting:
    """What differs from the network without any remedy.

    Attributes:
        examples: How many examples it learns from.
        batch_size: How many of them a step takes; None for all.
        optimizer: How it steps.
        network: What `nn.MLP` gets beside.
        train: What `nn.train` gets beside.
    """

    examples: int = EXAMPLES
    batch_size: int | None = None
    optimizer: nn.Optimizer = field(default_factory=lambda: nn.Adam(RATE))
    network: Mapping[str, Any] = field(default_factory=dict)
    train: Mapping[str, Any] = field(default_factory=dict)

    def trained(self, seeds: int, steps: int = STEPS) -> nn.Training:
        """Train a network of 20 + 20 ReLUs on two noisy moons, once for each seed."""
        x, y = moons(seeds, self.examples, 11)
        rng = np.random.default_rng(13)
        network = nn.MLP(
            (2, *HIDDEN, 1), networks=(seeds,), rng=rng, dtype=np.float32, **self.network
        )
        return nn.train(
            network,
            x,
            y,
            loss=LOSS,
            optimizer=self.optimizer,
            epochs=steps // self.steps_per_epoch(),
            batch_size=self.batch_size,
            validation=moons(seeds, HELD_OUT, 12),
            rng=rng,
            **self.train,
        )

    def steps_per_epoch(self) -> int:
        """Count the steps of an epoch."""
        return self.examples // (self.batch_size or self.examples)


@dataclass(frozen=True)
class Course:
    """How an ensemble learned.

    Attributes:
        seeds: How many networks, each with its own examples.
        steps: The optimizer's steps so far, for each epoch.
        train, validation: Quartiles over the networks of the loss, for each epoch.
        fresh: Quartiles of the loss on examples that nothing was chosen by, at the end.
        accuracy: Median percent of right answers on fresh examples.
        weights: The sizes of all weights of all networks, sorted.
        epochs_run: Median number of epochs until training ended.
        best_epoch: Median epoch of the lowest validation loss, counted from 1.
        best_validation: Median of each network's lowest validation loss.
    """

    seeds: int
    steps: Float[Array, " epochs"]
    train: Float[Array, "epochs 3"]
    validation: Float[Array, "epochs 3"]
    fresh: Float[Array, "3"]
    accuracy: float
    weights: Float[Array, " weights"]
    epochs_run: float
    best_epoch: float
    best_validation: float

    @property
    def loss(self) -> float:
        """The median loss on fresh examples."""
        return float(self.fresh[1])

    @property
    def near_zero(self) -> float:
        """Percent of the weights below 0.01 in size."""
        return percent(self.weights < 0.01)  # noqa: PLR2004  (said above)

    @property
    def exactly_zero(self) -> int:
        """How many weights are exactly 0."""
        return int((self.weights == 0).sum())

    @property
    def weight(self) -> float:
        """The median size of a weight."""
        return float(np.median(self.weights))

    @property
    def weight_count(self) -> int:
        """How many weights all networks have together."""
        return len(self.weights)


@cache
def moons(
    seeds: int, examples: int, seed: int, noise: float = NOISE
) -> tuple[Float[Array, "seeds examples 2"], Float[Array, "seeds examples 1"]]:
    """Draw two noisy half circles for each network of an ensemble."""
    rng = np.random.default_rng(seed)
    sets = [nn.moons(examples, noise=noise, rng=rng) for _ in range(seeds)]
    return np.array([data.x for data in sets]), np.array([data.y for data in sets])


def course(setting: Setting, seeds: int) -> Course:
    """Train, and describe how it went and how it ends."""
    result = setting.trained(seeds)
    x, y = moons(seeds, FRESH, 14)
    network, history = result.network, result.history
    outputs, (train, validation) = network(x), _held(history)
    return Course(
        seeds=seeds,
        steps=np.arange(1.0, history.epochs + 1) * setting.steps_per_epoch(),
        train=quartiles(train),
        validation=quartiles(validation),
        fresh=quartiles(LOSS(outputs, y)),
        accuracy=100 * float(np.median(nn.accuracy(outputs, y, threshold=0))),
        weights=np.sort(np.abs(network.parameters[..., network.weight_mask]), axis=None),
        epochs_run=float(np.median(np.isfinite(history.loss).sum(axis=0))),
        best_epoch=float(np.median(history.best_epoch)),
        best_validation=float(np.median(np.min(validation, axis=0))),
    )


def _held(history: nn.History) -> tuple[Float[Array, "epochs seeds"], Float[Array, "epochs seeds"]]:
    """Return both losses, where a network that has stopped keeps those of its best epoch."""
    best = history.best_epoch
    everyone = np.arange(len(best))
    # Training loss is measured before a step, so the best epoch's own loss is in the next row.
    after = np.minimum(best, history.epochs - 1)
    train = np.where(np.isnan(history.loss), history.loss[after, everyone], history.loss)
    held_out = np.asarray(history.validation_loss)
    return train, np.where(np.isnan(held_out), held_out[best - 1, everyone], held_out)


SMALL_BATCH = 6
L2_STRENGTH, L1_STRENGTH, DECAY = 0.03, 0.01, 3.0
MANY = 120


@experiment
def nothing(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on 30 examples, with no remedy."""
    return course(Setting(), seeds)


@experiment
def more_data(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on 120 examples."""
    return course(Setting(examples=MANY), seeds)


@experiment
def l2(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L2 penalty of strength 0.03."""
    return course(Setting(train={"penalty": nn.L2(L2_STRENGTH)}), seeds)


@experiment
def strong_l2(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L2 penalty of strength 0.3."""
    return course(Setting(train={"penalty": nn.L2(10 * L2_STRENGTH)}), seeds)


@experiment
def weight_decay(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps with AdamW and a decay of 3."""
    return course(Setting(optimizer=nn.AdamW(RATE, weight_decay=DECAY)), seeds)


@experiment
def small_decay(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps with AdamW and a decay of 0.03."""
    return course(Setting(optimizer=nn.AdamW(RATE, weight_decay=L2_STRENGTH)), seeds)


@experiment
def l1(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L1 penalty of strength 0.01."""
    return course(Setting(train={"penalty": nn.L1(L1_STRENGTH)}), seeds)


@experiment
def dropout(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with half of the hidden outputs dropped."""
    return course(Setting(network={"dropout": 0.5}), seeds)


@experiment
def stopping(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam and stop early, with a patience of 10."""
    return course(Setting(train={"early_stopping": nn.EarlyStopping(patience=10)}), seeds)


@experiment
def small_batches(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on batches of 6 of the 30 examples."""
    return course(Setting(batch_size=SMALL_BATCH), seeds)


@experiment
def batch_norm(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with batch normalization over all 30 examples."""
    return course(Setting(network={"normalization": "batch"}), seeds)


@experiment
def batch_norm_small(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with batch normalization over batches of 6."""
    return course(Setting(batch_size=SMALL_BATCH, network={"normalization": "batch"}), seeds)


def parameters() -> int:
    """Count the weights and biases of the network that overfits the moons."""
    return sum((inputs + 1) * units for inputs, units in pairwise((2, *HIDDEN, 1)))


def more_examples() -> int:
    """Count the examples of the network that is given four times as many."""
    return MANY


def steps() -> int:
    """Count the steps that each network on the moons makes."""
    return STEPS


def coin() -> float:
    """Compute the cross-entropy of giving both classes the probability one half."""
    return math.log(2)
