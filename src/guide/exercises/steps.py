"""Watches a training loop: which examples each step takes, and where the parameters go."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.backward_pass import OF, sent_back
from guide.exercises.judging import Fault


class Step(NamedTuple):
    """One call of `gradients`.

    Attributes:
        rows: Which examples it was called with.
        parameters: The parameters that it was called with, as copies.
        slopes: What it returned.
    """

    rows: list[int]
    parameters: list[Array]
    slopes: list[Array]


class Watch:
    """Stands in for `gradients`, answers rightly, and notes every call."""

    def __init__(self, x: Array, y: Array) -> None:
        """Remember all examples, to know them when they come."""
        self.x, self.y = x, y
        self.steps: list[Step] = []

    def __call__(self, x: Array, y: Array, parameters: Sequence[Array]) -> list[Array]:
        """Return the gradients."""
        rows = self._rows(np.asarray(x), np.asarray(y))
        kept = [np.array(parameter, dtype=float) for parameter in parameters]
        slopes = sent_back(x, y, kept)
        self.steps.append(Step(rows, kept, slopes))
        return [slope.copy() for slope in slopes]

    def _rows(self, x: Array, y: Array) -> list[int]:
        if x.ndim != 2 or x.shape[1:] != self.x.shape[1:]:  # noqa: PLR2004
            raise Fault(
                f"`gradients` is called with a batch of shape {x.shape}. It takes rows, one for"
                f" each example: shape (examples, {self.x.shape[1]}). `x[rows]` with a list of rows"
                " keeps both axes; so does `x[[row]]`."
            )
        if len(x) != len(y):
            raise Fault(
                f"`gradients` is called with {len(x)} inputs and {len(y)} targets. Take the same"
                " rows of both: `x[rows], y[rows]`."
            )
        found = [self._row(row) for row in x]
        if not np.array_equal(self.y[found], y):
            raise Fault(
                "Inputs and targets are no longer pairs: an example comes with the target of"
                " another. Draw one order, and take both in it: `x[rows], y[rows]`."
            )
        return found

    def _row(self, row: Array) -> int:
        same = np.flatnonzero((self.x == row).all(axis=1))
        if len(same) != 1:
            raise Fault("`gradients` is called with inputs that are none of the examples.")
        return int(same[0])


def require_steps(steps: Sequence[Step], last: Sequence[Array], rate: float) -> None:
    """Raise a fault if parameters did not go, step by step, by minus the rate times the slopes."""
    moved = [
        [new - old for new, old in zip(after, step.parameters, strict=True)]
        for step, after in zip(steps, [*(s.parameters for s in steps[1:]), last], strict=True)
    ]
    factors = [
        [_factor(move, slope) for move, slope in zip(moves, step.slopes, strict=True)]
        for moves, step in zip(moved, steps, strict=True)
    ]
    if np.allclose(factors, -rate, rtol=1e-6):
        return
    _require_moves(moved)
    _require_factor(np.array(factors), rate, len(steps[0].rows))
    if np.allclose(factors[0], -rate, rtol=1e-6):
        raise Fault(
            "The first step is right, the second is not. Each step takes the gradients of its own"
            " batch, at the parameters of now: call `gradients` again, and add up nothing."
        )
    raise Fault(
        "The parameters do not move against their gradients. For each of them, the new one is the"
        " old one less `rate` times its own gradient."
    )


def _factor(move: Array, slope: Array) -> float:
    """Return by how many times the slope a parameter moved; NaN if it moved another way."""
    factor = float((move * slope).sum() / (slope * slope).sum())
    return factor if np.allclose(move, factor * slope, rtol=1e-6, atol=1e-12) else float("nan")


def _require_moves(moved: Sequence[Sequence[Array]]) -> None:
    still = [not any(np.any(moves[n]) for moves in moved) for n in range(len(OF))]
    if all(still):
        raise Fault(
            "The parameters never move: every batch is answered by the first ones. Keep the new"
            " ones under the name that the next turn uses: `parameters = [p - rate * g for …]`."
            " In `for p in parameters`, `p = …` changes only the name `p`."
        )
    if any(still):
        names = ", ".join(f"`{name}`" for name, rests in zip(OF, still, strict=True) if rests)
        raise Fault(f"{names} never moved. Every parameter takes its step, biases, too.")
    first = [np.any(move) for move in moved[0]]
    if not any(np.any(move) for moves in moved[:-1] for move in moves) or not all(first):
        raise Fault(
            "Not every batch moves the parameters. Take a step after each call of `gradients`,"
            " inside of the loop over the batches."
        )


def _require_factor(factors: Array, rate: float, batch: int) -> None:
    known = {
        rate: (
            "The steps climb: `rate` times the gradient is added. The gradient says where the loss"
            " grows, so subtract it."
        ),
        -1.0: "`rate` is not used: each step is the whole gradient. Multiply it by `rate`.",
        -rate / batch: (
            "Each step is divided by the size of the batch. `gradients` took the mean already."
        ),
        -rate * batch: "Each step is multiplied by the size of the batch. The mean is enough.",
        1.0: "The gradient is added, and without `rate`. Subtract `rate` times the gradient.",
    }
    for factor, said in known.items():
        if np.allclose(factors[0], factor, rtol=1e-6):
            raise Fault(said)
    if np.ptp(factors) < 1e-6 * abs(factors[0, 0]):
        raise Fault(
            f"Each step is {factors[0, 0]:.4g} times the gradient. With this rate it should be"
            f" {-rate:.4g} times."
        )


def answer_of(value: Any) -> tuple[list[Array], list[float]]:  # noqa: ANN401  (the reader's)
    """Return parameters and losses, if that is what `train` returned."""
    pair = isinstance(value, list | tuple) and len(value) == 2  # noqa: PLR2004
    if not pair or not all(isinstance(part, list | tuple | np.ndarray) for part in value):
        raise Fault("`train` should return two things: `return parameters, losses`.")
    parameters, losses = value
    if len(parameters) != len(OF):
        raise Fault(
            f"The first thing that `train` returns are the parameters, four of them. Yours are"
            f" {len(parameters)}. Is it `return parameters, losses`, in this order?"
        )
    try:
        return [np.asarray(p, float) for p in parameters], [float(loss) for loss in losses]
    except (OverflowError, TypeError, ValueError) as error:
        raise Fault("`losses` should hold a number for each epoch.") from error
