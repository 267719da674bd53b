"""The figures of the chapter on vanishing gradients."""

from typing import NamedTuple

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.vanishing_gradients.experiments.cures import PATIENTS, Cure
from guide.chapters.vanishing_gradients.experiments.cures import cure as measured_cure
from guide.chapters.vanishing_gradients.experiments.depth import quarter as measured_quarter
from guide.chapters.vanishing_gradients.experiments.depth import (
    relu_balanced,
    relu_small,
    sigmoid_balanced,
    sigmoid_small,
    tanh_balanced,
    tanh_small,
)
from guide.chapters.vanishing_gradients.experiments.depth import ten_layers as measured_ten_layers
from guide.chapters.vanishing_gradients.experiments.limits import blocked as measured_blocked
from guide.chapters.vanishing_gradients.experiments.powers import powers as measured_powers
from guide.experiments.random_layers import sent
from guide.figures.palette import color
from guide.figures.random_layers import draw_layers
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, Side, color_of, label_ends, label_line, name_axes
from nnbyhand.shapes import Array

_SLOPES: tuple[tuple[nn.Elementwise, str, float, float, Side], ...] = (
    (nn.relu, "--", 2.6, 1.0, "above"),
    (nn.tanh, "-", -0.6, 0.75, "left"),
    (nn.sigmoid, "-.", -1.5, 0.2, "left"),
)
_NAMES = {"sigmoid": "SIGMOID, GAIN 1", "tanh": "TANH, GAIN 0.25", "relu": "ReLU, GAIN 2.8"}


def ten_layers(canvas: Canvas) -> Figure:
    """Draw the gradient in each of ten layers, and the loss over training beside that of one."""
    found = measured_ten_layers()
    figure, (left, right) = canvas.panels(2, aspect=0.8)
    layers, steps = np.arange(1.0, 11.0), np.arange(1.0 * found.steps)
    _band(left, layers, found.weights, color("series-1"), marker="o", markersize=5)
    left.set(yscale="log", xticks=[1, 4, 7, 10], ylim=(1e-9, 1), yticks=[1e-9, 1e-6, 1e-3, 1])
    _band(right, steps, found.deep, color("series-1"), label="ten layers")
    _band(right, steps, found.shallow, color("series-3"), linestyle="--", label="one layer")
    right.set(ylim=(0, 0.85))
    name_axes(left, "hidden layer", "gradient at the weights", "Before training")
    name_axes(right, "step", "loss", "One layer learns, ten do not")
    label_ends(right)
    return figure


def quarter(canvas: Canvas) -> Figure:
    """Draw what is left of the blame after each layer, beside a quarter per layer."""
    found = measured_quarter()
    figure, (ax,) = canvas.panels(aspect=0.95)
    _band(ax, found.layers, found.tanh, color_of(nn.tanh), marker="^", label="tanh, gain 1")
    _band(ax, found.layers, found.wide, color_of(nn.sigmoid), marker="s", label="sigmoid, gain 8")
    bound = color_of(nn.linear)
    ax.plot(found.layers, found.bound, color=bound, linestyle="--", label="0.25 per layer")
    _band(ax, found.layers, found.plain, color_of(nn.sigmoid), marker="o", label="sigmoid, gain 1")
    ax.set(yscale="log", ylim=(3e-7, 4), xticks=range(0, 10, 3))
    name_axes(ax, "layers passed, from the last one down", "blame left of 1")
    label_ends(ax)
    return figure


def expected_slope(canvas: Canvas) -> Figure:
    """Draw three slopes over z, and below them how often a standard normal z is where."""
    z = np.linspace(-4, 4, 801)
    figure, (ax,) = canvas.panels(aspect=0.85)
    ax.fill_between(z, np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi), color=color("grid"), linewidth=0)
    for activation, style, place, height, side in _SLOPES:
        ax.plot(z, activation.derivative(z), color=color_of(activation), linestyle=style)
        label_line(ax, place, height, activation.name, color_of(activation), side=side)
    label_line(ax, 1.4, 0.32, "how common z is", color("ink-soft"))
    ax.set(ylim=(0, 1.15), xticks=[-4, -2, 0, 2, 4])
    name_axes(ax, "z", "slope")
    return figure


def by_layer(canvas: Canvas) -> Figure:
    """Draw blame and weight gradient in 20 layers, for three activations and two gains."""
    figure, axes = canvas.panels(6, aspect=0.6)
    small = sigmoid_small(), tanh_small(), relu_small()
    balanced = sigmoid_balanced(), tanh_balanced(), relu_balanced()
    for left, right, activation, *both in zip(
        axes[::2], axes[1::2], (nn.sigmoid, nn.tanh, nn.relu), small, balanced, strict=True
    ):
        for ax, found, weights in zip((left, right), both, ("small", "balanced"), strict=True):
            layers, shade = np.arange(1.0, len(found.blame) + 1), color_of(activation)
            _band(ax, layers, found.blame, shade)
            ax.plot(layers, found.weights[:, 1], color=color("ink-soft"), linestyle=":")
            ax.set(yscale="log", ylim=(1e-21, 1e5), yticks=[1e-20, 1e-10, 1])
            ax.set_xticks([1, 5, 10, 15, 20])
            title = f"{activation.name}, {weights} weights"
            name_axes(ax, "hidden layer", "gradient, as a multiple of layer 20's", title)
        blame, at_weights = both[0].blame[:, 1], both[0].weights[:, 1]
        label_line(left, 13, blame[12] / 1e3, "blame, at z", color_of(activation), side="below")
        label_line(left, 6, 10 * at_weights[8], "at the weights", color("ink-soft"), side="above")
    return figure


def any_depth(canvas: Canvas) -> Figure:
    """Draw the blame in every layer under ten sigmoid layers with weights of gain 1."""
    found = sent(nn.sigmoid, gain=1, depth=10)
    figure, (ax,) = canvas.panels(aspect=0.85)
    draw_layers(ax, found.blame, color_of(nn.sigmoid), "blame")
    ax.set(ylim=(1e-14, 1e4), yticks=[1e-12, 1e-8, 1e-4, 1, 1e4])
    name_axes(ax, "layer", "blame, over that in the last layer")
    return figure


def blocked(canvas: Canvas) -> Figure:
    """Draw how many ReLU networks let nothing through, over their depth."""
    found = measured_blocked()
    figure, (ax,) = canvas.panels(aspect=0.85)
    for percent, width, token, style in zip(
        found.percent,
        (2, 4, 8),
        ("series-3", "series-2", "series-1"),
        ("-", "--", "-."),
        strict=True,
    ):
        label = f"{width} units"
        ax.plot(found.depths, percent, color=color(token), linestyle=style, label=label)
    ax.set(ylim=(0, 103), xticks=[1, 10, 20, 30])
    name_axes(ax, "hidden layers", "networks with no gradient at all (percent)")
    label_ends(ax)
    return figure


def powers(canvas: Canvas) -> Figure:
    """Draw the length of a gradient on its way through one matrix, 50 times."""
    found = measured_powers()
    figure, (ax,) = canvas.panels(aspect=0.95)
    for quartiles, name, token, style in (
        (found.growing, "eigenvalue 1.1", "series-3", "-"),
        (found.keeping, "eigenvalue 1.0", "series-2", "-."),
        (found.shrinking, "eigenvalue 0.9", "series-1", "--"),
        (found.sloped, "1.1, and tanh", "series-4", ":"),
    ):
        _band(ax, found.steps, quartiles, color(token), linestyle=style, label=name)
    ax.set(yscale="log", ylim=(1e-9, 1e3), yticks=[1e-8, 1e-4, 1], xticks=[0, 10, 20, 30, 40, 50])
    name_axes(ax, "steps back through the same matrix", "length of the gradient")
    label_ends(ax)
    return figure


def cures(canvas: Canvas) -> Figure:
    """Draw the blame ratio before training and the accuracy after it, for each network and cure."""
    figure, (left, right) = canvas.panels(2, aspect=1.6)
    rows = _rows()
    _draw_cures(left, right, rows)
    for ax, place, meaning in ((left, 1, "level"), (right, 50, "guessing")):
        ax.axvline(place, color=color("edge"), linewidth=1)
        label_line(ax, place, 0, meaning, color("ink-soft"))  # this row has no dot
        ax.set(ylim=(len(rows) - 0.4, -0.6), yticks=range(len(rows)))
        names = ax.set_yticklabels([patient.name for patient in rows])
        for name, patient in zip(names, rows, strict=True):
            name.set_fontweight("normal" if patient.cure else "bold")
    left.set(xscale="log", xlim=(1e-8, 1e5), xticks=[1e-8, 1e-4, 1, 1e4])
    right.set(xlim=(40, 103), xticks=[50, 75, 100])
    rows_are = "network and cure"
    name_axes(left, "blame in layer 1\nover that in layer 10", rows_are, "Before training")
    if canvas.name == "wide":
        right.set_yticklabels([])
        rows_are = "each row as on the left"
    name_axes(right, "examples right after\n120 steps (percent)", rows_are, "After training")
    return figure


class _Row(NamedTuple):
    """A line of the figure on cures: one of them, or the name of the networks below."""

    name: str
    token: str
    cure: Cure | None


def _draw_cures(left: Axes, right: Axes, rows: list[_Row]) -> None:
    """Draw medians and quartiles of all cures: blame on the left, accuracy on the right."""
    for row, patient in enumerate(rows):
        if patient.cure is None:
            continue
        shade, cure = color(patient.token), patient.cure
        for ax, (low, middle, high) in ((left, cure.ratios), (right, cure.accuracies)):
            ax.hlines(row, low, high, color=shade, linewidth=2.5)
            ax.plot(middle, row, color=shade, marker="o", markersize=7, linestyle="none")
        if cure.diverged > 50:  # noqa: PLR2004  (most of them; their dot is outside)
            label_line(right, 51, row, "most diverge", shade)


def _rows() -> list[_Row]:
    rows = []
    for patient, cures_of in PATIENTS.items():
        rows.append(_Row(_NAMES[patient], patient, None))
        rows += [_Row(name, patient, measured_cure(patient, name)) for name in cures_of]
    return rows


def _band(  # noqa: PLR0913  (a line has a place, a color and a look)
    ax: Axes,
    x: Float[Array, " points"],
    quartiles: Float[Array, "points 3"],
    shade: str,
    *,
    linestyle: str = "-",
    marker: str = "",
    markersize: float = 5,
    label: str = "_",
) -> None:
    """Draw the median as a line, and a band from the first quartile to the third."""
    median = shade_middle_half(ax, x, quartiles, shade)
    (line,) = ax.plot(x, median, color=shade, label=label, linestyle=linestyle)
    line.set(marker=marker, markersize=markersize)
