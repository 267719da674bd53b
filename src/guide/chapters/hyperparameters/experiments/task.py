"""The task and the starting values of the chapter on hyperparameters, and how a setting is scored.

Two noisy spirals, 64 points to learn from. Every seed has points and first weights of its own.
Settings that are compared share both, seed by seed.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.optimizers.base import Rate
from nnbyhand.shapes import Array

EXAMPLES = 64
HELD_OUT = 200
WORST = 1e6
"""The loss that a diverged network gets, so that quartiles stay numbers."""


@dataclass(frozen=True)
class Setting:
    """One choice of every hyperparameter; the defaults are the starting values.

    Attributes:
        rate: The learning rate.
        width: Units of each hidden layer.
        layers: How many hidden layers.
        batch: Examples per step.
        dropout: The probability that a hidden output is dropped.
        epochs: How often each example is seen.
        decay: Weight decay, as AdamW takes it.
        optimizer: How to step; with weight decay it is AdamW.
        scale: What He's first weights are multiplied with.
        hidden: The activation of the hidden layers.
    """

    rate: float = 0.03
    width: int = 16
    layers: int = 1
    batch: int = 8
    dropout: float = 0.0
    epochs: int = 30
    decay: float = 0.0
    optimizer: type[nn.Optimizer] = nn.Adam
    scale: float = 1.0
    hidden: nn.Activation = nn.relu

    def stepper(self, rate: Rate) -> nn.Optimizer:
        """Return the optimizer, with this rate or these."""
        return nn.AdamW(rate, weight_decay=self.decay) if self.decay else self.optimizer(rate)


START = Setting()


@dataclass(frozen=True)
class Points:
    """Points of both spirals, a set of them for each seed, with labels 0 and 1."""

    x: Float[Array, "seeds examples 2"]
    y: Float[Array, "seeds examples 1"]


@dataclass(frozen=True)
class Scores:
    """Mean cross-entropy, in nats, of each trained network.

    Attributes:
        validation: On 200 points that it has not learned from.
        training: On the 64 points that it has.
        network: The trained networks.
    """

    validation: Float[Array, "*settings seeds"]
    training: Float[Array, "*settings seeds"]
    network: nn.Network


@lru_cache
def points(seeds: int, examples: int, seed: int) -> Points:
    """Draw three quarters of a turn of two spirals, with noise, doubled in size."""
    rng = np.random.default_rng(seed)
    drawn = nn.spirals(seeds * examples, turns=0.75, noise=0.2, rng=rng)
    x = 2 * drawn.x.reshape(seeds, examples, 2)
    return Points(x, drawn.y.reshape(seeds, examples, 1).astype(np.float64))


def losses(network: nn.Network, where: Points) -> Float[Array, "*settings seeds"]:
    """Return the mean cross-entropy of each network; one that has diverged gets the worst."""
    with np.errstate(over="ignore", invalid="ignore"):
        scores = network(broadcast(where.x, network.networks))
        found = np.logaddexp(0, np.where(where.y > 0, -scores, scores)).mean(axis=(-2, -1))
    return np.asarray(np.nan_to_num(np.minimum(found, WORST), nan=WORST))


def broadcast(
    values: Float[Array, "seeds rows columns"], networks: tuple[int, ...]
) -> Float[Array, "*networks rows columns"]:
    """Show every setting the same data, seed by seed."""
    return np.broadcast_to(values, (*networks, *values.shape[-2:]))


def network_of(setting: Setting, seeds: int) -> nn.Network:
    """Draw one untrained network for each seed."""
    return nn.MLP(
        (2, *[setting.width] * setting.layers, 1),
        hidden=setting.hidden,
        initialization=nn.He(gain=setting.scale) if setting.scale else nn.zeros,
        dropout=setting.dropout,
        networks=seeds,
        rng=np.random.default_rng(3),
    )


@lru_cache(maxsize=64)
def scores(setting: Setting, seeds: int, rates: tuple[float, ...] = ()) -> Scores:
    """Train one network per seed, or per rate and seed, and score it."""
    network = network_of(setting, seeds)
    if not rates:
        return trained(network, setting, setting.rate)
    together = np.broadcast_to(network.parameters, (len(rates), *network.parameters.shape))
    column = np.array(rates)[:, None, None]
    return trained(network.with_parameters(together), setting, column)


def trained(network: nn.Network, setting: Setting, rate: Rate) -> Scores:
    """Train networks, one for each seed on the last axis, and score them."""
    seeds = network.networks[-1]
    seen, other = points(seeds, EXAMPLES, 1), points(seeds, HELD_OUT, 2)
    result = nn.train(
        network,
        broadcast(seen.x, network.networks),
        broadcast(seen.y, network.networks),
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=setting.stepper(rate),
        epochs=setting.epochs,
        batch_size=setting.batch,
        rng=np.random.default_rng(4),
        on_divergence="mark",
        progress=False,
    ).network
    return Scores(losses(result, other), losses(result, seen), result)


def guessing() -> float:
    """Compute the cross-entropy, in nats, of saying one half to every point."""
    half = np.zeros((2, 1))
    return float(nn.binary_cross_entropy_from_logits(half, np.array([[0.0], [1.0]])))
