"""The figures of the chapter on initialization."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.initialization.experiments import signals as measured
from guide.chapters.initialization.experiments.bottleneck import SIZES
from guide.chapters.initialization.experiments.bottleneck import bottleneck as measured_bottleneck
from guide.chapters.initialization.experiments.orthogonal import lengths as measured_lengths
from guide.chapters.initialization.experiments.signals import ACTIVATIONS, DEPTH, RULES
from guide.chapters.initialization.experiments.starts import BINS, SHOWN, tanh_outputs
from guide.chapters.initialization.experiments.training import DEPTHS, budget
from guide.chapters.initialization.experiments.twins import (
    different_units,
    equal_units,
    nudged_units,
)
from guide.experiments.random_layers import DEEPEST, sent
from guide.figures.palette import color
from guide.figures.random_layers import draw_layers
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes
from nnbyhand.shapes import Array

STARTS = (
    ("std 0.01", "series-2"),
    ("Glorot", "series-1"),
    ("own gain", "series-3"),
    ("std 1", "series-4"),
)
"""The starts of the last figure, each with a color."""

OFF = 2.0
"""A loss beyond the top of the last figure."""

LYING: dict[str, Any] = {
    "orientation": "horizontal",
    "fill": True,
    "facecolor": color_of(nn.tanh),
    "linewidth": 0,
}
"""How a histogram is drawn that lies on its side."""


def twins(canvas: Canvas) -> Figure:
    """Draw a weight of both units of one network, and the loss of all networks, step by step."""
    equal, nudged = equal_units(), nudged_units()
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    steps = np.arange(len(equal.loss))[::5]
    for found, token, names in (
        (equal, "series-3", ("equal, both", "_")),
        (nudged, "series-2", ("nudged, 1", "nudged, 2")),
    ):
        for weight, name, kind in zip(found.weights.T, names, ("-", "--"), strict=True):
            left.plot(steps, weight[::5], color=color(token), linestyle=kind, label=name)
    for found, token, name in (
        (equal, "series-3", "equal"),
        (different_units(), "series-1", "different"),
    ):
        median = shade_middle_half(right, steps, found.loss[::5], color(token))
        right.plot(steps, median, color=color(token), label=name)
    right.set_ylim(0, 0.8)
    name_axes(left, "step", "weight from switch 1", "One network")
    name_axes(right, "step", "loss", "All networks")
    for ax in (left, right):
        ax.set_xticks([0, 200, 400])
        label_ends(ax)
    return figure


def three_starts(canvas: Canvas) -> Figure:
    """Draw how the outputs of tanh layers are spread, in four layers, from three starts."""
    found = tanh_outputs()
    figure, axes = canvas.panels(3, columns=3, aspect=0.75)
    edges = np.linspace(-1, 1, BINS + 1)
    for ax, (name, counts) in zip(axes, found.counts.items(), strict=True):
        for place, count in enumerate(counts):
            ax.stairs(place + 0.9 * count, edges, baseline=place, **LYING)
        ax.set(xlim=(-0.1, len(SHOWN)), ylim=(-1.05, 1.05), yticks=[-1, 0, 1])
        ax.set_xticks(np.arange(len(SHOWN)), [str(layer) for layer in SHOWN])
        name_axes(ax, "layer", "output", f"weights: {name}")
    return figure


def half(canvas: Canvas) -> Figure:
    """Draw what each sum contributes to the mean square, before a ReLU and behind it."""
    z = np.linspace(-4, 4, 201)
    share = z**2 * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    behind = nn.relu(z) ** 2 * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    figure, (ax,) = canvas.panels()
    ax.plot(z, share, color=color_of(nn.linear), linestyle="--", linewidth=1.5)
    ax.fill_between(z, behind, color=color_of(nn.relu), alpha=0.3, linewidth=0)
    ax.plot(z, behind, color=color_of(nn.relu))
    ax.set(xlim=(-4, 4), ylim=(0, 0.36), xticks=[-4, -2, 0, 2, 4], yticks=[0, 0.1, 0.2, 0.3])
    label_line(ax, -1.4, 0.3, "cut by ReLU", color_of(nn.linear), side="above")
    label_line(ax, 1.4, 0.3, "kept", color_of(nn.relu), side="above")
    name_axes(ax, "z", "z² times how likely z is")
    return figure


def bottleneck(canvas: Canvas) -> Figure:
    """Draw the variance of sums and gradients through a narrow waist, for three rules."""
    found = measured_bottleneck()
    figure, axes = canvas.panels(2, aspect=0.95)
    places = np.arange(len(SIZES))
    for ax, by_rule, name, title in (
        (axes[0], found.sums, "variance of z", "Forward"),
        (axes[1], found.gradients, "variance of δ", "Backward"),
    ):
        for (rule, quartiles), token in zip(
            by_rule.items(), ("series-1", "series-3", "series-2"), strict=True
        ):
            median = shade_middle_half(ax, places, quartiles, color(token))
            ax.semilogy(places, median, color=color(token), marker="o", markersize=5, label=rule)
        ax.set(xticks=places, ylim=(0.08, 130), yticks=[0.1, 1, 10, 100])
        ax.set_xticklabels(["256\ninputs", *(f"{size}" for size in SIZES[1:])])
        ax.set_yticklabels(["0.1", "1", "10", "100"])
        ax.minorticks_off()
        name_axes(ax, "units of the layer", name, title)
    label_ends(axes[0])
    label_ends(axes[1])
    return figure


def any_scale(canvas: Canvas) -> Figure:
    """Draw sums and blame through 20 layers of ReLUs with weights of gain 1."""
    found = sent(nn.relu, gain=1, depth=DEEPEST)
    figure, (forward, back) = canvas.panels(2, aspect=0.85)
    draw_layers(forward, found.sums, color_of(nn.relu), "sums")
    draw_layers(back, found.blame, color_of(nn.relu), "blame")
    for ax in (forward, back):
        ax.set(ylim=(1e-10, 1e10), yticks=[1e-8, 1e-4, 1, 1e4, 1e8])
    name_axes(forward, "layer", "size of z", "Forward")
    name_axes(back, "layer", "blame, over that in the last layer", "Backward")
    return figure


def lengths(canvas: Canvas) -> Figure:
    """Draw the length of a row over the number of linear layers, for two rules."""
    found = measured_lengths()
    figure, (ax,) = canvas.panels()
    for quartiles, token, name in (
        (found.lecun, "series-1", "LeCun"),
        (found.orthogonal, "series-3", "orthogonal"),
    ):
        layers = np.arange(len(quartiles))
        median = shade_middle_half(ax, layers, quartiles, color(token))
        ax.plot(layers, median, color=color(token), label=name)
    ax.set(xlim=(0, 40), ylim=(0, 1.3), xticks=[0, 10, 20, 30, 40], yticks=[0, 0.5, 1])
    name_axes(ax, "linear layers", "length of the row")
    label_ends(ax)
    return figure


def after_budget(canvas: Canvas) -> Figure:
    """Draw the loss after 50 steps over the depth, for four starts and two activations."""
    found = budget()
    figure, axes = canvas.panels(2, aspect=0.95)
    places = np.arange(len(DEPTHS))
    for ax, activation in zip(axes, (nn.relu, nn.tanh), strict=True):
        for number, (rule, token) in enumerate(STARTS):
            low, median, high = np.minimum(found.by[activation.name, rule], OFF).T
            at = places + 0.06 * (number - 1.5)
            ax.vlines(at, low, high, color=color(token), linewidth=1.5)
            ax.plot(at, median, color=color(token), marker="o", markersize=5)
            if median[-1] < OFF:
                name = "He" if (rule, activation) == ("own gain", nn.relu) else rule
                ax.plot(2.25, median[-1], color=color(token), linestyle="none", label=name)
            else:
                label_line(ax, 1.45, 0.8, f"{rule}: diverges", color(token))
        ax.set(xlim=(-0.3, 2.3), ylim=(0, 0.88), xticks=places, yticks=[0, 0.2, 0.4, 0.6, 0.8])
        ax.set_xticklabels([str(depth) for depth in DEPTHS])
        name_axes(ax, "hidden layers", "loss on new points", activation.name)
        label_ends(ax)
    return figure


LINES = {
    "std 1": ("series-4", "-"),
    "He": ("series-3", "-"),
    "LeCun, Glorot": ("series-1", "-"),
    "std 0.01": ("series-2", "-"),
    "own gain": ("ink", ":"),
}
"""By rule, the color and kind of its line."""

MARKS = {
    "He, uniform": ("series-3", "o", 0),
    "Glorot, uniform": ("series-1", "o", 0),
    "orthogonal": ("ink", "+", 1),
}
"""By rule, the color and kind of its marks, and the first layer that has one."""

BY_RULE = Mapping[tuple[str, str], Float[Array, "depths 3"]]


def sums_by_depth(canvas: Canvas) -> Figure:
    """Draw the variance of the sums over the layer, for every rule and activation."""
    return _panels(canvas, measured.signals().sums, 0, "variance of z")


def gradients_by_depth(canvas: Canvas) -> Figure:
    """Draw the variance of the gradients over the layer, for every rule and activation."""
    return _panels(canvas, measured.signals().gradients, 1, "variance of δ")


def _panels(canvas: Canvas, found: BY_RULE, first: int, name: str) -> Figure:
    figure, axes = canvas.panels(len(ACTIVATIONS), columns=4, aspect=0.68)
    layers = np.arange(first, DEPTH + 1.0)
    for ax, activation in zip(axes, ACTIVATIONS, strict=True):
        for rule in RULES:
            _draw(ax, rule, layers, found[activation.name, rule])
        ax.set(xlim=(-0.3, DEPTH + 0.3), ylim=(1e-7, 1e4), xticks=[0, 5, 10])
        ax.set_yticks([1e-6, 1e-3, 1, 1e3])
        ax.minorticks_off()
        name_axes(ax, "layer", name, activation.name)
    handles, labels = axes[0].get_legend_handles_labels()
    columns = 4 if canvas.name == "wide" else 2
    figure.legend(handles, labels, loc="outside upper left", ncols=columns)
    return figure


def _draw(
    ax: Axes, rule: str, layers: Float[Array, " depths"], quartiles: Float[Array, "depths 3"]
) -> None:
    low, median, high = quartiles.T
    if rule in LINES:
        token, kind = LINES[rule]
        ax.semilogy(layers, median, color=color(token), linestyle=kind, linewidth=1.5, label=rule)
        ax.fill_between(layers, low, high, color=color(token), alpha=0.2, linewidth=0)
    else:
        token, mark, start = MARKS[rule]
        shown = slice(start, None, 2)
        ax.semilogy(
            layers[shown],
            median[shown],
            color=color(token),
            marker=mark,
            markersize=5,
            linestyle="none",
            label=rule,
        )
