"""Figures fit both widths, and names stand beside what they name without touching."""

import itertools
from collections.abc import Callable

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.text import Text

import nnbyhand as nn
from guide.figures.palette import color
from guide.figures.settings import STYLE, TEXT_SIZE, inline_rc
from guide.figures.spacing import apart
from guide.figures.style import (
    LINE_SPACING,
    Canvas,
    color_of,
    label_ends,
    label_line,
    name_axes,
)

WIDE, NARROW = Canvas("wide"), Canvas("narrow")


def test_a_unit_of_a_figure_is_a_pixel_of_the_page() -> None:
    for canvas, width in ((WIDE, 680), (NARROW, 340)):
        figure, _ = canvas.panels()
        assert figure.get_size_inches()[0] * 72 == pytest.approx(width)


def test_panels_stand_side_by_side_when_wide_and_are_stacked_when_narrow() -> None:
    for canvas, tops, height in ((WIDE, 1, 255), (NARROW, 2, 510)):
        figure, panels = canvas.panels(2)
        figure.draw_without_rendering()
        assert len({round(ax.get_position().y1, 3) for ax in panels}) == tops
        assert figure.get_size_inches()[1] * 72 == pytest.approx(height)


@pytest.mark.parametrize(("canvas", "rows"), [(WIDE, 2), (NARROW, 4)])
def test_many_panels_stand_half_as_many_abreast_when_narrow(canvas: Canvas, rows: int) -> None:
    figure, panels = canvas.panels(7, columns=4, aspect=0.5)
    assert len(panels) == len(figure.axes) == 7
    assert figure.get_size_inches()[1] * 72 == pytest.approx(rows * 170)


def test_making_a_figure_leaves_the_settings_of_others_alone() -> None:
    before = dict(mpl.rcParams)
    WIDE.panels(2)
    inline_rc()
    assert dict(mpl.rcParams) == before


def test_matplotlib_takes_the_settings() -> None:
    with mpl.rc_context(STYLE):
        assert mpl.rcParams["text.color"] == color("ink")
    with mpl.rc_context(inline_rc()):
        assert mpl.rcParams["figure.constrained_layout.use"]


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda each: each.slug)
def test_every_activation_has_its_own_color(activation: nn.Activation) -> None:
    assert color_of(activation) == color(activation.slug)


def test_text_is_large_enough_for_a_phone() -> None:
    assert TEXT_SIZE >= 12


def drawn(draw: Callable[[Axes], object], canvas: Canvas = NARROW) -> Axes:
    with mpl.rc_context(STYLE):
        figure, (ax,) = canvas.panels()
        draw(ax)
        figure.draw_without_rendering()
    return ax


@pytest.mark.parametrize("title", ["", "Value"])
def test_names_of_axes_stay_inside_the_figure_and_clear_of_the_title(title: str) -> None:
    ax = drawn(lambda ax: name_axes(ax, "input", "output", title))
    name, top = ax.yaxis.label.get_window_extent(), ax.figure.bbox.y1
    headings = [text for text in ax.findobj(Text) if title and text.get_text() == title]
    lowest = min([heading.get_window_extent().y0 for heading in headings], default=top)
    assert (ax.get_xlabel(), len(headings)) == ("input", 1 if title else 0)
    assert ax.bbox.y1 < name.y0 < name.y1 <= lowest <= top
    assert all(heading.get_window_extent().y1 <= top for heading in headings)


@pytest.mark.parametrize(
    ("side", "sign"), [("right", (1, 0)), ("left", (-1, 0)), ("above", (0, 1)), ("below", (0, -1))]
)
def test_a_label_stands_on_its_side_of_the_point(side: str, sign: tuple[int, int]) -> None:
    ax = drawn(lambda ax: label_line(ax, 0.5, 0.5, "here", color("ink"), side=side))  # type: ignore[arg-type]
    box = ax.texts[0].get_window_extent()
    x, y = ax.transData.transform((0.5, 0.5))
    assert {(1, 0): box.x0 - x, (-1, 0): x - box.x1, (0, 1): box.y0 - y, (0, -1): y - box.y1}[
        sign
    ] > 2


def three_lines(ax: Axes) -> None:
    x = np.linspace(0, 1, 11)
    for slope in (1, 1.01, 0.2):
        ax.plot(x, slope * x, label=f"slope {slope}")
    ax.plot(x, 0.5 * x)
    label_ends(ax)


def test_ends_are_labeled_in_order_and_do_not_touch() -> None:
    ax = drawn(three_lines)
    labels = sorted(ax.texts, key=lambda text: text.get_window_extent().y0)
    assert [label.get_text() for label in labels] == ["slope 0.2", "slope 1", "slope 1.01"]
    boxes = [label.get_window_extent() for label in labels]
    assert all(lower.y1 <= upper.y0 for lower, upper in itertools.pairwise(boxes))
    assert all(box.x0 > ax.bbox.x1 and box.x1 <= 340 for box in boxes)
    assert [text.get_color() for text in ax.texts] == [line.get_color() for line in ax.lines[:3]]


def test_labels_are_moved_apart_in_the_panel_as_it_will_be_drawn() -> None:
    def close_ends(ax: Axes) -> None:
        ax.set(xlim=(0, 1), ylim=(0, 1))
        ax.plot([0, 1], [0, 0.5], label="lower")
        ax.plot([0, 1], [0, 0.59], label="upper")
        name_axes(ax, "input", "output", "A title takes room")
        label_ends(ax)

    ax = drawn(close_ends)
    lower, upper = sorted(text.get_window_extent().y0 for text in ax.texts)
    assert 0.09 * ax.bbox.height < LINE_SPACING - 1
    assert upper - lower >= LINE_SPACING - 0.6


def two_steep_lines(ax: Axes) -> None:
    x = np.linspace(0, 10, 101)
    ax.set(xlim=(0, 10), ylim=(0, 1))
    ax.plot(x, x, label="steep")
    ax.plot(x, 3 * x, label="steeper")
    label_ends(ax)


def test_a_line_that_leaves_its_panel_is_named_where_it_does() -> None:
    ax = drawn(two_steep_lines)
    places = {text.get_text(): text.get_window_extent() for text in ax.texts}
    across = ax.transData.transform((1, 1))[0]
    assert across < places["steep"].x0 < across + 10
    assert places["steeper"].y0 >= places["steep"].y1
    middle = (places["steeper"].y0 + places["steeper"].y1) / 2
    assert middle == pytest.approx(ax.bbox.y1, abs=1.5)


def test_a_line_that_breaks_off_is_named_at_its_last_number() -> None:
    def broken(ax: Axes) -> None:
        ax.set(xlim=(0, 3), ylim=(0, 3))
        ax.plot([0, 1, 2, 3], [0, 1, np.nan, np.nan], label="to 1")
        label_ends(ax)

    ax = drawn(broken)
    assert ax.texts[0].xy == (1, 1)  # type: ignore[attr-defined]


def test_a_line_that_is_never_seen_has_no_end_to_label() -> None:
    def unseen(ax: Axes) -> None:
        ax.set(xlim=(0, 1), ylim=(0, 1))
        ax.plot([2, 3], [2, 3], label="far away")
        label_ends(ax)

    with pytest.raises(ValueError, match="the line 'far away' never enters its panel"):
        drawn(unseen)


PLACES = st.lists(st.floats(-500, 500), min_size=1, max_size=8)


@given(PLACES)
def test_labels_keep_their_distance_and_order(places: list[float]) -> None:
    free = apart(places, LINE_SPACING)
    ranked = [free[i] for i in np.argsort(places, kind="stable")]
    assert all(upper - lower >= LINE_SPACING - 1e-6 for lower, upper in itertools.pairwise(ranked))


@given(PLACES)
def test_labels_do_not_drift_off_together(places: list[float]) -> None:
    assert np.mean(apart(places, LINE_SPACING)) == pytest.approx(np.mean(places), abs=1e-6)


@given(PLACES)
def test_no_label_is_pushed_above_the_top(places: list[float]) -> None:
    assert max(apart(places, LINE_SPACING, 100)) <= 100 + 1e-6


def test_labels_with_room_do_not_move() -> None:
    assert apart([40, 0, 20], 17) == pytest.approx([40, 0, 20])
    assert apart([0, 0, 100], 10) == pytest.approx([-5, 5, 100])
