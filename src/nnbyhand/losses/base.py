"""What every loss offers: its value, its gradient, and both at the cost of one.

A loss is a mean. The average of a batch then does not grow with the batch, and one learning rate
serves batches of every size. The gradient carries the same divisor.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import ClassVar, TypeAlias

import numpy as np
from jaxtyping import Bool, Float

from nnbyhand.arguments import Number
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.losses.facts import LossFacts
from nnbyhand.shapes import Array, NDArray, Numbers, as_reals, float_between

Outputs: TypeAlias = Float[Array, "*networks examples outputs"]
"""What networks gave: for each of them a row per example."""

Targets: TypeAlias = Float[Array, "*shared examples outputs"]
"""What they should have given; networks may share it."""

ValueAndGradient: TypeAlias = tuple[Float[Array, "*networks"], Outputs]
"""One number per network, and its derivative with respect to every output."""

BATCH_AXES = 2
"""One network's outputs: a row for each example, a column for each output."""


class Formula(ABC):
    """What training computes with: the mathematics alone, of arrays that need no check."""

    @abstractmethod
    def value_and_gradient_at(self, outputs: Outputs, targets: Targets) -> ValueAndGradient:
        """Return the loss and its derivative with respect to every output.

        Numbers may overflow and become NaN on the way: the caller tells NumPy not to warn of it.
        """


class Loss(Formula):
    """How far outputs are from their targets, as one number per network.

    Outputs have shape (*networks, examples, outputs), so a single network's have two axes and its
    loss has none. Targets have the same shape, or one without the axes of the networks, which then
    share them. Results have the dtype of the outputs; NaN in the outputs gives a NaN.

    A subclass holds the mathematics: ``value_and_gradient_at`` of arrays that were checked.

    Attributes:
        name: The name as prose writes it, for example "half MSE".

    Example:
        >>> from nnbyhand.losses.regression import mse
        >>> mse(outputs=[[1.0], [3.0]], targets=[[0.0], [1.0]])
        array(2.5)
        >>> mse.gradient(outputs=[[1.0], [3.0]], targets=[[0.0], [1.0]])
        array([[1.],
               [2.]])

    Chapter: losses.
    """

    name: ClassVar[str]

    @property
    def slug(self) -> str:
        """The name as addresses write it, for example "half-mse"."""
        return self.name.lower().replace(" ", "-")

    @property
    @abstractmethod
    def facts(self) -> LossFacts:
        """What is known about this loss."""

    def __call__(self, outputs: Numbers, targets: Numbers) -> Float[Array, "*networks"]:
        """Return the loss, as `value_and_gradient` says."""
        return self.value_and_gradient(outputs, targets)[0]

    def gradient(
        self, outputs: Numbers, targets: Numbers
    ) -> Float[Array, "*networks examples outputs"]:
        """Return the derivative with respect to the outputs, as `value_and_gradient` says."""
        return self.value_and_gradient(outputs, targets)[1]

    def value_and_gradient(self, outputs: Numbers, targets: Numbers) -> ValueAndGradient:
        """Return the loss and its derivative with respect to every output.

        Args:
            outputs: What the network gave, shape (*networks, examples, outputs).
            targets: What it should have given, in the same shape or (examples, outputs).

        Returns:
            The loss, one number per network, and the gradient, in the shape of ``outputs``.

        Raises:
            InputTypeError: If an argument does not hold real numbers.
            InputValueError: If a number cannot be what this loss takes, such as a probability
                above 1.
            ShapeError: If the shapes do not fit together, or there is nothing to average.
        """
        given = as_reals("outputs", outputs)
        _require_batch(given)
        self._require_outputs(given)
        wanted = self.prepared(targets, given)
        # Infinity beyond the largest float, and NaN from NaN, are right answers, no warnings.
        with np.errstate(over="ignore", invalid="ignore"):
            return self.value_and_gradient_at(given, wanted)

    def prepared(
        self, targets: Numbers, outputs: Float[Array, "*networks examples outputs"]
    ) -> Float[Array, "*shared examples outputs"]:
        """Check targets against outputs and return them as ``value_and_gradient_at`` takes them.

        Training prepares its targets once, so that no step has to.

        Args:
            targets: As `value_and_gradient` takes them.
            outputs: Outputs of a network for these targets; only shape and dtype matter.

        Returns:
            The targets in the dtype of ``outputs``, in its shape or (examples, outputs).

        Raises:
            InputTypeError: If the targets are not real numbers.
            InputValueError: If a target cannot be what this loss takes.
            ShapeError: If the shapes do not fit together.
        """
        wanted = as_reals("targets", targets)
        _require_targets_shape(wanted, outputs)
        with np.errstate(over="ignore"):  # what outgrows a coarser dtype is infinite, and refused
            wanted = wanted.astype(outputs.dtype, copy=False)
        self._require_targets(wanted)
        return wanted

    def _require_outputs(self, outputs: Float[Array, "*networks examples outputs"]) -> None:
        """Refuse numbers that this loss cannot take; most losses take any."""

    @abstractmethod
    def _require_targets(self, targets: Float[Array, "*shared examples outputs"]) -> None:
        """Refuse numbers that are no targets of this loss."""


def entries(batch: Float[Array, "*networks examples outputs"]) -> int:
    """Return how many numbers of each network a loss averages: examples times outputs."""
    return math.prod(batch.shape[-2:])


def mean(losses: Float[Array, "*networks examples outputs"]) -> Float[Array, "*networks"]:
    """Average over examples and outputs: what is left is one number per network."""
    return np.asarray(np.add.reduce(losses, axis=(-2, -1)) / entries(losses))


def require_all(
    argument: str,
    array: Float[Array, "*shape"],
    good: Bool[NDArray[np.bool_], "*shape"],
    expected: str,
    hint: str,
) -> None:
    """Refuse an array with an entry that is not good, and name the first one.

    Args:
        argument: Name of the array, for the error message.
        array: The array under test.
        good: Which of its entries may pass.
        expected: What would have been right.
        hint: What to do, as a sentence.

    Raises:
        InputValueError: If an entry is not good.
    """
    if not good.all():
        index = tuple(np.argwhere(~good)[0].tolist())
        raise InputValueError(argument, f"{array[index]} at index {index}", expected, hint)


def _require_batch(outputs: Float[Array, "..."]) -> None:
    if outputs.ndim < BATCH_AXES or 0 in outputs.shape[-2:]:
        expected = "shape (examples, outputs) with at least one of each"
        hint = "Put each example in a row of its own: [[0.5], [1.5]]."
        raise ShapeError("outputs", f"shape {outputs.shape}", expected, hint)


def _require_targets_shape(targets: Float[Array, "..."], outputs: Float[Array, "..."]) -> None:
    shared = outputs.shape[-2:]
    if targets.shape not in {outputs.shape, shared}:
        alternative = "" if outputs.shape == shared else f", or {shared} for all networks"
        expected = f"shape {outputs.shape} as outputs has{alternative}"
        hint = "Give each output one target; targets[:, np.newaxis] makes a column of a list."
        raise ShapeError("targets", f"shape {targets.shape}", expected, hint)


SUM_TOLERANCE = 0.005
"""How far the sum of a row of probabilities may be from 1. Rounded percentages stay within it."""


def smoothing(amount: Number) -> float:
    """Return the amount of label smoothing as a Python float, at least 0 and below 1."""
    if np.array_equal(amount, 0):
        return 0.0
    return float_between("label_smoothing", amount, 0.0, 1.0, "Use 0 for no smoothing.")


def smoothed(
    targets: Float[Array, "*shape"], amount: float, classes: int
) -> Float[Array, "*shape"]:
    """Take the share ``amount`` of each target, and divide it equally among all classes."""
    return targets * (1 - amount) + amount / classes if amount else targets


def require_shares(targets: Float[Array, "*shape"], hint: str) -> None:
    """Refuse targets below 0 or above 1, and NaN."""
    good = (targets >= 0) & (targets <= 1)
    require_all("targets", targets, good, "a number from 0 to 1", hint)


def require_probabilities(outputs: Float[Array, "*shape"], from_logits: str) -> None:
    """Refuse outputs below 0 or above 1; NaN passes, so that it shows in the loss."""
    hint = f"If these are scores, take {from_logits}."
    good = ~((outputs < 0) | (outputs > 1))
    require_all("outputs", outputs, good, "a probability, from 0 to 1", hint)


def require_logits(outputs: Float[Array, "*shape"]) -> None:
    """Refuse scores whose differences outgrow their dtype; NaN passes, so that it shows."""
    most = float(np.finfo(outputs.dtype).max) / 2
    hint = "For a class that is ruled out, give a score that is very low but finite."
    good = ~(np.abs(outputs) > most)
    require_all("outputs", outputs, good, f"a score from {-most:.1e} to {most:.1e}", hint)


def require_sums(argument: str, rows: Float[Array, "*batch classes"]) -> None:
    """Refuse rows that do not sum to about 1; NaN passes, so that it shows in the loss."""
    sums = np.add.reduce(rows, axis=-1, dtype=np.float64)
    hint = "The probabilities of one example stand in one row; softmax makes such rows."
    good = ~(np.abs(sums - 1) > SUM_TOLERANCE)
    require_all(f"{argument} (sum of a row)", sums, good, "about 1", hint)
