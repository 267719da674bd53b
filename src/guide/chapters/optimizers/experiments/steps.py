"""How long steps are, and where they lead, when there is one parameter and no chance in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.optimizers.base import Optimizer, Vector
from nnbyhand.shapes import Array


def step_lengths(optimizer: Optimizer, slopes: Sequence[float]) -> Float[Array, " steps"]:
    """Return the length of every step, in units of the rate, for slopes that come one by one."""
    theta: Vector = np.zeros(1)
    lengths, state = [], optimizer.start(theta)
    for slope in slopes:
        moved, state = optimizer.step(theta, np.array([slope]), state)
        lengths.append(abs(float(moved[0] - theta[0])))
        theta = moved
    return np.array(lengths)


@dataclass(frozen=True)
class MomentumLengths:
    """Lengths of the steps of momentum 0.9, in units of the rate, for slopes of size 1.

    Attributes:
        steady: The length of a step after many slopes of the same sign.
        alternating: The length of a step after many slopes of changing sign.
        ratio: The first divided by the second.
        steps_to_half: After how many steady slopes the length passes half of its limit.
    """

    steady: float
    alternating: float
    ratio: float
    steps_to_half: int


def momentum_lengths(momentum: float = 0.9, steps: int = 200) -> MomentumLengths:
    """Feed momentum 0.9 with 200 slopes of 1, then with 200 slopes of 1 and -1 in turn."""
    optimizer = nn.Momentum(rate=1.0, momentum=momentum)
    steady = step_lengths(optimizer, [1.0] * steps)
    alternating = step_lengths(optimizer, [1.0, -1.0] * (steps // 2))
    half = int((steady > steady[-1] / 2).argmax()) + 1
    ends = float(steady[-1]), float(alternating[-1])
    return MomentumLengths(*ends, ends[0] / ends[1], half)


@dataclass(frozen=True)
class Swing:
    """How a parameter approaches a minimum.

    Attributes:
        distance: Where it is after each step; it starts at 1, and the minimum is at 0.
        overshoot: How far it goes beyond the minimum, in percent of the way to it.
        settled: After how many steps it stays within a hundredth of the way.
    """

    distance: Float[Array, " steps"]
    overshoot: float
    settled: int


def swing(momentum: float = 0.0, rate: float = 0.1, steps: int = 2000) -> Swing:
    """Walk 2000 steps at rate 0.1 down a bowl of curvature 1, from 1 to the minimum at 0."""
    optimizer = nn.Momentum(rate, momentum) if momentum else nn.SGD(rate)
    theta: Vector = np.ones(1)
    state, visited = optimizer.start(theta), [1.0]
    for _ in range(steps):
        theta, state = optimizer.step(theta, theta, state)
        visited.append(float(theta[0]))
    distance = np.array(visited)
    last_far = int((np.abs(distance) > 0.01).nonzero()[0].max())  # noqa: PLR2004
    return Swing(distance, 100 * max(0.0, float(-distance.min())), last_far + 1)


def half_swing() -> Swing:
    """Walk down a bowl of curvature 1 at rate 0.1, with momentum 0.5."""
    return swing(0.5)


def usual_swing() -> Swing:
    """Walk down a bowl of curvature 1 at rate 0.1, with momentum 0.9."""
    return swing(0.9)


def high_swing() -> Swing:
    """Walk down a bowl of curvature 1 at rate 0.1, with momentum 0.99."""
    return swing(0.99)


@dataclass(frozen=True)
class Limits:
    """The largest rate at which a bowl of curvature 1 does not throw an optimizer out.

    Attributes:
        sgd: The largest rate for SGD.
        momentum: The largest rate for momentum.
        nesterov: The largest rate for Nesterov.
    """

    sgd: float
    momentum: float
    nesterov: float


def rate_limits(steps: int = 2000, rates: int = 4000) -> Limits:
    """Try rates from 0.001 to 4 on a bowl of curvature 1, with momentum 0.9, for 2000 steps."""
    grid = np.linspace(4 / rates, 4, rates)
    found = []
    for kind in (nn.SGD, nn.Momentum, nn.Nesterov):
        theta: Vector = np.ones(rates)
        optimizer: Optimizer = kind(rate=grid)
        state = optimizer.start(theta)
        with np.errstate(over="ignore", invalid="ignore"):  # rates beyond the limit overflow
            for _ in range(steps):
                theta, state = optimizer.step(theta, theta, state)
        found.append(float(grid[np.abs(theta) < 1].max()))
    return Limits(*found)


@dataclass(frozen=True)
class Fading:
    """Lengths of AdaGrad's steps under a steady slope, in units of the rate.

    Attributes:
        steps: The number of steps.
        percent: The length of the last step, in percent of the first one.
    """

    steps: int
    percent: float


def fading(steps: int = 10_000) -> Fading:
    """Feed AdaGrad with 10,000 slopes of 1."""
    lengths = step_lengths(nn.AdaGrad(rate=1.0), [1.0] * steps)
    return Fading(steps, float(100 * lengths[-1] / lengths[0]))


@dataclass(frozen=True)
class Uncorrected:
    """Steps of Adam without bias correction under a steady slope, in units of the rate.

    Attributes:
        first: The first step.
        longest: The longest of the steps.
        longest_at: Which step is the longest, counted from 1.
        at_1000: Step 1000.
        total_50: How far the first 50 steps lead.
    """

    first: float
    longest: float
    longest_at: int
    at_1000: float
    total_50: float


def uncorrected(steps: int = 1000) -> Uncorrected:
    """Feed Adam, with its bias correction switched off, with 1000 slopes of 1."""
    lengths = step_lengths(nn.Adam(rate=1.0, bias_correction=False), [1.0] * steps)
    longest = int(lengths.argmax())
    return Uncorrected(
        first=float(lengths[0]),
        longest=float(lengths[longest]),
        longest_at=longest + 1,
        at_1000=float(lengths[-1]),
        total_50=float(lengths[:50].sum()),
    )
