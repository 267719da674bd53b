"""The frame around a plot: title, keys, axes, ticks and labels, each in the room it needs."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.drawing.svg import (
    EDGE,
    GRID,
    GROUND,
    INK,
    SOFT,
    Drawing,
    element,
    escaped,
    number,
    text,
)
from nnbyhand.errors import InputValueError
from nnbyhand.shapes import Array

_ROUND = (1, 2, 5, 10)
_INTERVALS = 4
_SLACK = 1e-9  # of an interval: a tick on the edge counts, however it was rounded
_LARGEST_PLAIN, _MOST_DECIMALS = 1e5, 4
CLOSEST = 1e-300
"""Numbers that are closer together leave floats no room for ticks between them."""


@dataclass(frozen=True)
class Axis:
    """A straight scale. Larger numbers may lie at smaller pixels, as they do on a y axis.

    Attributes:
        low: The number at its beginning.
        high: The number at its end, larger than ``low``.
        start: Where it begins, in pixels.
        end: Where it ends, in pixels.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, values: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        """Return where numbers lie, in pixels."""
        share: Array = (values - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def step(self) -> float:
        """The distance between ticks: 1, 2 or 5 times a power of ten, four intervals or fewer."""
        least = (self.high - self.low) / _INTERVALS
        power = 10.0 ** math.floor(math.log10(least))
        return next(m * power for m in _ROUND if m * power >= least * (1 - _SLACK))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The multiples of the step that lie on the axis."""
        first = math.ceil(self.low / self.step - _SLACK)
        last = math.floor(self.high / self.step + _SLACK)
        return tuple(number * self.step for number in range(first, last + 1))

    def label(self, tick: float) -> str:
        """Return a tick as text, with the decimals that the step needs."""
        decimals = max(0, -math.floor(math.log10(self.step) + _SLACK))
        largest = max(abs(self.low), abs(self.high))
        plain = largest < _LARGEST_PLAIN and decimals <= _MOST_DECIMALS
        text = f"{tick:.{decimals}f}" if plain else f"{tick:.4g}"
        return text.replace("-", "−") if float(text) else "0"


def limits(argument: str, values: Float[Array, "..."], margin: float) -> tuple[float, float]:
    """Return between which numbers an axis runs, so that it shows all of the finite values.

    Args:
        argument: Name of the values, for the error message.
        values: Numbers; those that are not finite do not count.
        margin: How much further it runs to either side, as a share of their range.

    Returns:
        The two ends. Where all values are equal, the axis runs half a unit to either side, or half
        their size if that is more.

    Raises:
        InputValueError: If no value is finite, or they are too far apart for floats.
    """
    finite = values[np.isfinite(values)].astype(np.float64)
    if finite.size == 0:
        hint = "There is nothing to draw; look at the numbers first."
        raise InputValueError(argument, "no finite number", "at least one", hint)
    low, high = float(finite.min()), float(finite.max())
    spread = high - low
    apart = spread >= max(abs(high) * _SLACK, CLOSEST)
    extra = spread * margin if apart else max(0.5, abs(high) / 2)
    start, end = low - extra, high + extra
    if not math.isfinite(end - start):
        hint = "Draw their logarithm."
        raise InputValueError(argument, f"{low:g} to {high:g}", "numbers less far apart", hint)
    return start, end


WIDTH, HEIGHT = 340.0, 280.0
"""In pixels. Text has 15 of them, so it keeps 12 where a phone shows a drawing at 272."""

_TEXT, _LINE, _CHARACTER = 15, 20.0, 8.0  # size, height of a line, width of a character at most
_EDGE, _SAMPLE = 8.0, 24.0
_TITLE_CHARACTERS = 38


@dataclass(frozen=True)
class Frame:
    """Everything around the data: title, keys, axes, ticks and labels.

    Attributes:
        title: Stands above the drawing and is its name for screen readers.
        description: What the drawing shows, for screen readers.
        labels: The labels of the x axis and of the y axis.
        keys: For each series, the element that shows its look, at the origin, and its name.
    """

    title: str
    description: str
    labels: tuple[str, str]
    keys: tuple[tuple[str, str], ...]

    def axes(self, x: tuple[float, float], y: tuple[float, float]) -> tuple[Axis, Axis]:
        """Return the two axes for these limits, as far apart as the text around them needs."""
        rows = len(self._title_lines) + len(self._key_rows) + bool(self.labels[1])
        top = _EDGE + rows * _LINE + 8
        bottom = HEIGHT - _LINE * (1 + bool(self.labels[0])) - 6
        vertical = Axis(*y, start=bottom, end=top)
        widest = max((len(vertical.label(tick)) for tick in vertical.ticks), default=1)
        return Axis(*x, start=_EDGE + widest * _CHARACTER + 6, end=WIDTH - 14), vertical

    def drawn(self, x: Axis, y: Axis, *inner: str) -> Drawing:
        """Return the drawing, with the elements of the data inside."""
        parts = (
            element("title", escaped(self.title)),
            element("desc", escaped(self.description)),
            element("rect", width=WIDTH, height=HEIGHT, fill=GROUND),
            *self._heading(),
            *_grid(x, y),
            *inner,
            *self._ticks(x, y),
        )
        return Drawing(
            element(
                "svg",
                *parts,
                xmlns="http://www.w3.org/2000/svg",
                role="img",
                viewBox=f"0 0 {number(WIDTH)} {number(HEIGHT)}",
                width=WIDTH,
                height=HEIGHT,
                font_family="var(--sans, system-ui, sans-serif)",
                font_size=float(_TEXT),
                fill=INK,
            )
        )

    @property
    def _title_lines(self) -> list[str]:
        return textwrap.wrap(self.title, _TITLE_CHARACTERS)

    @property
    def _key_rows(self) -> list[list[tuple[float, str, str]]]:
        """The keys by row, each with its place from the left."""
        rows: list[list[tuple[float, str, str]]] = []
        left = WIDTH
        for sample, name in self.keys:
            width = _SAMPLE + 6 + len(name) * _CHARACTER + 14
            if left + width > WIDTH and left > _EDGE:
                rows.append([])
                left = _EDGE
            rows[-1].append((left, sample, name))
            left += width
        return rows

    def _heading(self) -> list[str]:
        base = _EDGE + _TEXT - 1
        made = []
        for line in self._title_lines:
            made.append(text(line, _EDGE, base, font_weight="600"))
            base += _LINE
        for row in self._key_rows:
            for left, sample, name in row:
                made.append(element("g", sample, transform=f"translate({number(left)} {base - 5})"))
                made.append(text(name, left + _SAMPLE + 6, base))
            base += _LINE
        if self.labels[1]:
            made.append(text(self.labels[1], _EDGE, base, fill=SOFT))
        return made

    def _ticks(self, x: Axis, y: Axis) -> list[str]:
        below = y.start + _LINE - 2
        made = [
            text(x.label(tick), px, below, text_anchor="middle", fill=SOFT)
            for tick, px in _placed(x)
        ]
        made += [
            text(y.label(tick), x.start - 6, py + 5, text_anchor="end", fill=SOFT)
            for tick, py in _placed(y)
        ]
        corner = f"M{number(x.start)} {number(y.end)}V{number(y.start)}H{number(x.end)}"
        made.append(element("path", d=corner, fill="none", stroke=EDGE))
        if self.labels[0]:
            middle = (x.start + x.end) / 2
            made.append(
                text(self.labels[0], middle, below + _LINE, text_anchor="middle", fill=SOFT)
            )
        return made


def _placed(axis: Axis) -> list[tuple[float, float]]:
    return list(zip(axis.ticks, axis.at(np.array(axis.ticks)).tolist(), strict=True))


def _grid(x: Axis, y: Axis) -> list[str]:
    lines = [f"M{number(px)} {number(y.start)}V{number(y.end)}" for _, px in _placed(x)]
    lines += [f"M{number(x.start)} {number(py)}H{number(x.end)}" for _, py in _placed(y)]
    return [element("path", d="".join(lines), fill="none", stroke=GRID)]
