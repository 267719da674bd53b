"""Figures of labs come to stand on a phone with text as large as before."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.figures.phone import fit_for_phone
from guide.figures.settings import WIDTHS, inline_rc

ROOM = 2  # pixels that a letter may stand out


def plot(panel: Axes) -> None:
    panel.plot([0, 1], [0, 1])
    panel.set(title="Adam", xlabel="epoch")


def picture(panel: Axes) -> None:
    panel.plot([0, 1], [0, 1])
    panel.set(title="tanh", xlim=(0, 1), ylim=(0, 1), aspect="equal")
    panel.set(xticks=[], yticks=[])


def drawn(rows: int, columns: int, draw: Callable[[Axes], None], **choices: bool) -> Figure:
    with plt.rc_context(inline_rc()):
        figure, panels = plt.subplots(
            rows, columns, figsize=(9.4, 3.6 * rows), squeeze=False, **choices
        )
        for panel in panels.flat:
            draw(panel)
        panels[0, 0].set_ylabel("loss (nats)")
        figure.canvas.draw()
        fit_for_phone(figure)
        figure.canvas.draw()
    plt.close(figure)
    return figure


@pytest.mark.parametrize(
    ("rows", "columns", "draw", "expected"),
    [
        (1, 1, plot, 1),
        (1, 2, plot, 1),
        (1, 3, plot, 2),
        (1, 4, plot, 2),
        (5, 3, picture, 3),
    ],
)
def test_panels_stand_where_they_can_be_read(
    rows: int, columns: int, draw: Callable[[Axes], None], expected: int
) -> None:
    figure = drawn(rows, columns, draw)
    lefts = {round(panel.get_position().x0, 1) for panel in figure.axes}
    assert len(lefts) == expected
    width, height = figure.get_size_inches() * figure.dpi
    assert width == pytest.approx(WIDTHS["narrow"])
    for panel in figure.axes:
        box = panel.get_tightbbox()
        assert box is not None
        assert box.x0 >= -ROOM
        assert box.x1 <= width + ROOM
        assert box.y0 >= -ROOM
        assert box.y1 <= height + ROOM


def test_no_panel_lies_on_another() -> None:
    for columns in (2, 3, 4):
        boxes = [panel.get_tightbbox() for panel in drawn(1, columns, plot).axes]
        for place, box in enumerate(boxes):
            assert box is not None
            assert not any(box.overlaps(other) for other in boxes[place + 1 :] if other)


def test_a_panel_that_comes_to_the_left_names_its_axis() -> None:
    panels = drawn(1, 4, plot, sharey=True).axes
    assert [panel.get_ylabel() for panel in panels] == ["loss (nats)", "", "loss (nats)", ""]
    shown = [
        any(tick.label1.get_visible() for tick in panel.yaxis.get_major_ticks()) for panel in panels
    ]
    assert shown == [True, False, True, False]


def test_a_picture_keeps_its_shape() -> None:
    (panel,) = drawn(1, 1, picture).axes
    box = panel.get_window_extent()
    assert box.height == pytest.approx(box.width)


def test_a_curve_is_not_flat() -> None:
    (panel,) = drawn(1, 1, plot).axes
    box = panel.get_window_extent()
    assert 0.65 < box.height / box.width < 1.0
    assert np.isfinite(box.height)
