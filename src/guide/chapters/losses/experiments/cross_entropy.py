"""What cross-entropy charges: on the running example, at the limits of floats, for forecasts."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments import two_switches
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class Lamp:
    """The untrained network of two switches on the staircase lamp, in nats.

    Attributes:
        output: What it answers with the first switch up and the second down.
        loss: What cross-entropy charges for that answer, where 1 is right.
        truths, losses: The probability it gives to the right answer, and the loss, of each of the
            four positions, in the order of `nn.XOR`.
        mean: The mean of the four losses.
        mse: The mean squared error of the four answers.
    """

    output: float
    loss: float
    truths: Float[Array, " positions"]
    losses: Float[Array, " positions"]
    mean: float
    mse: float


def lamp() -> Lamp:
    """Send all positions of two switches through the untrained network and compare with XOR."""
    answers = two_switches.network()(nn.XOR.x)
    row = two_switches.network()(two_switches.EXAMPLE)
    truths = np.where(nn.XOR.y == 1, answers, 1 - answers)[:, 0]
    return Lamp(
        output=float(row[0, 0]),
        loss=float(nn.binary_cross_entropy(row, two_switches.TARGET)),
        truths=truths,
        losses=-np.log(truths),
        mean=float(nn.binary_cross_entropy(answers, nn.XOR.y)),
        mse=float(nn.mse(answers, nn.XOR.y)),
    )


def coin() -> float:
    """Compute the cross-entropy of an answer of one half, whatever the truth is."""
    return float(nn.binary_cross_entropy([[0.5]], [[1.0]]))


def bits_per_nat() -> float:
    """Divide the natural logarithm of a number by its logarithm to the base 2, upside down."""
    return float(np.log2(np.e))


def rounds_to_one(dtype: type[np.floating] = np.float32) -> int:
    """Find the least whole score whose sigmoid is exactly 1 in float32."""
    return int(np.argmax(nn.sigmoid(np.arange(60, dtype=dtype)) == 1))


@dataclass(frozen=True)
class SureAndWrong:
    """Loss and its slope at the score of an answer of no, three ways in float32.

    Attributes:
        score: The score z.
        loss: From the probability, with 1e-8 inside the logarithm, and from the score.
        slope: The same for the slope at the score.
    """

    score: Float[Array, " scores"]
    loss: Float[Array, "3 scores"]
    slope: Float[Array, "3 scores"]


def sure_and_wrong(points: int = 301) -> SureAndWrong:
    """Compute the cross-entropy of scores from 0 to 30 whose true answer is no, in float32."""
    z = np.linspace(0, 30, points, dtype=np.float32)
    a = nn.sigmoid(z)
    steepness = a * (1 - a)  # as it is usually computed, from the rounded output
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = -np.log(1 - a), 1 / (1 - a) * steepness
        padded = -np.log(1 - a + 1e-8), 1 / (1 - a + 1e-8) * steepness
    exact = np.logaddexp(0, z), a
    losses, slopes = (np.array(each) for each in zip(plain, padded, exact, strict=True))
    return SureAndWrong(z, losses, slopes)


def softmax_twice(classes: int = 3) -> float:
    """Compute the least cross-entropy of three classes when softmax is applied to shares again."""
    surest = np.eye(classes)[:1]
    return float(nn.cross_entropy_from_logits(surest, [0]))


@dataclass(frozen=True)
class Expected:
    """What a report costs on average if yes is true in a share of all cases.

    Attributes:
        reported: The reported probability of yes.
        cross_entropy, squared, absolute: The loss expected of each report.
        best_cross_entropy: The report for which cross-entropy charges least.
        best_squared: The report for which the squared error charges least.
        best_absolute: The report for which the absolute error charges least.
    """

    reported: Float[Array, " reports"]
    cross_entropy: Float[Array, " reports"]
    squared: Float[Array, " reports"]
    absolute: Float[Array, " reports"]
    best_cross_entropy: float
    best_squared: float
    best_absolute: float


def expected(truth: float = 0.7, points: int = 1001) -> Expected:
    """Average each loss over a yes of probability 0.7 and a no, for reports from 0 to 1."""
    reported = np.linspace(0, 1, points)
    column = reported[:, None, None]
    yes, no = np.ones((1, 1)), np.zeros((1, 1))
    cross_entropy, squared, absolute = (
        truth * loss(column, yes) + (1 - truth) * loss(column, no)
        for loss in (nn.binary_cross_entropy, nn.mse, nn.mae)
    )
    best = (float(reported[loss.argmin()]) for loss in (cross_entropy, squared, absolute))
    return Expected(reported, cross_entropy, squared, absolute, *best)


@dataclass(frozen=True)
class Forecasters:
    """Mean cross-entropy of three forecasters; it rains on 9 in 10 wet days and 1 in 10 dry ones.

    Attributes:
        vague: Says 0.5 every day, which is right on average.
        honest: Says 0.9 on wet days and 0.1 on dry ones.
        loud: Says 0.99 on wet days and 0.01 on dry ones.
    """

    vague: float
    honest: float
    loud: float


def forecasters(rain: float = 0.9) -> Forecasters:
    """Compute the expected cross-entropy of reports of 0.5, 0.9 and 0.99 where 0.9 is true."""
    return Forecasters(
        *(float(nn.binary_cross_entropy([[said]], [[rain]])) for said in (0.5, rain, 0.99))
    )
