"""What stands for the data in a drawing: lines, marks, regions, a sentence for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.drawing.frame import Axis
from nnbyhand.drawing.svg import CLASS_COLORS, GROUND, element, mark, number
from nnbyhand.shapes import Array, NDArray

COLUMNS, ROWS = 96, 72
"""The cells of a map, each about 3 pixels wide."""

_EVERY = 12  # columns and rows between the small marks on a map
_POINT, _SMALL = 4.0, 1.8  # radius of a point, and of a mark that only names the region it is in

Classes = Int[NDArray[Any], " examples"]


def line(x: Float[Array, " points"], y: Float[Array, " points"], across: Axis, up: Axis) -> str:
    """Return the path of a curve. It breaks where a value is not finite; a lone value is a dot."""
    parts, pen, last = [], "M", ""
    for px, py in zip(across.at(x).tolist(), up.at(y).tolist(), strict=True):
        if not np.isfinite(py):
            pen = "M"
            continue
        place = f"{number(px)} {number(py)}"
        if pen == "M":
            parts.append(f"M{place}h0")
        elif place != last:  # points closer than a tenth of a pixel are one
            parts.append(f"L{place}")
        pen, last = "L", place
    return "".join(parts)


def marks(where: Float[Array, "examples 2"], labels: Classes, across: Axis, up: Axis) -> list[str]:
    """Return the examples, one element for each class."""
    x, y = across.at(where[:, 0]), up.at(where[:, 1])
    return [
        _class_marks(index, x[labels == index], y[labels == index], _POINT, stroke=GROUND)
        for index in np.unique(labels).tolist()
    ]


def class_keys(labels: Classes, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the mark and the name of each class that is there."""
    middle = np.array([12.0])
    return tuple(
        (_class_marks(index, middle, np.zeros(1), 5.0), names[index])
        for index in np.unique(labels).tolist()
    )


def regions(decided: Int[NDArray[Any], "rows columns"], across: Axis, up: Axis) -> list[str]:
    """Return the regions of a map, a pale area with small marks for each class."""
    rows, columns = decided.shape
    x = np.linspace(across.start, across.end, columns + 1).round(1)
    y = np.linspace(up.start, up.end, rows + 1).round(1)
    made = []
    for index in np.unique(decided).tolist():
        area = "".join(
            f"M{number(x[first])} {number(y[row])}H{number(x[last])}V{number(y[row + 1])}"
            f"H{number(x[first])}z"
            for row in range(rows)
            for first, last in _runs(decided[row] == index)
        )
        color = CLASS_COLORS[index]
        made.append(element("path", d=area, fill=color, fill_opacity="0.2"))
        row, column = np.nonzero(decided[_EVERY // 2 :: _EVERY, _EVERY // 2 :: _EVERY] == index)
        middle = _EVERY // 2 + _EVERY * column, _EVERY // 2 + _EVERY * row
        made.append(_class_marks(index, x[middle[0]], y[middle[1]], _SMALL, opacity="0.7"))
    return made


def places(x: tuple[float, float], y: tuple[float, float]) -> Float[Array, "cells 2"]:
    """Return the middles of the cells of a map, row by row from the bottom."""
    across, up = (
        low + (high - low) * (np.arange(cells) + 0.5) / cells
        for (low, high), cells in ((x, COLUMNS), (y, ROWS))
    )
    return np.stack([np.tile(across, ROWS), np.repeat(up, COLUMNS)], axis=1)


def course(name: str, values: Float[Array, " points"]) -> str:
    """Say where a curve begins and ends."""
    finite = values[np.isfinite(values)]
    gap = "" if finite.size == values.size else ", with gaps"
    return f"{name} goes from {finite[0]:.3g} to {finite[-1]:.3g}{gap}."


def counts(labels: Classes, names: Sequence[str]) -> str:
    """Say how many points of each class there are."""
    found = _counted(labels)
    return " ".join(f"{names[index]}: {n} point{'s' * (n != 1)}." for index, n in found)


def shares(decided: Classes, names: Sequence[str]) -> str:
    """Say how much of a map each class covers."""
    found = _counted(decided)
    return " ".join(f"{names[index]}: {n / decided.size:.0%} of the map." for index, n in found)


def _counted(classes: Classes) -> list[tuple[int, int]]:
    found, times = np.unique(classes, return_counts=True)
    return list(zip(found.tolist(), times.tolist(), strict=True))


def _class_marks(
    index: int,
    x: Float[Array, " marks"],
    y: Float[Array, " marks"],
    radius: float,
    **attributes: str,
) -> str:
    pairs = zip(x.tolist(), y.tolist(), strict=True)
    outline = "".join(mark(index, px, py, radius) for px, py in pairs)
    return element("path", d=outline, fill=CLASS_COLORS[index], **attributes)


def _runs(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where each run of chosen cells begins, and where the next cell after it is."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(int)))
    return list(pairwise(edges.tolist()))[::2]
