"""Cross-entropy of a choice among classes: how surprised the network is by the true class.

The surprise at a class that got probability p is -log(p), in nats. As with yes-or-no questions,
the loss comes from probabilities and from logits, the scores before the softmax.

Targets are rows of probabilities, mostly one-hot (1 for the true class, 0 for the others), or one
list of class labels, integers from 0 on, which means the same as their one-hot rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import keep
from nnbyhand.errors import ShapeError
from nnbyhand.labels import as_labels
from nnbyhand.losses import facts as loss_facts
from nnbyhand.losses.base import (
    Loss,
    Outputs,
    Targets,
    ValueAndGradient,
    require_all,
    require_logits,
    require_probabilities,
    require_shares,
    require_sums,
    smoothed,
    smoothing,
)
from nnbyhand.shapes import Array, Numbers, as_reals


@dataclass(frozen=True)
class _Categorical(Loss):
    label_smoothing: float | int = 0.0
    class_weights: Numbers | None = None

    def __post_init__(self) -> None:
        """Check both, and keep them as a Python float and a tuple of them."""
        keep(self, label_smoothing=smoothing(self.label_smoothing))
        if self.class_weights is not None:
            keep(self, class_weights=_class_weights(self.class_weights))

    def prepared(
        self, targets: Numbers, outputs: Float[Array, "*networks examples classes"]
    ) -> Float[Array, "*shared examples classes"]:
        """Check targets as `Loss` says, and turn class labels into one-hot rows."""
        examples, classes = outputs.shape[-2:]
        if self.class_weights is not None and np.size(self.class_weights) != classes:
            got = f"shape ({np.size(self.class_weights)},)"
            expected = f"shape ({classes},) for outputs of shape {outputs.shape}"
            raise ShapeError("class_weights", got, expected, "Give each class one weight.")
        shape = as_reals("targets", targets).shape
        if len(shape) == 1 and shape != (examples,):
            expected = f"shape ({examples},) for outputs of shape {outputs.shape}"
            raise ShapeError("targets", f"shape {shape}", expected, "Give each row one label.")
        if len(shape) == 1:
            targets = np.eye(classes)[as_labels("targets", targets, classes)]
        return super().prepared(targets, outputs)

    def _require_targets(self, targets: Targets) -> None:
        require_shares(targets, "Give class labels as one list, or rows of probabilities.")
        require_sums("targets", targets)

    def _weighted(
        self, targets: Float[Array, "*shared examples classes"]
    ) -> tuple[Float[Array, "*shared examples classes"], int | Float[Array, "*shared 1 1"]]:
        """Return what each surprise is multiplied by, and what their sum is divided by."""
        y = smoothed(targets, self.label_smoothing, classes=targets.shape[-1])
        if self.class_weights is None:
            return y, targets.shape[-2]
        weights = np.asarray(self.class_weights, targets.dtype)
        return weights * y, np.add.reduce(weights * targets, axis=(-2, -1), keepdims=True)


@dataclass(frozen=True)
class CrossEntropy(_Categorical):
    """The mean over examples of -sum(y log(p)), for rows of probabilities p.

    The slope is -y / p, over the number of examples: each p is taken as free, though a row sums to
    1. Behind a softmax, without weights, the slope at the scores is the plain error p - y. Where p
    is exactly 0 the value is the limit: infinity if y is above 0 there. In nats. It is a proper
    score: least, on average, where p is the true probability. `train` refuses it for a network that
    does not end with a softmax, whose rows need not sum to 1. Prefer logits in training.

    Attributes:
        label_smoothing: Draws a row of targets towards equal shares: y (1 - s) + s / classes, with
            s from 0 to below 1.
        class_weights: One number above 0 per class, which multiplies the terms of that class. The
            divisor is then the sum of the weights of the targets, before smoothing, so that the
            loss stays a mean. PyTorch does the same with class labels; with rows of targets it
            divides by the number of examples.

    Raises:
        InputValueError: If an attribute is out of its range.

    Source: Bishop 2006, equation 4.108, which sums; smoothing: Szegedy et al. 2016, section 7.

    Example:
        >>> from nnbyhand.losses.cross_entropy import cross_entropy
        >>> cross_entropy([[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]], targets=[0, 1])  # log(2) / 2
        array(0.34657359)

    Chapter: losses.
    """

    name = "cross-entropy"
    facts = loss_facts.CROSS_ENTROPY

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        y, divisor = self._weighted(targets)
        # A class that the target rules out adds nothing, even where its logarithm is infinite.
        p = np.where(y > 0, outputs, 1)
        with np.errstate(divide="ignore"):  # log(0) and 1 / 0 have the right limits
            surprise = -np.log(p)
            slope = 0 - y / p  # 0, not -0, where y is 0
        return _total(y * surprise, divisor), slope / divisor

    def _require_outputs(self, outputs: Outputs) -> None:
        require_probabilities(outputs, "CrossEntropyFromLogits")
        require_sums("outputs", outputs)


@dataclass(frozen=True)
class CrossEntropyFromLogits(_Categorical):
    """Cross-entropy of the probabilities softmax(z), for rows of scores z.

    -log(p) of a class is log(sum(exp(z))) - z, the sum over its row. Subtracting the row's largest
    score first changes nothing and keeps every exponential at 1 or below. The slope is the plain
    error softmax(z) - y, over the number of examples; with class weights, p of each row is
    multiplied by the sum of its weighted targets. The mean is over examples, in nats.

    For every choice among classes that is trained. The network ends linear: `train` refuses one
    that ends with a sigmoid or a softmax, whose outputs would be squashed twice.

    Attributes:
        label_smoothing: As in `CrossEntropy`.
        class_weights: As in `CrossEntropy`.

    Raises:
        InputValueError: If an attribute is out of its range.

    Source: Goodfellow, Bengio and Courville 2016, section 6.2.2.3.

    Example:
        >>> from nnbyhand.losses.cross_entropy import cross_entropy_from_logits
        >>> cross_entropy_from_logits.gradient([[0.0, 0.0], [1000.0, 0.0]], targets=[0, 1])
        array([[-0.25,  0.25],
               [ 0.5 , -0.5 ]])

    Chapter: losses.
    """

    name = "cross-entropy from logits"
    facts = loss_facts.CROSS_ENTROPY_FROM_LOGITS

    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        y, divisor = self._weighted(targets)
        behind = outputs - np.maximum.reduce(outputs, axis=-1, keepdims=True)
        exponentials = np.exp(behind)
        total = np.add.reduce(exponentials, axis=-1, keepdims=True)
        p, surprise = exponentials / total, np.log(total) - behind
        if self.class_weights is not None:
            p = p * np.add.reduce(y, axis=-1, keepdims=True)
        return _total(y * surprise, divisor), (p - y) / divisor

    def _require_outputs(self, outputs: Outputs) -> None:
        require_logits(outputs)


def _total(
    terms: Float[Array, "*networks examples classes"],
    divisor: int | Float[Array, "*shared 1 1"],
) -> Float[Array, "*networks"]:
    """Add up the terms of each network and divide."""
    total = np.add.reduce(terms, axis=(-2, -1))
    return np.asarray(total / (divisor if isinstance(divisor, int) else divisor[..., 0, 0]))


def _class_weights(weights: Numbers) -> tuple[float, ...]:
    """Return the weights as Python floats, so that losses can be compared and hashed."""
    array = as_reals("class_weights", weights)
    if array.ndim != 1:
        hint = "Give each class one weight."
        raise ShapeError("class_weights", f"shape {array.shape}", "shape (classes,)", hint)
    hint = "A larger weight makes a class count more; leave out rows that shall not count."
    good = (array > 0) & (array < np.inf)
    require_all("class_weights", array, good, "a number above 0, finite", hint)
    return tuple(array.tolist())


cross_entropy = CrossEntropy()
cross_entropy_from_logits = CrossEntropyFromLogits()
