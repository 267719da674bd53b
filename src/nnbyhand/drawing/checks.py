"""What the drawings accept: a title, curves, points, classes, ranges, and a network's answers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.drawing.frame import CLOSEST
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.shapes import Array, NDArray, Numbers, as_finite_float64, as_reals, require_same_shape

CLASSES = 3
"""How many classes a drawing can tell apart."""

_CURVES = 4


def require_title(title: str) -> None:
    """Refuse an empty title."""
    if not title.strip():
        hint = "Say what the drawing shows; a screen reader reads nothing else."
        raise InputValueError("title", "an empty text", "a title", hint)


def as_curves(
    x: Numbers, curves: Mapping[str, Numbers]
) -> tuple[Float[Array, " points"], dict[str, Float[Array, " points"]]]:
    """Return where the curves were taken, and their values, in float64."""
    where = _wide(x, "x")
    if where.ndim != 1:
        hint = "Give one number for each point."
        raise ShapeError("x", f"shape {where.shape}", "shape (points,)", hint)
    if not 1 <= len(curves) <= _CURVES:
        hint = "Readers cannot tell more lines apart; make two drawings."
        raise InputValueError("curves", f"{len(curves)} curves", f"1 to {_CURVES}", hint)
    lines: dict[str, Array] = {}
    for name, values in curves.items():
        argument = f"curves[{name!r}]"
        line = as_reals(argument, values).astype(np.float64)
        require_same_shape(argument, line, "x", where)
        if not np.isfinite(line).any():
            hint = "There is nothing to draw; look at the numbers first."
            raise InputValueError(argument, "no finite number", "at least one", hint)
        lines[name] = line
    return where, lines


def as_points(points: Numbers) -> Float[Array, "examples 2"]:
    """Return points of two features, finite and in float64."""
    where = _wide(points, "points")
    if where.ndim != 2 or where.shape[1] != 2:  # noqa: PLR2004  (a drawing has two dimensions)
        hint = "Choose two features: x[:, [0, 1]]."
        raise ShapeError("points", f"shape {where.shape}", "shape (examples, 2)", hint)
    return where


def as_classes(
    classes: NDArray[Any] | Sequence[int], count: int, names: Sequence[str]
) -> Int[NDArray[Any], " examples"]:
    """Return the class of each point, as integers."""
    labels = np.asarray(classes)
    if labels.shape != (count,):
        hint = "Give each point exactly one class."
        raise ShapeError("classes", f"shape {labels.shape}", f"shape ({count},)", hint)
    if labels.size and labels.dtype.kind not in "iub":
        hint = "Turn one-hot rows into classes by argmax, and floats by astype(int)."
        raise InputTypeError("classes", f"dtype {labels.dtype}", "integers", hint)
    highest = min(CLASSES, len(names)) - 1
    for label in labels.tolist():
        if not 0 <= label <= highest:
            hint = "Number the classes from 0, and name each of them."
            raise InputValueError("classes", f"{label}", f"0 to {highest}", hint)
    return labels.astype(np.intp)


def as_range(argument: str, ends: Numbers) -> tuple[float, float]:
    """Return the two ends of a range that rises."""
    pair = _wide(ends, argument)
    if pair.shape != (2,):
        hint = "Give its two ends: (-1, 1)."
        raise ShapeError(argument, f"shape {pair.shape}", "shape (2,)", hint)
    low, high = pair.tolist()
    if not low < high:
        hint = "Put the smaller end first."
        raise InputValueError(argument, f"{low:g} to {high:g}", "two ends that rise", hint)
    if not CLOSEST <= high - low < math.inf:
        hint = "Scale the feature first."
        expected = f"ends from {CLOSEST:g} to 1e+308 apart"
        raise InputValueError(argument, f"{low:g} to {high:g}", expected, hint)
    return low, high


def as_decisions(answers: Numbers, cells: int, names: Sequence[str]) -> Int[NDArray[Any], " cells"]:
    """Return the class that a network's answers choose for each cell of a map."""
    argument = "function(places)"
    scores = as_finite_float64(argument, as_reals(argument, answers).astype(np.float64))
    if scores.shape in {(cells,), (cells, 1)}:
        return as_classes((scores.reshape(cells) >= 0.5).astype(np.intp), cells, names)  # noqa: PLR2004
    if scores.shape not in {(cells, width) for width in range(2, CLASSES + 1)}:
        expected = f"shape ({cells},), ({cells}, 1), ({cells}, 2) or ({cells}, 3)"
        hint = "Return the probability of class 1, or one score for each class."
        raise ShapeError(argument, f"shape {scores.shape}", expected, hint)
    return as_classes(scores.argmax(axis=1), cells, names)


def _wide(values: Numbers, argument: str) -> Float[Array, "..."]:
    """Return finite numbers in float64, whatever their precision was: pixels are coarse."""
    array = as_reals(argument, values).astype(np.float64)
    return as_finite_float64(argument, array) if array.size else array
