"""The figure of the worked example, forward and backward, with numbers that a reader may change."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.experiments import backpropagation as measured
from guide.experiments.two_switches import EXAMPLE, PARAMETERS
from guide.figures.backpropagation_wires import (
    Point,
    arrow,
    clear,
    decimals,
    on_wire,
    short,
    tone_of,
    unit,
    write,
)
from guide.figures.living import living
from guide.figures.style import Canvas

INPUTS: tuple[Point, ...] = ((0, 2), (0, 0))
HIDDEN: tuple[Point, ...] = ((1.7, 2), (1.7, 0))
OUTPUT: Point = (3.4, 1)


def worked_network(canvas: Canvas) -> Figure:
    """Draw the worked example twice: numbers that flow forward, and slopes that flow back."""
    found = measured.worked()
    figure, (forward, backward) = canvas.panels(2, aspect=0.95)
    _wired(forward, PARAMETERS, (*EXAMPLE[0], *found.a1, found.a2), "forward")
    _wired(backward, found.gradient, (*EXAMPLE[0], *found.delta1, found.delta2), "backward")
    forward.set_title("Forward: weights, and outputs")
    backward.set_title("Backward: slopes, and blame")
    return figure


def _wired(ax: Axes, numbers: np.ndarray, units: tuple[float, ...], name: str) -> None:
    """Draw the network with a number on every wire and in every unit, all of them living parts."""
    is_forward = name == "forward"
    clear(ax, 3.4, 2.5)
    ends = [(INPUTS[row], HIDDEN[column]) for row in range(2) for column in range(2)]
    ends += [(place, OUTPUT) for place in HIDDEN]
    shown = zip(ends, (*numbers[:4], *numbers[6:8]), strict=True)
    for place, ((start, end), number) in enumerate(shown):
        way = (start, end) if is_forward else (end, start)
        living(arrow(ax, *way, tone_of(number), 56), f"{name}-wire-{place}")
        crosses = start[0] == 0 and start[1] != end[1]
        text = short(number) if is_forward else decimals(number)
        above = 0.2 if start[1] == end[1] else 0
        written = on_wire(ax, start, end, text, 0.27 if crosses else 0.5, above)
        living(written, f"{name}-number-{place}")
    shown_units = zip((*INPUTS, *HIDDEN, OUTPUT), units, strict=True)
    for place, (at, number) in enumerate(shown_units):
        text = short(number) if at in INPUTS else decimals(number)
        living(unit(ax, at, text, 56), f"{name}-unit-{place}")
    if is_forward:
        for (x, y), bias in zip((*HIDDEN, OUTPUT), (*numbers[4:6], numbers[8]), strict=True):
            write(ax, (x, y + (0.48 if y else -0.48)), f"bias {short(bias)}", "ink-soft")
