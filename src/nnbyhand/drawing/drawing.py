"""The three drawings: curves, points, and maps of decisions.

They are made for the browser, where a plotting library would be a long download. Colors are the
variables of the guide's pages, with the light ones for every other place, and the meaning never
hangs on color alone: lines differ in their dashes, classes in their marks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from jaxtyping import Float

from nnbyhand.drawing.checks import (
    as_classes,
    as_curves,
    as_decisions,
    as_points,
    as_range,
    require_title,
)
from nnbyhand.drawing.frame import Frame, limits
from nnbyhand.drawing.marks import (
    COLUMNS,
    ROWS,
    class_keys,
    counts,
    course,
    line,
    marks,
    places,
    regions,
    shares,
)
from nnbyhand.drawing.svg import LINE_COLORS, Drawing, element
from nnbyhand.shapes import Array, NDArray, Numbers

_DASHES = ("none", "7 5", "1 5", "9 5 1 5")  # a round cap makes each 2 pixels longer
_PEN = {"fill": "none", "stroke_width": "2", "stroke_linecap": "round"}
_NAMES = ("class 0", "class 1", "class 2")


def draw_curves(
    x: Numbers,
    curves: Mapping[str, Numbers],
    *,
    title: str,
    labels: tuple[str, str] = ("", ""),
) -> Drawing:
    """Draw up to four curves over one axis.

    A curve breaks where a value is NaN or infinite, as the loss of a diverged network is.

    Args:
        x: Where the values were taken, shape (points,), finite.
        curves: The values by the name of their curve, each of shape (points,).
        title: What the drawing shows, also its name for screen readers.
        labels: What lies along the x axis and along the y axis, with their units.

    Raises:
        InputTypeError: If numbers are not real.
        InputValueError: If ``title`` is empty, there is no curve or more than four, or no value of
            a curve is finite.
        ShapeError: If a curve has not one value for each entry of ``x``.

    Example:
        >>> import numpy as np
        >>> import nnbyhand as nn
        >>> from nnbyhand.drawing.drawing import draw_curves
        >>> z = np.linspace(-4, 4, 81)
        >>> curves = {"sigmoid": nn.sigmoid(z), "tanh": nn.tanh(z)}
        >>> drawing = draw_curves(z, curves, title="Two squashing functions")
        >>> "tanh goes from -0.999 to 0.999" in drawing.svg
        True

    Chapter: activations.
    """
    require_title(title)
    where, lines = as_curves(x, curves)
    looks = [
        {"stroke": color, "stroke_dasharray": dash, **_PEN}
        for color, dash in zip(LINE_COLORS, _DASHES, strict=True)
    ][: len(lines)]
    keys = [
        (element("path", d="M0 0H24", **look), name)
        for look, name in zip(looks, lines, strict=True)
    ]
    described = " ".join(course(name, values) for name, values in lines.items())
    frame = Frame(title, described, labels, tuple(keys))
    values = np.concatenate(list(lines.values()))
    axes = frame.axes(limits("x", where, 0.0), limits("curves", values, 0.05))
    paths = [line(where, values, *axes) for values in lines.values()]
    drawn = [element("path", d=path, **look) for path, look in zip(paths, looks, strict=True)]
    return frame.drawn(*axes, *drawn)


def draw_points(
    points: Numbers,
    classes: NDArray[Any] | Sequence[int],
    *,
    title: str,
    labels: tuple[str, str] = ("x1", "x2"),
    names: Sequence[str] = _NAMES,
) -> Drawing:
    """Draw examples of two features as marks: a circle, a square or a triangle for each class.

    Args:
        points: The examples, shape (examples, 2), finite.
        classes: The class of each example, 0, 1 or 2, shape (examples,).
        title: What the drawing shows, also its name for screen readers.
        labels: What the two features are, with their units.
        names: What the classes are called.

    Raises:
        InputTypeError: If points are not real numbers, or classes not integers.
        InputValueError: If ``title`` is empty, a point is not finite, a class is not 0, 1 or 2, or
            ``names`` are too few.
        ShapeError: If the points have not two features, or not one class each.

    Example:
        >>> from nnbyhand.drawing.drawing import draw_points
        >>> x, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
        >>> drawing = draw_points(x, y, title="XOR", names=("off", "on"))
        >>> "off: 2 points. on: 2 points." in drawing.svg
        True

    Chapter: neuron.
    """
    require_title(title)
    where = as_points(points)
    chosen = as_classes(classes, len(where), names)
    frame = Frame(title, counts(chosen, names), labels, class_keys(chosen, names))
    axes = frame.axes(limits("points", where[:, 0], 0.06), limits("points", where[:, 1], 0.06))
    return frame.drawn(*axes, *marks(where, chosen, *axes))


def draw_decision_map(  # noqa: PLR0913  (keywords, each with a meaning of its own)
    function: Callable[[Float[Array, "cells 2"]], Numbers],
    *,
    x_range: Numbers,
    y_range: Numbers,
    title: str,
    points: Numbers | None = None,
    classes: NDArray[Any] | Sequence[int] = (),
    labels: tuple[str, str] = ("x1", "x2"),
    names: Sequence[str] = _NAMES,
) -> Drawing:
    """Draw which class a network chooses at every place of a rectangle, with examples on top.

    Small marks in the regions say which class they belong to.

    Args:
        function: Takes places, shape (cells, 2), and returns the probability of class 1, shape
            (cells,) or (cells, 1), or one score per class, shape (cells, 2) or (cells, 3).
        x_range: The ends of the rectangle along the first feature, the smaller one first.
        y_range: The ends along the second.
        title: What the drawing shows, also its name for screen readers.
        points: Examples to draw, shape (examples, 2). Those outside the rectangle are left out.
        classes: The class of each, shape (examples,).
        labels: What the two features are, with their units.
        names: What the classes are called.

    Raises:
        InputTypeError: If numbers are not real, or classes not integers.
        InputValueError: If ``title`` is empty, a range does not rise or is too long for floats, or
            the function returns NaN.
        ShapeError: If the function returns another shape, a range has not two ends, or points and
            classes do not fit.

    Example:
        >>> import nnbyhand as nn
        >>> from nnbyhand.drawing.drawing import draw_decision_map
        >>> right = lambda x: nn.sigmoid(x[:, 0])
        >>> map_ = draw_decision_map(right, x_range=(-1, 3), y_range=(0, 1), title="Right of 0")
        >>> "class 0: 25% of the map. class 1: 75% of the map." in map_.svg
        True

    Chapter: neuron.
    """
    require_title(title)
    x_limits, y_limits = as_range("x_range", x_range), as_range("y_range", y_range)
    low, high = zip(x_limits, y_limits, strict=True)
    decided = as_decisions(function(places(x_limits, y_limits)), COLUMNS * ROWS, names)
    where = np.empty((0, 2)) if points is None else as_points(points)
    chosen = as_classes(classes, len(where), names)
    inside = ((where >= low) & (where <= high)).all(axis=1)
    used = np.concatenate([decided, chosen[inside]])
    frame = Frame(title, shares(decided, names), labels, class_keys(used, names))
    axes = frame.axes(x_limits, y_limits)
    areas = regions(decided.reshape(ROWS, COLUMNS), *axes)
    return frame.drawn(*axes, *areas, *marks(where[inside], chosen[inside], *axes))
