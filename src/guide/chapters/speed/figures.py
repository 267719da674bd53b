"""The figure of the page on speed."""

from matplotlib.figure import Figure

from guide.chapters.speed.experiments import results
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, name_axes


def growth(canvas: Canvas) -> Figure:
    """Draw the time of a training step over width, depth and batch, both relative to the least."""
    figure, (ax,) = canvas.panels()
    for (what, one), token in zip(
        results()["exponents"].items(), ("class-1", "class-2", "class-3"), strict=True
    ):
        sizes = [size / one["sizes"][0] for size in one["sizes"]]
        times = one["time over that of the first"]
        ax.loglog(sizes, times, color=color(token), marker="o", label=what)
        predicted = [size ** one["predicted"] for size in sizes]
        ax.loglog(sizes, predicted, color=color(token), linestyle=":")
    ax.set(xticks=[1, 2, 4, 8, 16], yticks=[1, 2, 4, 8, 16])
    ax.set_xticklabels(["1", "2", "4", "8", "16"])
    ax.set_yticklabels(["1", "2", "4", "8", "16"])
    ax.minorticks_off()
    name_axes(ax, "size, relative to the smallest", "time of a step, relative")
    label_ends(ax)
    return figure
