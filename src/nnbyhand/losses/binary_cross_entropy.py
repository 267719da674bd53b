"""Cross-entropy of yes-or-no questions: how surprised the network is by the true answers.

The surprise at an answer that got probability p is -log(p), in nats (natural logarithm). Its mean
is the negative log-likelihood of the targets. The loss comes twice: from probabilities, and from
logits, the scores before the sigmoid. From logits no probability is rounded to 0 before its
logarithm is taken. Nothing is added inside a logarithm: an answer held impossible costs infinity.
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
    require_logits,
    require_probabilities,
    require_shares,
    smoothed,
    smoothing,
)
from nnbyhand.shapes import float_between


@dataclass(frozen=True)
class _Binary(Loss):
    label_smoothing: float | int = 0.0
    positive_weight: float | int = 1.0

    def __post_init__(self) -> None:
        """Check both numbers and keep them as Python floats."""
        hint = "Use 1 for no weighting, 3 to count each positive example three times."
        weight = float_between("positive_weight", self.positive_weight, 0.0, math.inf, hint)
        keep(self, label_smoothing=smoothing(self.label_smoothing), positive_weight=weight)

    def _require_targets(self, targets: Targets) -> None:
        require_shares(targets, "Write no as 0 and yes as 1.")


@dataclass(frozen=True)
class BinaryCrossEntropy(_Binary):
    """The mean of -(w y log(p) + (1 - y) log(1 - p)), for probabilities p.

    Its slope is (1 - y) / (1 - p) - w y / p. The mean is over examples and outputs, in nats. Behind
    a sigmoid, with w = 1, the slope at the score z is the plain error p - y. It is a proper score:
    least, on average, where p is the true probability. Where p is exactly 0 or 1 the value is the
    limit: 0 if the answer was right, infinity if it was wrong. `train` refuses it for a network
    that ends with neither sigmoid nor softmax. Prefer logits in training.

    Attributes:
        label_smoothing: Draws targets towards 1/2: y (1 - s) + s / 2, with s from 0 to below 1.
        positive_weight: w, how often an answer of yes counts. The divisor stays the same.

    Raises:
        InputValueError: If an attribute is out of its range.

    Source: Bishop 2006, equation 4.90, which sums; smoothing: Szegedy et al. 2016, section 7.

    Example:
        >>> from nnbyhand.losses.binary_cross_entropy import binary_cross_entropy
        >>> binary_cross_entropy([[0.5], [1.0]], targets=[[1], [1]])  # (log(2) + 0) / 2
        array(0.34657359)

    Chapter: losses.
    """

    name = "binary cross-entropy"
    facts = loss_facts.BINARY_CROSS_ENTROPY

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        y = smoothed(targets, self.label_smoothing, classes=2)
        yes, no = self.positive_weight * y, 1 - y
        # An answer that the target rules out adds nothing, even where its logarithm is infinite.
        p_yes, p_no = np.where(yes > 0, outputs, 1), np.where(no > 0, 1 - outputs, 1)
        with np.errstate(divide="ignore"):  # log(0) and 1 / 0 have the right limits
            surprise = -yes * np.log(p_yes) - no * np.log(p_no)
            slope = no / p_no - yes / p_yes
        return mean(surprise), slope / entries(outputs)

    def _require_outputs(self, outputs: Outputs) -> None:
        require_probabilities(outputs, "BinaryCrossEntropyFromLogits")


@dataclass(frozen=True)
class BinaryCrossEntropyFromLogits(_Binary):
    """Binary cross-entropy of the probabilities sigmoid(z), for scores z.

    With softplus(z) = log(1 + exp(z)), -log(p) is softplus(z) - z and -log(1 - p) is softplus(z).
    So the loss is the mean of (w y + 1 - y) softplus(z) - w y z. Its slope is
    (w y + 1 - y) sigmoid(z) - w y, which is the plain error sigmoid(z) - y for w = 1.

    The mean is over examples and outputs, in nats. For every yes-or-no output that is trained; the
    network ends linear, and its sigmoid is taken only where probabilities are shown: `train`
    refuses a network that ends with a sigmoid or a softmax, which would be squashed twice.

    Attributes:
        label_smoothing: Draws targets towards 1/2: y (1 - s) + s / 2, with s from 0 to below 1.
        positive_weight: w, how often an answer of yes counts. The divisor stays the same.

    Raises:
        InputValueError: If an attribute is out of its range.

    Source: Goodfellow, Bengio and Courville 2016, section 6.2.2.2.

    Example:
        >>> from nnbyhand.losses.binary_cross_entropy import binary_cross_entropy_from_logits
        >>> binary_cross_entropy_from_logits.gradient([[0.0], [1000.0]], targets=[[1], [0]])
        array([[-0.25],
               [ 0.5 ]])

    Chapter: losses.
    """

    name = "binary cross-entropy from logits"
    facts = loss_facts.BINARY_CROSS_ENTROPY_FROM_LOGITS

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        y = smoothed(targets, self.label_smoothing, classes=2)
        # np.logaddexp(0, outputs) says the same, and takes several times as long.
        softplus = np.maximum(outputs, 0) + np.log1p(np.exp(-np.abs(outputs)))
        sigmoid = np.exp(outputs - softplus)
        if self.positive_weight == 1:
            return mean(softplus - y * outputs), (sigmoid - y) / entries(outputs)
        yes = self.positive_weight * y
        weight = yes + (1 - y)
        surprise = weight * softplus - yes * outputs
        return mean(surprise), (weight * sigmoid - yes) / entries(outputs)

    def _require_outputs(self, outputs: Outputs) -> None:
        require_logits(outputs)


binary_cross_entropy = BinaryCrossEntropy()
binary_cross_entropy_from_logits = BinaryCrossEntropyFromLogits()
