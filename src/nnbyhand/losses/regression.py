"""The losses of regression: MSE, half MSE, MAE and Huber.

With the error e = output - target, each of them is the mean of one function of e over examples and
outputs. The gradient is its slope, divided by the number of entries averaged.

The gradient at the last pre-activation z is the plain error (a - y), over the number of entries
averaged, for three pairs only: linear output with half MSE, sigmoid with binary cross-entropy,
softmax with cross-entropy. The MSE has a 2 beside it, and behind a sigmoid also a(1 - a). Where the
loss is from logits, the pair is already inside it. Source: Bishop 2006, section 4.3.6.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from nnbyhand.arguments import keep
from nnbyhand.losses import facts as loss_facts
from nnbyhand.losses.base import (
    Loss,
    Outputs,
    Targets,
    ValueAndGradient,
    entries,
    mean,
    require_all,
)
from nnbyhand.shapes import float_between


class _Regression(Loss):
    """A loss whose targets are any finite numbers."""

    def _require_targets(self, targets: Targets) -> None:
        hint = "Find out where it comes from."
        require_all("targets", targets, np.isfinite(targets), "finite numbers", hint)


@dataclass(frozen=True)
class MSE(_Regression):
    """Mean squared error: the mean of e**2, with slope 2e.

    There is no 1/2 in it. The unit is that of the target, squared. It is least where the output is
    the mean of the targets that belong to the same input.

    Source: Goodfellow, Bengio and Courville 2016, section 5.1.4.

    Example:
        >>> from nnbyhand.losses.regression import mse
        >>> mse([[3.0], [1.0]], targets=[[1.0], [1.0]])  # (4 + 0) / 2
        array(2.)

    Chapter: losses.
    """

    name = "MSE"
    facts = loss_facts.MSE

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        error = outputs - targets
        return mean(error * error), error * (2 / entries(error))


@dataclass(frozen=True)
class HalfMSE(_Regression):
    """Half the mean squared error: the mean of e**2 / 2, with slope e.

    The 1/2 makes the slope the error itself. The best output is that of the MSE.

    Source: Bishop 2006, equation 1.2, which sums where this averages.

    Example:
        >>> from nnbyhand.losses.regression import half_mse
        >>> half_mse([[3.0], [1.0]], targets=[[1.0], [1.0]])  # (4/2 + 0/2) / 2
        array(1.)

    Chapter: losses.
    """

    name = "half MSE"
    facts = loss_facts.HALF_MSE

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        error = outputs - targets
        return mean(error * error / 2), error / entries(error)


@dataclass(frozen=True)
class MAE(_Regression):
    """Mean absolute error: the mean of abs(e), with slope 1 for e > 0 and -1 for e < 0.

    The slope at e = 0, where there is a kink, is taken as 0. The unit is that of the target. It is
    least where the output is a median of the targets, which outliers hardly move.

    Source: Hastie, Tibshirani and Friedman 2009, section 10.6.

    Example:
        >>> from nnbyhand.losses.regression import mae
        >>> mae([[3.0], [1.0]], targets=[[1.0], [1.0]])  # (2 + 0) / 2
        array(1.)

    Chapter: losses.
    """

    name = "MAE"
    facts = loss_facts.MAE

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        error = outputs - targets
        return mean(np.abs(error)), np.sign(error) / entries(error)


@dataclass(frozen=True)
class Huber(_Regression):
    """The mean of e**2 / 2 where abs(e) <= delta, else of delta (abs(e) - delta / 2).

    Quadratic near the target, linear far away, and without a jump in value or slope. The slope is e
    clipped to the interval from -delta to delta. For outputs that are right up to a few outliers.

    Attributes:
        delta: Largest error that counts as small, in the unit of the target.

    Raises:
        InputValueError: If ``delta`` is not above 0 and finite.

    Source: Huber 1964.

    Example:
        >>> from nnbyhand.losses.regression import Huber
        >>> Huber(delta=1.0)([[3.0], [1.5]], targets=[[1.0], [1.0]])  # (1 * 1.5 + 0.25 / 2) / 2
        array(0.8125)

    Chapter: losses.
    """

    delta: float | int = 1.0

    name = "Huber"
    facts = loss_facts.HUBER

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        error = outputs - targets
        slope = np.minimum(np.maximum(error, -self.delta), self.delta)
        # One formula for both parts: e**2 / 2 where the slope is e, and where it is delta times
        # the sign of e, delta (abs(e) - delta / 2). No large error is squared.
        return mean(slope * (error - slope / 2)), slope / entries(error)

    def __post_init__(self) -> None:
        """Check delta and keep it as a Python float."""
        hint = "Take the largest error that is no outlier, in the unit of the target."
        keep(self, delta=float_between("delta", self.delta, 0.0, math.inf, hint))


mse = MSE()
half_mse = HalfMSE()
mae = MAE()
huber = Huber()
