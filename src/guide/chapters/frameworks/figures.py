"""The figures of the chapter on frameworks, from what the frameworks gave."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.chapters.frameworks import experiments as measured
from guide.figures.palette import color
from guide.figures.style import Canvas, label_line, name_axes

TRAIN, VALIDATION = color("series-1"), color("series-3")
MARKS = {
    "PyTorch": ("series-1", "o"),
    "Keras": ("series-2", "s"),
    "scikit-learn": ("series-3", "D"),
}
LEAST = 1e-17  # where differences of 0 are drawn: a logarithmic axis has no 0


def differences(canvas: Canvas) -> Figure:
    """Draw the largest difference of each quantity from the package, in 64 and in 32 bits."""
    found = measured.results()
    names = list(found["float64"]["PyTorch"])
    figure, (ax,) = canvas.panels(aspect=1.5)
    for place, name in enumerate(names):
        label_line(ax, LEAST, place - 0.42, name, color("ink")).set_x(0)
        for shift, (framework, (token, marker)) in zip(
            (-0.16, 0, 0.16), MARKS.items(), strict=True
        ):
            for kind in ("float64", "float32"):
                x = max(found[kind][framework][name], LEAST)
                ax.plot(x, place + 0.08 + shift, color=color(token), marker=marker, markersize=6)
    for row, (framework, (token, _)) in enumerate(MARKS.items()):
        label_line(ax, 4e-14, row * 0.42 - 0.3, framework, color(token))
    ax.axvline(1e-10, color=color("ink-soft"), linestyle=":")
    ax.set(xscale="log", xlim=(4e-18, 3e-5), ylim=(len(names) - 0.5, -0.9), yticks=[])
    ax.set_xticks([1e-17, 1e-14, 1e-10, 1e-7], ["0", "1e-14", "1e-10", "1e-7"])
    ax.minorticks_off()
    ax.grid(visible=False, axis="y")
    name_axes(ax, "largest difference (no unit)", "")
    return figure


def history(canvas: Canvas) -> Figure:
    """Draw both losses of the run of Keras, and the epoch that it goes back to."""
    found = measured.course()
    figure, (ax,) = canvas.panels(aspect=0.8)
    _draw(ax, found)
    ax.axvline(found.best_epoch, color=color("ink-soft"), linestyle=":")
    label_line(ax, found.best_epoch, 0.95, "best epoch", color("ink-soft"), side="left")
    label_line(ax, 44, 0.33, "training", TRAIN, side="above")
    label_line(ax, 12, 0.4, "validation", VALIDATION, side="above")
    ax.set(xlim=(1, found.epochs), ylim=(0, 1.1))
    return figure


def sorted_rows(canvas: Canvas) -> Figure:
    """Draw both losses of the run of Keras whose validation rows are all of one species."""
    found = measured.sorted_course()
    figure, (ax,) = canvas.panels(aspect=0.8)
    _draw(ax, found)
    label_line(ax, 15, found.training[14], "training", TRAIN, side="above")
    label_line(ax, 15, found.validation[14], "validation", VALIDATION, side="below")
    ax.set(xlim=(1, found.epochs), ylim=(0, None))
    return figure


def _draw(ax: Axes, found: measured.Course) -> None:
    epochs = np.arange(1, found.epochs + 1)
    ax.plot(epochs, found.training, color=TRAIN)
    ax.plot(epochs, found.validation, color=VALIDATION, linestyle="--")
    name_axes(ax, "epoch", "loss (nats)")
