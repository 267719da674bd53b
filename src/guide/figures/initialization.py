"""The figures of the chapter on initialization."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments import initialization as measured
from guide.experiments.initialization_bottleneck import SIZES
from guide.experiments.initialization_starts import BINS, SHOWN
from guide.experiments.initialization_training import DEPTHS
from guide.figures.initialization_depth import gradients_by_depth, sums_by_depth
from guide.figures.palette import color
from guide.figures.random_layers import any_scale
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes

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

__all__ = [
    "after_budget",
    "any_scale",
    "bottleneck",
    "gradients_by_depth",
    "half",
    "lengths",
    "sums_by_depth",
    "three_starts",
    "twins",
]


def twins(canvas: Canvas) -> Figure:
    """Draw a weight of both units of one network, and the loss of all networks, step by step."""
    equal, nudged = measured.equal_units(), measured.nudged_units()
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
        (measured.different_units(), "series-1", "different"),
    ):
        low, median, high = found.loss[::5].T
        right.fill_between(steps, low, high, color=color(token), alpha=0.2, linewidth=0)
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
    found = measured.tanh_outputs()
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
    found = measured.bottleneck()
    figure, axes = canvas.panels(2, aspect=0.95)
    places = np.arange(len(SIZES))
    for ax, by_rule, name, title in (
        (axes[0], found.sums, "variance of z", "Forward"),
        (axes[1], found.gradients, "variance of δ", "Backward"),
    ):
        for (rule, quartiles), token in zip(
            by_rule.items(), ("series-1", "series-3", "series-2"), strict=True
        ):
            low, median, high = quartiles.T
            ax.fill_between(places, low, high, color=color(token), alpha=0.2, linewidth=0)
            ax.semilogy(places, median, color=color(token), marker="o", markersize=5, label=rule)
        ax.set(xticks=places, ylim=(0.08, 130), yticks=[0.1, 1, 10, 100])
        ax.set_xticklabels(["256\ninputs", *(f"{size}" for size in SIZES[1:])])
        ax.set_yticklabels(["0.1", "1", "10", "100"])
        ax.minorticks_off()
        name_axes(ax, "units of the layer", name, title)
    label_ends(axes[0])
    label_ends(axes[1])
    return figure


def lengths(canvas: Canvas) -> Figure:
    """Draw the length of a row over the number of linear layers, for two rules."""
    found = measured.lengths()
    figure, (ax,) = canvas.panels()
    for quartiles, token, name in (
        (found.lecun, "series-1", "LeCun"),
        (found.orthogonal, "series-3", "orthogonal"),
    ):
        low, median, high = quartiles.T
        layers = np.arange(len(quartiles))
        ax.fill_between(layers, low, high, color=color(token), alpha=0.2, linewidth=0)
        ax.plot(layers, median, color=color(token), label=name)
    ax.set(xlim=(0, 40), ylim=(0, 1.3), xticks=[0, 10, 20, 30, 40], yticks=[0, 0.5, 1])
    name_axes(ax, "linear layers", "length of the row")
    label_ends(ax)
    return figure


def after_budget(canvas: Canvas) -> Figure:
    """Draw the loss after 50 steps over the depth, for four starts and two activations."""
    found = measured.budget()
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
