"""A figure's living parts have names on the page, and scripts learn where its panels stand."""

import html
import json
import re

import numpy as np
from matplotlib.figure import Figure

from guide.figures.living import living
from guide.figures.style import Canvas, label_ends, name_axes
from guide.publishing.svg.drawing import draw


def moved(canvas: Canvas) -> Figure:
    """Draw a living line with its name, on a logarithmic scale, and a line that stays."""
    figure, (left, right) = canvas.panels(2)
    left.plot([0, 4], [0, 1])
    living(right.plot([0, 4], [1, 100], label="loss")[0], "curve")
    right.set(xlim=(0, 4), ylim=(1, 1000), yscale="log")
    label_ends(right)
    for ax in (left, right):
        name_axes(ax, "step", "loss")
    return figure


def still(canvas: Canvas) -> Figure:
    """Draw a line that stays."""
    figure, (ax,) = canvas.panels()
    ax.plot([0, 4], [0, 1])
    name_axes(ax, "step", "loss")
    return figure


def barely_wider(canvas: Canvas) -> Figure:
    """Draw it on scales whose ends differ as those of two processors may."""
    figure = moved(canvas)
    for ax in figure.axes:
        ax.set(
            xlim=np.multiply(ax.get_xlim(), 1 + 1e-13), ylim=np.multiply(ax.get_ylim(), 1 + 1e-13)
        )
    return figure


def panels(svg: str) -> list[list[float]]:
    found = re.search('data-panels="(.*?)"', svg)
    assert found
    read: list[list[float]] = json.loads(html.unescape(found[1]))
    return read


def test_parts_have_names_and_so_have_their_labels() -> None:
    drawing = draw(moved, "moved")
    for svg in (drawing.wide_svg, drawing.narrow_svg):
        assert re.findall('data-part="(.*?)"', svg) == ["curve", "curve-name"]
        assert "living-" not in svg


def test_panels_place_the_ends_of_a_line_where_it_is_drawn() -> None:
    drawing = draw(moved, "moved")
    for svg in (drawing.wide_svg, drawing.narrow_svg):
        left, bottom, right, top, *meant = panels(svg)[1]
        assert meant == [0, 1, 4, 1000, 0, 1]
        path = re.search(
            'data-part="curve"><path d="m([-.\\d]+) ([-.\\d]+) ([-.\\d]+?)(-[.\\d]+)"', svg
        )
        assert path
        x, y, across, down = map(float, path.groups())
        share = np.log(100) / np.log(1000)
        expected = [left, bottom, right - left, share * (top - bottom)]
        assert np.allclose([x, y, across, down], expected, atol=0.1)


def test_panels_say_no_digit_in_which_processors_differ() -> None:
    one, other = draw(moved, "moved"), draw(barely_wider, "barely-wider")
    assert panels(one.wide_svg) == panels(other.wide_svg)


def test_a_figure_without_living_parts_says_nothing_of_its_panels() -> None:
    drawing = draw(still, "still")
    assert "data-panels" not in drawing.wide_svg + drawing.narrow_svg
