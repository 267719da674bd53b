"""The playground's networks, many at once: its settings, its points, and a network for each seed.

A seed means here what it means there: one generator draws the first weights, then the order of the
examples. So network 7 of an ensemble is the one that a reader sees who starts from seed 7.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

Layer = tuple[int, str]
"""How many units a hidden layer has, and which activation."""

Point = tuple[float, float, int]
"""Two inputs, and the label 0 or 1."""


@dataclass(frozen=True)
class Choices:
    """One state of the playground. What a tour leaves out is as the playground begins.

    Attributes:
        dataset: The task; "points" are given one by one.
        examples: How many points are made, those that are held out included.
        noise: The standard deviation of what is added to them.
        points: Two inputs and a label for each, where the task is "points".
        held: The share of examples that is held out.
        data_seed: What the points are made from.
        standardize: Whether inputs get mean 0 and standard deviation 1.
        hidden: The hidden layers.
        loss: "bce" from logits, or "mse".
        optimizer: How it steps.
        rate: The learning rate.
        batch_size: Examples per step; 0 for all at once.
        penalty: "none" or "l2".
        strength: The price of the penalty.
        initialization: The rule for the first weights.
        seed: What the reader's network starts from; others of an ensemble start from others.
        stop_epochs: After how many epochs it stops by itself.
    """

    dataset: str = "circles"
    examples: int = 200
    noise: float = 0.1
    points: tuple[Point, ...] | None = None
    held: float = 0.2
    data_seed: int = 1
    standardize: bool = False
    hidden: tuple[Layer, ...] = ((4, "tanh"),)
    loss: str = "bce"
    optimizer: str = "sgd"
    rate: float = 0.3
    batch_size: int = 10
    penalty: str = "none"
    strength: float = 0.001
    initialization: str = "usual"
    seed: int = 1
    stop_epochs: int = 0


@dataclass(frozen=True)
class Examples:
    """Points and what is right for them, the same for all networks or own ones for each.

    Attributes:
        x: The points.
        y: The labels 0 and 1, or numbers to predict.
    """

    x: Float[Array, "*seeds examples 2"]
    y: Float[Array, "*seeds examples 1"]


def task(choices: Choices, data_seed: int) -> tuple[Examples, Examples]:
    """Draw the points from a seed, deal out those that are held out, and scale both if asked."""
    rng = np.random.default_rng(data_seed)
    made = _made(choices, rng)
    count = len(made.x)
    kept = count - round(choices.held * count)
    order = rng.permutation(count) if kept < count else np.arange(count)
    scale = nn.Standardizer.fit(made.x[order[:kept]]) if choices.standardize else nn.linear
    train, held = (
        Examples(np.asarray(scale(made.x[rows])), made.y[rows])
        for rows in (order[:kept], order[kept:])
    )
    return train, held


def _made(choices: Choices, rng: np.random.Generator) -> Examples:
    if choices.dataset == "points":
        rows = np.array(choices.points)
        return Examples(rows[:, :2], rows[:, 2:])
    if choices.dataset == "xor":
        return Examples(nn.XOR.x, np.asarray(nn.XOR.y, float))
    if choices.dataset == "plane":
        x = rng.uniform(-1, 1, (choices.examples, 2))
        blur = choices.noise * rng.standard_normal((choices.examples, 1))
        return Examples(x, x.mean(axis=1, keepdims=True) + blur)
    make = {"circles": nn.circles, "moons": nn.moons, "noisy_xor": nn.noisy_xor}[choices.dataset]
    data = make(choices.examples, noise=choices.noise, rng=rng)
    return Examples(data.x, np.asarray(data.y, float))


_ACTIVATIONS: Mapping[str, nn.Activation] = {
    "sigmoid": nn.sigmoid,
    "tanh": nn.tanh,
    "relu": nn.relu,
}
_OPTIMIZERS: Mapping[str, Callable[[float], nn.Optimizer]] = {
    "sgd": nn.SGD,
    "momentum": nn.Momentum,
    "adam": nn.Adam,
}
_LOSSES: Mapping[str, nn.Loss] = {"bce": nn.binary_cross_entropy_from_logits, "mse": nn.mse}
_INITIALIZATIONS: Mapping[str, nn.Initialization | None] = {
    "usual": None,  # the rule that suits the first activation
    "zeros": nn.zeros,
    "same": nn.Constant(0.5),
}


@dataclass(frozen=True)
class Run:
    """An ensemble after training.

    Attributes:
        choices: What was chosen.
        network: The trained networks.
        train: What they learned from.
        held: What was held out; without examples where nothing was.
        loss: The training loss in each epoch, as the playground draws it.
        held_loss: The loss on what was held out, after each epoch.
    """

    choices: Choices
    network: nn.Network
    train: Examples
    held: Examples
    loss: Float[Array, "epochs seeds"]
    held_loss: Float[Array, "epochs seeds"]

    @property
    def accuracy(self) -> Float[Array, " seeds"]:
        """The share of its training examples that each network gets right."""
        border = 0.0 if self.choices.loss == "bce" else 0.5
        return np.asarray(nn.accuracy(self.network(self.train.x), self.train.y, threshold=border))

    def share_right(self, least: float) -> float:
        """Return the percentage of networks that get at least this share of examples right."""
        return percent(self.accuracy >= least - 1e-9)


def trained(choices: Choices, seeds: int, *, own_data: bool = False, first: int = 1) -> Run:
    """Train a network from each of so many seeds until the choices say to stop.

    Args:
        choices: What the playground is set to.
        seeds: How many networks.
        own_data: Whether each network also gets the points of its own seed.
        first: The first of the seeds.
    """
    numbers = range(first, first + seeds)
    rngs = [np.random.default_rng(number) for number in numbers]
    parts = [task(choices, number if own_data else choices.data_seed) for number in numbers]
    train, held = (_stacked([part[at] for part in parts]) for at in (0, 1))
    return _run(choices, drawn(choices, rngs), (train, held), rngs)


def gone_on(run: Run, choices: Choices) -> Run:
    """Go on from the weights of a run with other choices, all examples at once."""
    return _run(choices, run.network, (run.train, run.held), [])


def drawn(choices: Choices, rngs: list[np.random.Generator]) -> nn.Network:
    """Draw the first weights of one network from each generator."""
    sizes = (2, *(units for units, _ in choices.hidden), 1)
    layers: list[nn.Layer | nn.Activation] = []
    for (inputs, units), (_, name) in zip(pairwise(sizes[:-1]), choices.hidden, strict=True):
        layers += [nn.Dense(inputs, units), _ACTIVATIONS[name]]
    layers.append(nn.Dense(sizes[-2], 1))
    initialization = _INITIALIZATIONS[choices.initialization]
    each = [nn.Network.build(*layers, rng=rng, initialization=initialization) for rng in rngs]
    return each[0].with_parameters(np.array([network.parameters for network in each]))


def _stacked(parts: list[Examples]) -> Examples:
    return Examples(np.array([part.x for part in parts]), np.array([part.y for part in parts]))


def _run(
    choices: Choices,
    network: nn.Network,
    examples: tuple[Examples, Examples],
    rngs: list[np.random.Generator],
) -> Run:
    train, held = examples
    size, count = choices.batch_size, train.x.shape[1]
    if size == 0 or size >= count:
        ended = _stepped(choices, network, train, choices.stop_epochs, held)
        held_loss = ended.history.validation_loss
        loss, none = ended.history.loss, np.empty((0, 0))
        return Run(
            choices, ended.network, train, held, loss, none if held_loss is None else held_loss
        )
    losses = []
    for _ in range(choices.stop_epochs):
        network, loss = _epoch(choices, network, train, rngs)
        losses.append(loss)
    return Run(choices, network, train, held, np.array(losses), np.empty((0, 0)))


def _epoch(
    choices: Choices, network: nn.Network, train: Examples, rngs: list[np.random.Generator]
) -> tuple[nn.Network, Float[Array, " seeds"]]:
    """Learn from all examples in batches, each network in its own order."""
    assert choices.optimizer == "sgd", "another one would have to remember from step to step"
    count, size = train.x.shape[1], choices.batch_size
    order = np.array([rng.permutation(count) for rng in rngs])[..., None]
    losses, sizes = [], []
    for at in range(0, count, size):
        rows = order[:, at : at + size]
        x, y = (np.take_along_axis(part, rows, axis=1) for part in (train.x, train.y))
        ended = _stepped(choices, network, Examples(x, y), 1)
        network = ended.network
        losses.append(ended.history.loss[0])
        sizes.append(rows.shape[1])
    return network, np.average(losses, axis=0, weights=sizes)


def _stepped(
    choices: Choices, network: nn.Network, train: Examples, steps: int, held: Examples | None = None
) -> nn.Training:
    """Take steps on all of these examples at once."""
    return nn.train(
        network,
        train.x,
        train.y,
        loss=_LOSSES[choices.loss],
        optimizer=_OPTIMIZERS[choices.optimizer](choices.rate),
        penalty=nn.L2(choices.strength) if choices.penalty == "l2" else None,
        epochs=steps,
        validation=(held.x, held.y) if held is not None and held.x.size else None,
        rng=np.random.default_rng(0),  # nothing is drawn: there are no batches and no dropout
        on_divergence="mark",
        progress=False,
    )
