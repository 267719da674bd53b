"""Rosenblatt's rule: a perceptron learns from its mistakes, and from nothing else.

After a mistake the rule adds rate * error * x to the weights and rate * error to the bias, where
error = target - output is 1 or -1. A right answer has error 0 and changes nothing.

Source: Rosenblatt 1962, Principles of Neurodynamics, Spartan Books, for the rule that corrects
errors. The machine itself is from 1958.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import whole_number
from nnbyhand.perceptron import Perceptron, examples_and_labels
from nnbyhand.shapes import Array, Numbers, float_between


@dataclass(frozen=True, eq=False)
class Update:
    """One mistake, and what the rule made of it.

    Attributes:
        epoch: The pass through the examples, counted from 1.
        example: Row of the example, counted from 0.
        x: Its inputs, shape (inputs,).
        target: Its label, 0 or 1.
        output: What the perceptron answered.
        error: target - output: 1 if it should have said 1, -1 if it should have said 0.
        weights: The weights after the update, shape (inputs,).
        bias: The bias after the update.

    Example:
        >>> from nnbyhand.perceptron_learning import learn_perceptron
        >>> first = learn_perceptron([[2.0, 1.0], [3.0, 0.0]], [0, 1]).updates[0]
        >>> first.error, first.weights, first.bias
        (-1, array([-2., -1.]), -1.0)

    Chapter: perceptron.
    """

    epoch: int
    example: int
    x: Float[Array, " inputs"]
    target: int
    output: int
    error: int
    weights: Float[Array, " inputs"]
    bias: float


@dataclass(frozen=True, eq=False)
class LearnedPerceptron:
    """What learning led to, and every step on the way.

    Attributes:
        perceptron: The perceptron after the last update.
        updates: Every update, in order. No update, no mistake.
        converged: Whether the last epoch went by without a mistake.
        epochs: How many passes were made, the one without a mistake included.

    Example:
        >>> from nnbyhand.perceptron_learning import learn_perceptron
        >>> print(learn_perceptron([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], epochs=20))
        not converged: mistakes in all 20 epochs, 78 updates

    Chapter: perceptron.
    """

    perceptron: Perceptron
    updates: tuple[Update, ...]
    converged: bool
    epochs: int

    def __str__(self) -> str:
        """Return the outcome as one line."""
        if self.converged:
            return f"converged: no mistake in epoch {self.epochs}, {len(self.updates)} updates"
        return f"not converged: mistakes in all {self.epochs} epochs, {len(self.updates)} updates"


def learn_perceptron(  # noqa: PLR0913  (what learning depends on)
    x: Numbers,
    y: Numbers,
    *,
    rate: float = 1.0,
    epochs: int = 100,
    rng: np.random.Generator | None = None,
    start: Perceptron | None = None,
) -> LearnedPerceptron:
    """Learn weights and bias by Rosenblatt's rule.

    It ends after the first epoch without a mistake. Where a line separates the classes that comes
    to pass, after at most as many updates as `convergence_bound` says. Where none does, as with
    XOR, mistakes never end, and the result says so.

    Args:
        x: Examples, shape (examples, inputs).
        y: Labels 0 and 1, shape (examples,) or (examples, 1).
        rate: Factor of every update. With a start from 0 it scales the numbers and not the answers.
        epochs: Most passes through the examples.
        rng: With a generator, every epoch takes the examples in a new order. Without, row by row.
        start: Where to begin, or None to begin with weights and bias 0.

    Returns:
        The perceptron and its history, in the dtype of ``x``.

    Raises:
        InputTypeError: If an argument is not made of real numbers, or ``epochs`` no integer.
        InputValueError: If a label is neither 0 nor 1, a number NaN or infinite, ``rate`` not
            above 0, or ``epochs`` below 1.
        ShapeError: If shapes do not fit together, or there is no example.

    Source: Rosenblatt 1962.

    Example:
        >>> from nnbyhand.perceptron_learning import learn_perceptron
        >>> learned = learn_perceptron([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1])
        >>> print(learned)
        converged: no mistake in epoch 4, 5 updates
        >>> learned.perceptron
        Perceptron(weights=array([1., 1.]), bias=-1.0)

    Chapter: perceptron.
    """
    rows, labels = examples_and_labels(x, y)
    factor = float_between("rate", rate, 0.0, math.inf, "The usual rate is 1.")
    most = whole_number("epochs", epochs, 1, "Allow at least one pass through the examples.")
    first = start or Perceptron(np.zeros(rows.shape[1], rows.dtype), 0.0)
    first(rows)  # refuses rows that do not fit the start
    weights, bias = first.weights, first.bias
    updates: list[Update] = []
    for epoch in range(1, most + 1):
        before = len(updates)
        order = range(len(rows)) if rng is None else rng.permutation(len(rows)).tolist()
        for example in order:
            inputs, target = rows[example].copy(), int(labels[example])
            output = int(inputs @ weights + bias >= 0)
            error = target - output
            if error != 0:
                weights, bias = weights + factor * error * inputs, bias + factor * error
                step = Update(epoch, example, inputs, target, output, error, weights, bias)
                updates.append(step)
        converged = len(updates) == before
        if converged:
            break
    return LearnedPerceptron(Perceptron(weights, bias), tuple(updates), converged, epoch)
