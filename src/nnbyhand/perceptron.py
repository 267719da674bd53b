"""The perceptron: one unit that answers 0 or 1, and learns from its mistakes by Rosenblatt's rule.

The unit draws a line (in more dimensions a plane) through the inputs: x @ weights + bias = 0.

After a mistake the rule adds rate * error * x to the weights and rate * error to the bias, where
error = target - output is 1 or -1. A right answer has error 0 and changes nothing.

Sources:

- Rosenblatt 1958: The perceptron: a probabilistic model for information storage and organization
  in the brain. Psychological Review 65.
- Rosenblatt 1962: Principles of Neurodynamics. Spartan Books, for the rule that corrects errors.
- Novikoff 1962: On convergence proofs on perceptrons. Symposium on the Mathematical Theory of
  Automata 12.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import keep, whole_number
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array, Numbers, as_reals, float_between


@dataclass(frozen=True, eq=False, init=False)  # two arrays have no one ==
class Perceptron:
    """A unit that answers 1 where x @ weights + bias >= 0, else 0. On the line itself it says 1.

    Attributes:
        weights: One number per input; kept as a copy that cannot be written to.
        bias: Minus the threshold that x @ weights must reach.

    Raises:
        InputTypeError: If something other than real numbers came.
        InputValueError: If a number is NaN or infinite.
        ShapeError: If ``weights`` is not one list with an entry, or ``bias`` not one number.

    Example:
        >>> from nnbyhand.perceptron import Perceptron
        >>> logical_and = Perceptron(weights=[1.0, 1.0], bias=-1.5)
        >>> logical_and([[0, 0], [0, 1], [1, 0], [1, 1]])
        array([0, 0, 0, 1])

    Chapter: perceptron.
    """

    weights: Float[Array, " inputs"]
    bias: float

    def __init__(self, weights: Numbers, bias: Numbers) -> None:
        """Check both and keep them, the weights as an array and the bias as a Python float."""
        vector = finite("weights", weights).copy()
        if vector.ndim != 1 or vector.size == 0:
            hint = "Give one list, with a number for each input."
            raise ShapeError("weights", f"shape {vector.shape}", "shape (inputs,)", hint)
        vector.flags.writeable = False
        keep(self, weights=vector)
        hint = "Give minus the threshold, as one number."
        number = float_between("bias", bias, -math.inf, math.inf, hint)
        keep(self, bias=number)

    def __call__(self, x: Numbers) -> Int[Integers, "*examples"]:
        """Return 0 or 1 for each row of ``x``.

        Args:
            x: Inputs, shape (*examples, inputs).

        Raises:
            InputTypeError: If ``x`` does not hold real numbers.
            InputValueError: If one is NaN or infinite.
            ShapeError: If its rows are not as long as the weights.
        """
        rows = finite("x", x)
        if rows.ndim == 0 or rows.shape[-1] != self.weights.size:
            expected = f"shape (..., {self.weights.size}) for weights of shape {self.weights.shape}"
            hint = "An example is a row, with one number for each weight."
            raise ShapeError("x", f"shape {rows.shape}", expected, hint)
        return np.asarray(rows @ self.weights + self.bias >= 0, np.int_)


def convergence_bound(x: Numbers, y: Numbers, weights: Numbers, bias: Numbers) -> float:
    """Return how many updates Rosenblatt's rule makes at most, from any line that separates.

    Take the bias as the weight of one more input that is always 1. Then R is the length of the
    longest example, and gamma the least distance of an example to the line through 0 that the
    weights, bias included, draw. The bound is (R / gamma)**2: a wide gap between the classes makes
    learning quick. It holds for every rate and order, with a start from weights and bias 0.

    Args:
        x: Examples, shape (examples, inputs).
        y: Labels 0 and 1, shape (examples,) or (examples, 1).
        weights: Weights of a perceptron that separates the classes, shape (inputs,).
        bias: Its bias.

    Returns:
        The bound. The lines with the widest gap give the lowest one.

    Raises:
        InputTypeError: If an argument does not hold real numbers.
        InputValueError: If an example is on the wrong side or on the line itself, a label is
            neither 0 nor 1, or a number NaN or infinite.
        ShapeError: If shapes do not fit together, or there is no example.

    Source: Novikoff 1962.

    Example:
        >>> from nnbyhand.perceptron import convergence_bound
        >>> convergence_bound([[-1.0], [1.0]], [0, 1], weights=[1.0], bias=0.0)  # (sqrt(2) / 1)**2
        2.0

    Chapter: perceptron.
    """
    rows, labels = examples_and_labels(x, y)
    line = Perceptron(weights, bias)
    line(rows)  # refuses rows that do not fit the weights
    towards_truth = np.where(labels == 1, 1, -1) * (rows @ line.weights + line.bias)
    for example in np.flatnonzero(towards_truth <= 0).tolist():
        side = "on the line" if towards_truth[example] == 0 else "on the wrong side"
        hint = "Give a line with every 1 on one side, every 0 on the other, and none on it."
        expected = "weights and bias that separate the classes"
        raise InputValueError("weights", f"example {example} {side}", expected, hint)
    longest = (rows**2).sum(axis=1).max() + 1
    normal = (line.weights**2).sum() + line.bias**2
    return float(longest * normal / towards_truth.min() ** 2)


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
        >>> from nnbyhand.perceptron import learn_perceptron
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
        >>> from nnbyhand.perceptron import learn_perceptron
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

    It ends after the first epoch without a mistake. If a line separates the classes, that happens
    after at most as many updates as `convergence_bound` says. If none does, as with XOR, mistakes
    never end, and the result says so.

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
        >>> from nnbyhand.perceptron import learn_perceptron
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


def examples_and_labels(
    x: Numbers, y: Numbers
) -> tuple[Float[Array, "examples inputs"], Int[Integers, " examples"]]:
    """Check examples and their labels, 0 or 1, and return the labels as one list of integers."""
    rows, labels = finite("x", x), as_reals("y", y)
    if rows.ndim != 2 or rows.size == 0:  # noqa: PLR2004  (axes)
        hint = "Put each example in a row of its own: [[0, 1], [1, 1]]."
        raise ShapeError("x", f"shape {rows.shape}", "shape (examples, inputs), not empty", hint)
    if labels.shape not in {(len(rows),), (len(rows), 1)}:
        expected = f"shape ({len(rows)},) or ({len(rows)}, 1) for x of shape {rows.shape}"
        raise ShapeError("y", f"shape {labels.shape}", expected, "Give each row one label.")
    for label in labels[(labels != 0) & (labels != 1)].tolist():
        hint = "Write the two classes as 0 and 1, and -1 as 0."
        raise InputValueError("y", f"label {label:g}", "labels 0 and 1", hint)
    return rows, labels.reshape(-1).astype(np.int64)


def finite(argument: str, values: Numbers) -> Float[Array, "..."]:
    """Turn input into floats, and refuse NaN, which would pass for the answer 0, and infinity."""
    array = as_reals(argument, values)
    for number in array[~np.isfinite(array)].tolist():
        hint = "Find out where it comes from."
        raise InputValueError(argument, f"{number}", "finite numbers", hint)
    return array
