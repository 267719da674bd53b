"""Deeper networks whose learning rate changes while they train."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.gradient_descent.experiments.bills import Bills
from guide.chapters.gradient_descent.experiments.lamps import BUDGET, EXAMPLES, Lamps
from guide.chapters.gradient_descent.experiments.race import LONG, NIGHTS, lines
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

BATCH = 16
EPOCHS = 8
STEPS = EPOCHS * EXAMPLES // BATCH
WARM = STEPS // 8
RATES = (0.2, 0.4, 0.8, 1.6)
LOST = 0.6

SHAPES: dict[str, Callable[[float], nn.Schedule]] = {
    "constant": nn.ConstantRate,
    "step": lambda rate: nn.StepDecay(rate, every=STEPS // 2, factor=0.1),
    "cosine": lambda rate: nn.CosineDecay(rate, steps=STEPS),
    "warm-up": lambda rate: nn.WarmUp(WARM, nn.CosineDecay(rate, steps=STEPS - WARM)),
}
"""By name, the schedules with a given highest rate; warm-up is followed by a cosine."""


@dataclass(frozen=True)
class Scheduled:
    """The loss of networks after 64 steps on four schedules.

    Attributes:
        networks: How many networks were trained on each schedule at each rate.
        warm_steps: How many steps warm up.
        rates: The highest rate of a schedule.
        loss: Quartiles of the loss at the end, for each schedule of SHAPES and each rate.
        constant: Median loss at the constant rate 0.8.
        step: Median loss with a rate that falls in steps from 0.8.
        cosine: Median loss on a cosine from 0.8.
        warm: Median loss with warm-up to 0.8, then a cosine.
        cosine_wins: Percent of the networks with less loss on the cosine than at a constant rate,
            each at the rate that suits the median best.
        cosine_wins_at_same: Percent of the networks with less loss on the cosine than at a constant
            rate, both at 0.8.
        warm_wins: Percent with less loss on warm-up and cosine, at its best rate, than at the best
            constant rate.
        lost_constant: Percent of the networks whose loss ends above 0.6 at the highest constant
            rate. Always saying one half costs 0.693.
        lost_step: Percent whose loss ends above 0.6 with steps from the highest rate.
        lost_cosine: Percent whose loss ends above 0.6 on a cosine from the highest rate.
        lost_warm: Percent whose loss ends above 0.6 with warm-up to the highest rate, then a
            cosine.
        usual_cosine: Percent whose loss ends above 0.6 on a cosine from the highest rate, where
            weights start at the usual size.
        usual_warm: Percent whose loss ends above 0.6 with warm-up to the highest rate, where
            weights start at the usual size.
    """

    networks: int
    warm_steps: int
    rates: tuple[float, ...]
    loss: Float[Array, "schedules rates 3"]
    constant: float
    step: float
    cosine: float
    warm: float
    cosine_wins: float
    cosine_wins_at_same: float
    warm_wins: float
    lost_constant: float
    lost_step: float
    lost_cosine: float
    lost_warm: float
    usual_cosine: float
    usual_warm: float


@experiment
def schedules(seeds: int = 100) -> Scheduled:
    """Train networks of 3 hidden layers of 16 ReLUs, begun with twice the usual variance."""
    rough, usual = (
        Lamps.drawn(seeds, (2, 16, 16, 16, 1), nn.relu, nn.He(gain=gain))
        for gain in (math.sqrt(2), 1)
    )
    ends = np.array([[_end(rough, name, rate) for rate in RATES] for name in SHAPES])
    loss, same = quartiles(ends), ends[:, RATES.index(0.8)]
    best = [end[place] for end, place in zip(ends, loss[..., 1].argmin(axis=1), strict=True)]
    spared = [_end(usual, name, RATES[-1]) for name in ("cosine", "warm-up")]
    return Scheduled(
        seeds,
        WARM,
        RATES,
        loss,
        *(float(median) for median in loss[:, RATES.index(0.8), 1]),
        *(percent(one < other) for one, other in (best[2::-2], same[2::-2], best[3::-3])),
        *(percent(losses > LOST) for losses in (*ends[:, -1], *spared)),
    )


def _end(lamps: Lamps, name: str, rate: float) -> Float[Array, " networks"]:
    return lamps.trained(SHAPES[name](rate), BATCH, epochs=EPOCHS)


@experiment
def settled_line(seeds: int = 100, rate: float = 0.008) -> float:
    """Fit lines by 20,480 single nights, with a cosine from 0.008: median loss above the least."""
    bills, falling = Bills.drawn(seeds, NIGHTS), nn.CosineDecay(1.0, steps=LONG * BUDGET)
    return float(np.median(lines(bills, (rate,), 1, falling)[0, -1]))
