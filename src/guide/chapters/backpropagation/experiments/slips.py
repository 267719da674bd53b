"""Four mistakes in a backward pass, none of which raises an error, and what each does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias, get_args

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from guide.experiments.two_switches import solved
from nnbyhand.shapes import Array

Slip: TypeAlias = Literal["none", "mask", "transpose", "early", "sum"]
Pair: TypeAlias = tuple[Float[Array, "..."], Float[Array, "..."]]
"""Weights and biases of a layer; the first axis of each counts the networks."""

Layers: TypeAlias = Sequence[Pair]
Activity: TypeAlias = Sequence[Float[Array, "*networks examples units"]]

SIZES = (2, 8, 8, 1)
RATE = 0.5
STEPS = 300


@dataclass(frozen=True)
class Outcome:
    """What one mistake does.

    Attributes:
        error: Length of the difference from the right gradient, over the length of the right one,
            at the start: first quartile, median and third quartile.
        learned: Percent of the starts that end with all four answers right.
    """

    error: Float[Array, "3"]
    learned: float


@dataclass(frozen=True)
class Slips:
    """What each mistake does to ReLU networks of sizes 2, 8, 8, 1 on the staircase lamp.

    Attributes:
        networks: How many random starts were tried with each.
        outcomes: By mistake, what came out; "none" is the right backward pass.
        outcomes.none.learned: Percent of the starts that learn the lamp with a right backward pass.
        outcomes.transpose.learned: Percent that learn it without the transpose.
    """

    networks: int
    outcomes: Mapping[Slip, Outcome]

    @property
    def error_without_transpose(self) -> float:
        """Median error of the gradient without the transpose, in percent of its length."""
        return 100 * float(self.outcomes["transpose"].error[1])


@experiment
def slips(seeds: int = 1500, steps: int = STEPS) -> Slips:
    """Train ReLU networks for 300 steps at learning rate 0.5, once for each mistake."""
    kinds: tuple[Slip, ...] = get_args(Slip)
    return Slips(seeds, {kind: _outcome(kind, seeds, steps) for kind in kinds})


def _outcome(slip: Slip, networks: int, steps: int) -> Outcome:
    layers = _drawn(networks)
    right, wrong = (_joined(_backward(layers, kind)) for kind in ("none", slip))
    errors = np.linalg.norm(wrong - right, axis=1) / np.linalg.norm(right, axis=1)
    with np.errstate(over="ignore", invalid="ignore"):  # some blow up, and then learn nothing
        for _ in range(steps):
            pairs = zip(layers, _backward(layers, slip), strict=True)
            layers = [(w - RATE * dw, b - RATE * db) for (w, b), (dw, db) in pairs]
        answers = nn.sigmoid(_forward(layers)[0][-1])
    return Outcome(quartiles(errors), percent(solved(answers)))


def _drawn(networks: int) -> Layers:
    """Draw He-normal weights, and biases of 0."""
    rng = np.random.default_rng(0)
    return [
        (nn.He()((networks, *pair), rng=rng), np.zeros((networks, 1, pair[1])))
        for pair in pairwise(SIZES)
    ]


def _forward(layers: Layers) -> tuple[Activity, Activity]:
    """Return what each layer sums up for the four rows of the lamp, and what comes in."""
    sums, incoming = [], [nn.XOR.x]
    for w, b in layers:
        sums.append(incoming[-1] @ w + b)
        incoming.append(nn.relu(sums[-1]))
    return sums, incoming[:-1]


def _backward(layers: Layers, slip: Slip) -> Layers:
    """Return the slopes of the mean cross-entropy, or what a mistake makes of them."""
    sums, incoming = _forward(layers)
    examples = 1 if slip == "sum" else len(nn.XOR.y)
    delta = (nn.sigmoid(sums[-1]) - nn.XOR.y) / examples
    found: list[Pair] = []
    for n in range(len(layers) - 1, -1, -1):
        before = incoming[n]
        # np.sum does the same, but slowly along an axis in the middle.
        gradient = before.mT @ delta, np.einsum("neu->nu", delta)[:, None]
        found.insert(0, gradient)
        if n:
            delta = delta @ _way_back(layers[n][0], gradient[0], slip)
            delta = delta * (before >= 0 if slip == "mask" else sums[n - 1] > 0)
    return found


def _way_back(
    w: Float[Array, "networks inputs units"],
    slope: Float[Array, "networks inputs units"],
    slip: str,
) -> Float[Array, "networks units inputs"]:
    """Return the weights that lead the slopes back through a layer."""
    inputs, units = w.shape[1:]
    if slip == "transpose" and inputs == units:  # elsewhere the shapes would not fit
        return w
    return (w - RATE * slope if slip == "early" else w).mT


def _joined(layers: Layers) -> Float[Array, "networks parameters"]:
    return np.concatenate([each.reshape(len(each), -1) for pair in layers for each in pair], axis=1)
