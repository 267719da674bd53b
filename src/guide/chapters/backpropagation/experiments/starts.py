"""A thousand small networks learn the staircase lamp, all at once, and some do not."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from guide.experiments.two_switches import PARAMETERS, solved
from nnbyhand.shapes import Array

RATE = 2
STEPS = 2000
LEDGE = (0.0, 0.5, 0.5, 1.0)
"""The four answers, sorted, of the networks that get stuck most often."""

LOSS = nn.binary_cross_entropy_from_logits


@dataclass(frozen=True)
class Starts:
    """Networks with 2 hidden sigmoids that learn the staircase lamp by gradient descent.

    Attributes:
        networks: How many random starts were tried.
        steps: How many steps each took.
        quartiles: First quartile, median and third quartile of the loss, before each step.
        by_hand: The loss of the network that the chapters work by hand, before each step.
        by_hand_answers: Its answers after the last step.
        learned: Percent of the starts that end with all four answers right.
        stuck: How many starts do not end with all four answers right.
        ledge: How many stuck starts answer one row with 0, one with 1 and two with a half.
        ledge_loss: The median loss of these.
        ledge_gap: The largest difference, in any of these and in either hidden unit, between what
            the unit puts out for one of the two rows answered with a half and for the other.
        learner, stayer: The parameters of one network that learned and of one on the ledge.
        by_hand[-1]: The loss of the network worked by hand, before its last step.
    """

    networks: int
    steps: int
    quartiles: Float[Array, "steps 3"]
    by_hand: Float[Array, " steps"]
    by_hand_answers: Float[Array, "4"]
    learned: float
    stuck: int
    ledge: int
    ledge_loss: float
    ledge_gap: float
    learner: Float[Array, "9"]
    stayer: Float[Array, "9"]

    @property
    def half_way(self) -> int:
        """The first step before which the median loss is at most half of that at the start."""
        median = self.quartiles[:, 1]
        return int(np.argmax(median <= median[0] / 2))


@experiment
def random_starts(seeds: int = 1000, steps: int = STEPS) -> Starts:
    """Train 2-2-1 networks on the staircase lamp for 2,000 steps at learning rate 2."""
    rng = np.random.default_rng(0)
    drawn = nn.MLP((2, 2, 1), hidden=nn.sigmoid, rng=rng, networks=seeds)
    together = drawn.with_parameters(np.vstack([PARAMETERS, drawn.parameters]))
    result = nn.train(
        together,
        nn.XOR.x,
        nn.XOR.y,
        loss=LOSS,
        optimizer=nn.SGD(RATE),
        epochs=steps,
        rng=rng,
        progress=False,
    )
    return _summary(result.network, result.history.loss)


def _summary(networks: nn.Network, losses: Float[Array, "steps networks"]) -> Starts:
    """Sort the trained networks, of which the first one is the one worked by hand."""
    made, ends = networks.forward(nn.XOR.x), networks.parameters
    answers, hidden = nn.sigmoid(made.outputs)[..., 0], made.caches[1][1]
    right = solved(answers[..., None])
    on_ledge = _is_on_ledge(answers)
    return Starts(
        networks=len(right) - 1,
        steps=len(losses),
        quartiles=quartiles(losses[:, 1:]),
        by_hand=losses[:, 0],
        by_hand_answers=answers[0],
        learned=percent(right[1:]),
        stuck=int((~right[1:]).sum()),
        ledge=int((on_ledge & ~right)[1:].sum()),
        ledge_loss=float(np.median(losses[-1, 1:][on_ledge[1:]])),
        ledge_gap=_gap(answers[on_ledge], hidden[on_ledge]),
        learner=ends[1:][right[1:]][0],
        stayer=ends[1:][on_ledge[1:]][0],
    )


def _gap(answers: Float[Array, "networks 4"], hidden: Float[Array, "networks 4 units"]) -> float:
    """Compare the hidden outputs of the two rows whose answers lie in the middle."""
    middle = np.argsort(answers, axis=1)[:, 1:3, None]
    return float(np.abs(np.diff(np.take_along_axis(hidden, middle, axis=1), axis=1)).max())


def _is_on_ledge(answers: Float[Array, "networks 4"]) -> Bool[np.ndarray, " networks"]:
    return np.asarray((np.abs(np.sort(answers, axis=1) - LEDGE) < 0.05).all(axis=1))  # noqa: PLR2004  (one twentieth)


@dataclass(frozen=True)
class Standstill:
    """The network worked by hand after its training.

    Attributes:
        deltas: Each row's slope of its own loss at the output's sum: answer minus target.
        bias_slope: Slope of the mean loss at the output's bias.
        length: Length of the gradient, over all nine numbers.
    """

    deltas: Float[Array, "4"]
    bias_slope: float
    length: float

    @property
    def blame_low(self) -> float:
        """The most negative of the four rows' slopes at the output's sum."""
        return float(self.deltas.min())

    @property
    def blame_high(self) -> float:
        """The most positive of the four rows' slopes at the output's sum."""
        return float(self.deltas.max())


@experiment
def standstill(steps: int = STEPS, rate: float = RATE) -> Standstill:
    """Train the network worked by hand for 2,000 steps and look at what still pushes it."""
    rng = np.random.default_rng(0)
    start = nn.MLP((2, 2, 1), hidden=nn.sigmoid, rng=rng).with_parameters(PARAMETERS)
    optimizer = nn.SGD(rate)
    x, y = nn.XOR.x, nn.XOR.y
    end = nn.train(start, x, y, loss=LOSS, optimizer=optimizer, epochs=steps, rng=rng).network
    made = end.forward(x)
    gradient = end.backward(made, LOSS.gradient(made.outputs, y)).parameters
    deltas = (nn.sigmoid(made.outputs) - y)[:, 0]
    return Standstill(deltas, float(gradient[-1]), float(np.linalg.norm(gradient)))
