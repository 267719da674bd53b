"""Dead ReLUs of a first and of a second hidden layer, and how many of them wake up later."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool

import nnbyhand as nn
from guide.experiments.activations_networks import Networks
from guide.experiments.cache import experiment

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
    woken = [100 * float(layer[gone].mean()) for layer, gone in zip(alive, dead, strict=True)]
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
