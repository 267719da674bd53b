"""The playground's networks, many at once: for one set of choices, a network for each seed.

A seed means here what it means there: one generator draws the first weights, then the order of the
examples. So network 7 of an ensemble is the one that a reader sees who starts from seed 7.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.tours_choices import Choices
from guide.experiments.tours_tasks import Examples, task
from nnbyhand.shapes import Array

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
    "usual": None,  # what goes with the first activation
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
        return 100 * float((self.accuracy >= least - 1e-9).mean())


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
