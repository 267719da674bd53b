"""The figures of the chapter on activations."""

import numpy as np
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.activations.experiments.dead_units import dead_units as measured_dead_units
from guide.chapters.activations.experiments.functions import bent_line, row_errors
from guide.chapters.activations.experiments.functions import sigmoid_slope as measured_sigmoid_slope
from guide.chapters.activations.experiments.zigzag import centered_walk, positive_walk
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes


def bend(canvas: Canvas) -> Figure:
    """Draw the output of one network over its input, with ReLU between its layers and without."""
    line = bent_line()
    figure, (ax,) = canvas.panels()
    ax.plot(line.x, line.without, color=color_of(nn.linear), label="without ReLU")
    ax.plot(line.x, line.with_relu, color=color_of(nn.relu), label="with ReLU")
    corners = line.x[line.corners], line.with_relu[line.corners]
    ax.plot(*corners, color=color_of(nn.relu), marker="o", linestyle="none")
    name_axes(ax, "input", "output of the network")
    label_ends(ax)
    return figure


def sigmoid_slope(canvas: Canvas) -> Figure:
    """Draw the sigmoid and its slope, with the stretch from z = 6 to z = 7 marked."""
    z = np.linspace(-8, 8, 401)
    figure, (left, right) = canvas.panels(2)
    left.plot(z, nn.sigmoid(z), color=color_of(nn.sigmoid))
    right.plot(z, nn.sigmoid.derivative(z), color=color_of(nn.sigmoid), linestyle=":")
    for ax in (left, right):
        ax.axvspan(6, 7, color=color("grid"), linewidth=0)
        ax.set_xticks([-6, -3, 0, 3, 6])
    left.set_ylim(0, 1.1)
    right.set_ylim(0, 0.3)
    label_line(left, 6, 0.5, "z = 6 to 7", color("ink-soft"), side="left")
    label_line(right, 0, measured_sigmoid_slope(), "steepest at 0", color("ink-soft"), side="above")
    name_axes(left, "z", "output")
    name_axes(right, "z", "slope")
    return figure


def family(canvas: Canvas) -> Figure:
    """Draw each activation of one number with its slope, dotted."""
    z = np.linspace(-4, 4, 401)
    shown = [activation for activation in nn.ACTIVATIONS if isinstance(activation, nn.Elementwise)]
    figure, axes = canvas.panels(len(shown), columns=4, aspect=0.55)
    for ax, activation in zip(axes, shown, strict=True):
        ax.plot(z, activation(z), color=color_of(activation))
        ax.plot(z, activation.derivative(z), color=color("ink-soft"), linestyle=":")
        ax.set(xlim=(-4, 4), ylim=(-1.3, 2.3), xticks=[-3, 0, 3], yticks=[-1, 0, 1, 2])
        name_axes(ax, "z", "output, slope dotted", activation.name)
    return figure


def zigzag(canvas: Canvas) -> Figure:
    """Draw how two weights walk from 0 to their goal on both kinds of input."""
    figure, axes = canvas.panels(2, aspect=0.9)
    for ax, walk, shade, title in zip(
        axes,
        (positive_walk(), centered_walk()),
        (color_of(nn.sigmoid), color_of(nn.tanh)),
        ("Inputs from 0 to 1", "Inputs from −1 to 1"),
        strict=True,
    ):
        ax.plot(*walk.path.T, color=shade, marker="o", markersize=4, linewidth=1.5)
        ax.plot(1, -1, marker="*", markersize=16, color=color("ink"))
        label_line(ax, 1, -1, "goal", color("ink"), side="below")
        label_line(ax, 0, 0, "start", color("ink"), side="above")
        ax.set(xlim=(-0.2, 1.2), ylim=(-1.2, 0.2), xticks=[0, 0.5, 1], yticks=[-1, -0.5, 0])
        name_axes(ax, "first weight", "second weight", title)
    return figure


def dead_units(canvas: Canvas) -> Figure:
    """Draw the share of units that no example reaches, for each learning rate and leak."""
    found = measured_dead_units()
    figure, (ax,) = canvas.panels(aspect=0.9)
    for place, quartiles, token, marker, name in (
        (-1, found.large_leak, "leaky-relu-steep", "^", "leak 0.1"),
        (0, found.small_leak, "leaky-relu", "s", "leak 0.01"),
        (1, found.relu, "relu", "o", "ReLU"),
    ):
        low, median, high = quartiles.T
        rates = np.array(found.rates) + 0.14 * place
        ax.vlines(rates, low, high, color=color(token), linewidth=1.5)
        ax.plot(rates, median, color=color(token), marker=marker, markersize=6)
        ax.plot(10.25, median[-1], color=color(token), linestyle="none", label=name)
    ax.set(xlim=(0.5, 10.3), ylim=(-3, 103), xticks=found.rates)
    name_axes(ax, "learning rate", "units stuck below 0 (percent)")
    label_ends(ax)
    return figure


def shares(canvas: Canvas) -> Figure:
    """Draw the softmax of three scores while the first one rises and the others stay."""
    score = np.linspace(-4, 6, 201)
    rows = np.stack([score, np.full_like(score, 1), np.zeros_like(score)], axis=1)
    figure, (ax,) = canvas.panels()
    for share, token, text in zip(
        nn.softmax(rows).T,
        ("class-1", "class-2", "class-3"),
        ("rising score", "score 1", "score 0"),
        strict=True,
    ):
        ax.plot(score, share, color=color(token), label=text)
    ax.set_ylim(0, 1)
    name_axes(ax, "first score", "share")
    label_ends(ax)
    return figure


def lost_row(canvas: Canvas) -> Figure:
    """Draw the error of softmax in float32 over how far a row lies below another."""
    gaps = np.arange(121.0)
    shared = row_errors(gaps, own_maximum=False)
    own = row_errors(gaps, own_maximum=True)
    last = int(np.isfinite(shared).nonzero()[0].max())
    figure, (ax,) = canvas.panels()
    ax.semilogy(gaps, shared, color=color("bad"))
    ax.semilogy(gaps, own, color=color("good"))
    label_line(ax, 45, 3e-7, "one maximum for all rows", color("bad"), side="above")
    label_line(ax, 45, 2e-8, "one maximum for each row", color("good"), side="below")
    label_line(ax, last, shared[last], "then NaN", color("bad"), side="left")
    ax.set(ylim=(1e-9, 10), yticks=[1e-8, 1e-6, 1e-4, 1e-2, 1])
    name_axes(ax, "how far the row lies below the other", "relative error of its shares")
    return figure


def slope_table(canvas: Canvas) -> Figure:
    """Draw the softmax Jacobian as squares: positive and negative, larger for steeper."""
    jacobian = nn.softmax.jacobian(np.array([2.0, 1.0, 0.0]))
    figure, (ax,) = canvas.panels(aspect=0.95)
    for (row, column), slope in np.ndenumerate(jacobian):
        shade = color("positive" if slope > 0 else "negative")
        size = 2500 * abs(slope) / jacobian.max()
        ax.scatter(column, row, s=size, color=shade, marker="s", linewidths=0)
        text = f"{slope:+.3f}".replace("-", "−")
        label_line(ax, column, row + 0.36, text, shade, side="below")
    ax.set(xlim=(-0.5, 2.5), ylim=(2.75, -0.45), xticks=range(3), yticks=range(3))
    ax.set_xticklabels(["2", "1", "0"])
    ax.set_yticklabels([f"{share:.3f}" for share in nn.softmax([2.0, 1.0, 0.0])])
    ax.grid(visible=False)
    name_axes(ax, "score that moves", "share that answers")
    return figure


Z = 2.0
REACH = 1.0  # how far the tangent goes to either side


def at_z(canvas: Canvas) -> Figure:
    """Draw the sigmoid with its tangent at z = 2, and beside it the slope."""
    z, shade = np.linspace(-3, 3, 121), color_of(nn.sigmoid)
    a, slope = (float(part([Z])[0]) for part in (nn.sigmoid, nn.sigmoid.derivative))
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    living(left.plot(z, nn.sigmoid(z), color=shade)[0], "output")
    along = np.array([-REACH, REACH])
    living(left.plot(Z + along, a + slope * along, "--", color=color("ink"))[0], "tangent")
    living(left.plot(Z, a, "o", color=color("ink"), markersize=9)[0], "here")
    living(right.plot(z, nn.sigmoid.derivative(z), color=shade)[0], "slope")
    living(right.plot(Z, slope, "o", color=color("ink"), markersize=9)[0], "slope-here")
    living(left.text(-2.9, 2.75, f"output {a:.2f}"), "output-text")
    living(right.text(-2.9, 1.17, f"slope {slope:.2f}"), "slope-text")
    left.set(xlim=(-3, 3), ylim=(-1.2, 3.1), xticks=range(-3, 4), yticks=range(-1, 4))
    right.set(xlim=(-3, 3), ylim=(-0.25, 1.3), xticks=range(-3, 4), yticks=(0, 0.5, 1))
    name_axes(left, "z", "output", "Activation")
    name_axes(right, "z", "slope", "Its slope")
    return figure
