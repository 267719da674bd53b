"""A figure comes out small, in the page's colors and type, and always the same; bad ones stop."""

import gzip
import inspect
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from guide.errors import PublishingError
from guide.figures.palette import PALETTE, color
from guide.figures.style import Canvas, label_ends, label_line, name_axes
from guide.publishing.svg import drawing as drawing_module
from guide.publishing.svg.drawing import draw
from guide.publishing.svg.figure_markup import Drawing, figure_html
from guide.publishing.svg.inline_svg import themed_svg

LINK = "{http://www.w3.org/1999/xlink}href"


def waves(canvas: Canvas) -> Figure:
    """Draw lines, markers, a filled area, formulas and powers of ten."""
    figure, (left, right) = canvas.panels(2)
    x = np.linspace(0, 6, 50)
    left.plot(x, np.sin(x), color=color("sigmoid"), label="sine & <co>")
    left.plot(x, np.cos(x), color=color("tanh"), label="cosine", marker="o")
    left.fill_between(x, 0, np.sin(x), color=color("grid"), alpha=0.5)
    name_axes(left, "angle $x_1$ (rad)", "value", "Waves")
    label_ends(left)
    right.semilogy(x, 10 ** (x - 3), color=color("relu"), linestyle="--")
    name_axes(right, "$x$", "value")
    return figure


def on_panel(paint: Callable[[Axes], object]) -> Callable[[Canvas], Figure]:
    """Return a figure function that does one thing on one panel with named axes."""

    def planted(canvas: Canvas) -> Figure:
        figure, (ax,) = canvas.panels()
        name_axes(ax, "input", "output")
        paint(ax)
        return figure

    return planted


def both(drawing: Drawing) -> Iterable[tuple[str, ET.Element]]:
    """Yield both SVGs, as text and parsed."""
    for svg in (drawing.wide_svg, drawing.narrow_svg):
        head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        yield svg, ET.fromstring(svg.replace("<svg ", head, 1))


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(waves, "chapter-waves")


def test_a_figure_is_drawn_the_same_every_time(drawing: Drawing) -> None:
    assert draw(waves, "chapter-waves") == drawing


def test_another_process_draws_the_same_bytes(drawing: Drawing) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(__file__.rpartition('/')[0])!r})\n"
        "from test_drawing import draw, waves; drawing = draw(waves, 'chapter-waves')\n"
        "sys.stdout.buffer.write((drawing.wide_svg + drawing.narrow_svg).encode())"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONHASHSEED": "7"}
    ).stdout.decode()
    assert printed == drawing.wide_svg + drawing.narrow_svg


def test_a_reader_s_own_matplotlib_settings_do_not_show(drawing: Drawing) -> None:
    with mpl.rc_context({"lines.linewidth": 9, "axes.labelpad": 40, "savefig.dpi": 300}):
        assert draw(waves, "chapter-waves") == drawing
        assert mpl.rcParams["lines.linewidth"] == 9


def test_all_colors_are_tokens_with_the_light_color_to_fall_back_on(drawing: Drawing) -> None:
    for svg, root in both(drawing):
        bare = re.sub(r"var\(--nn-[a-z0-9-]+, #[0-9a-f]{6}\)", "", svg)
        assert re.findall("#[0-9a-f]{6}", bare) == []
        paints = {node.get(name) for node in root.iter() for name in ("fill", "stroke")}
        assert f"var(--nn-sigmoid, {color('sigmoid')})" in paints
        assert f"var(--nn-grid, {color('grid')})" in paints


def test_every_color_of_the_palette_follows_the_page() -> None:
    for token, pair in PALETTE.items():
        source = f'<svg viewBox="0 0 1 1"><path style="fill: {pair.light}" d="M 0 0"/></svg>'
        assert f'fill="var(--nn-{token}, {pair.light})"' in themed_svg(source, "x", "")


def test_nothing_is_left_that_a_page_must_not_hold(drawing: Drawing) -> None:
    for svg, root in both(drawing):
        assert "\n" not in svg
        assert not re.search(r"rotate\(-?0[ )]", svg)
        assert not re.search(r"<\?xml|<!DOCTYPE|<style|<metadata|font-family|DejaVu|http", svg)
        assert root.attrib.keys().isdisjoint({"width", "height", "version"})
        assert all(node.get("style") is None for node in root.iter())
        assert all(node.get("href") is None for node in root.iter())


def test_the_view_box_keeps_the_width_of_the_canvas(drawing: Drawing) -> None:
    widths = [root.get("viewBox", "").split()[2] for _, root in both(drawing)]
    assert widths == ["680", "340"]


def test_ids_are_unique_on_the_page_and_every_reference_leads_to_one(drawing: Drawing) -> None:
    ids, used = [], set()
    for svg, root in both(drawing):
        ids += [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
        used |= {node.attrib[LINK].removeprefix("#") for node in root.iter() if LINK in node.attrib}
        used |= set(re.findall(r"url\(#([^)]+)\)", svg))
    assert len(ids) == len(set(ids)) == len(used)
    assert set(ids) == used
    assert all(re.match("chapter-waves-(wide|narrow)-[0-9]+$", name) for name in ids)


def test_paths_have_one_decimal_at_most(drawing: Drawing) -> None:
    paths = re.findall(r' d="([^"]+)"', drawing.wide_svg + drawing.narrow_svg)
    assert paths
    assert [path for path in paths if re.search(r"\.\d{2}", path)] == []


def test_shortened_paths_are_the_same_paths() -> None:
    style = f"fill: none; stroke: {color('ink')}"
    long = "M 10.004 20 \nL 30.126 -40 \nL 50 60 \nC 1 2 3 4 5 6 \nC 7 8 9 10 11 -0.001 \nz\n"
    svg = themed_svg(f'<svg viewBox="0 0 1 1"><path d="{long}" style="{style}"/></svg>', "x", "")
    # from (10, 20) to (30.1, -40) is 20.1 right and 60 up, and so on; curves begin at (50, 60)
    assert 'd="m10 20 20.1-60 19.9 100c-49-58-47-56-45-54 2 2 4 4 6-6z"' in svg


def test_text_keeps_its_words_and_escapes_what_html_would_misread(drawing: Drawing) -> None:
    for svg, root in both(drawing):
        words = {"".join(node.itertext()) for node in root.iter() if node.tag.endswith("}text")}
        assert {"Waves", "cosine", "sine & <co>", "angle x1 (rad)", "10−3"} <= words
        assert "sine &amp; &lt;co&gt;" in svg


def test_formulas_flow_in_the_page_s_font_and_stay_readable(drawing: Drawing) -> None:
    for svg, root in both(drawing):
        pieces = [node for node in root.iter() if node.tag.endswith("}tspan")]
        assert all("x" not in piece.attrib for piece in pieces)
        assert all(float(piece.get("font-size", "13")) >= 12 for piece in pieces)
        assert '<tspan font-style="italic">x</tspan>' in svg


def test_formulas_are_anchored_where_they_were_placed_though_the_page_sets_them_narrower() -> None:
    def anchored(ax: Axes) -> None:
        for side, y in (("left", 0.2), ("center", 0.5), ("right", 0.8)):
            ax.text(0.5, y, f"${side[0]}$", ha=side)

    svg = draw(on_panel(anchored), "anchored").narrow_svg
    groups = (
        r'<g(?: text-anchor="(\w+)"><g)? transform="translate\(([0-9.]+) [^>]+><text[^>]*><tspan'
    )
    found = re.findall(groups, svg)
    assert [anchor for anchor, _ in found] == ["", "middle", "end"]
    assert len({x for _, x in found}) == 1


def test_hatches_and_cells_follow_the_page() -> None:
    def paint(ax: Axes) -> None:
        ax.bar([1], [1], color=color("positive"), hatch="//")
        shades = np.array([[to_rgba(color("negative"), 0.4)]])
        ax.pcolormesh([2, 3], [0, 1], shades)

    svg = draw(on_panel(paint), "cells").wide_svg
    assert re.search(r'<pattern [^>]*id="cells-wide-\d+"', svg)
    assert f'fill="var(--nn-negative, {color("negative")})" fill-opacity="0.4"' in svg


def test_text_stands_out_from_the_lines_it_crosses(drawing: Drawing) -> None:
    for _, root in both(drawing):
        texts = [node for node in root.iter() if node.tag.endswith("}text")]
        assert {node.get("paint-order") for node in texts} == {"stroke"}
        assert {node.get("stroke") for node in texts} == {f"var(--nn-ground, {color('ground')})"}


def test_the_page_holds_both_drawings_with_the_same_alternative() -> None:
    html = figure_html(
        Drawing(*['<svg role="img" aria-label="" viewBox="0 0 1 1"></svg>'] * 2), 'a "b"\n& c'
    )
    for size in ("wide", "narrow"):
        room = f'<div class="nn-{size}" style="aspect-ratio:1/1"><svg '
        assert f'{room}role="img" aria-label="a &quot;b&quot; &amp; c"' in html
    assert html.count('role="img"') == 2


def test_a_lab_s_drawing_carries_its_own_alternative() -> None:
    svg = themed_svg('<svg viewbox="0 0 9.000001 1"></svg>', "x", "what it shows")
    assert svg.startswith('<svg role="img" aria-label="what it shows" viewBox="0 0 9 1"')


def shrugs(ax: Axes) -> None:
    raise ArithmeticError(f"no data for {ax.get_xlabel()}")


def bare(canvas: Canvas) -> Figure:
    figure, (ax,) = canvas.panels()
    ax.set_xlabel("input")
    return figure


def small_page(canvas: Canvas) -> Figure:
    del canvas
    return Figure(figsize=(3, 3))


def crowd(ax: Axes) -> None:
    rng = np.random.default_rng(0)
    ax.scatter(*rng.normal(size=(2, 3000)), color=color("class-1"))


FAULTS: dict[str, tuple[Callable[[Canvas], Figure], str]] = {
    "raises": (on_panel(shrugs), "raised ArithmeticError: no data for input"),
    "warns": (on_panel(lambda _: warnings.warn("odd", stacklevel=1)), "raised UserWarning: odd"),
    "overflows": (on_panel(lambda ax: ax.plot([0, np.exp(np.float64(1e9))])), "RuntimeWarning"),
    "no name of an axis": (bare, "the y axis of panel 1 does not say what it measures"),
    "blank name": (on_panel(lambda ax: ax.set_xlabel(" ")), "the x axis of panel 1 does not say"),
    "small text": (
        on_panel(lambda ax: ax.text(0.5, 0.5, "fine print", fontsize=11)),
        "'fine print' is 11 px small; text has 12 or more",
    ),
    "outside": (
        on_panel(lambda ax: ax.text(0.9, 0.5, "far to the right", in_layout=False)),
        "'far to the right' reaches outside the figure",
    ),
    "overlap": (
        on_panel(lambda ax: [ax.text(0.5, y, word) for y, word in ((0.5, "one"), (0.53, "two"))]),
        "'one' and 'two' overlap",
    ),
    "turned overlap": (
        on_panel(
            lambda ax: (ax.text(0.5, 0.2, "upwards", rotation=90), ax.text(0.49, 0.3, "across"))
        ),
        "'upwards' and 'across' overlap",
    ),
    "foreign color": (
        on_panel(lambda ax: ax.plot([0, 1], color="tab:blue")),
        "the color #1f77b4 is not in the palette",
    ),
    "black line": (on_panel(lambda ax: ax.plot([0, 1], color="k")), "the color #000000 is not"),
    "black area": (
        on_panel(lambda ax: ax.bar([1], [1], color="k", linewidth=0)),
        "the color #000000 is not in the palette",
    ),
    "black text": (on_panel(lambda ax: ax.text(0, 0.5, "ink", color="k")), "the color #000000"),
    "black formula": (on_panel(lambda ax: ax.text(0, 0.5, "$z$", color="k")), "the color #000000"),
    "black points": (on_panel(lambda ax: ax.scatter([1], [1], color="k")), "the color #000000"),
    "pale text": (
        on_panel(lambda ax: ax.text(0, 0.5, "grid", color=color("grid"))),
        "the color grid is for lines; text in it is too pale to read",
    ),
    "transparent text": (
        on_panel(lambda ax: ax.text(0, 0.5, "ghost", alpha=0.5)),
        "transparent text loses its contrast",
    ),
    "transparent formula": (
        on_panel(lambda ax: ax.text(0, 0.5, "$z$", alpha=0.5)),
        "transparent text loses its contrast",
    ),
    "pixels": (
        on_panel(lambda ax: ax.imshow([[0, 1]], aspect="auto")),
        "pixels cannot follow the page's colors",
    ),
    "fraction": (
        on_panel(lambda ax: ax.text(0, 0.5, r"$\frac{1}{2}$")),
        "fractions and roots are too small to read",
    ),
    "colors not told apart": (
        on_panel(lambda ax: [ax.plot([0, 1], color=color(token)) for token in ("gelu", "sgd")]),
        "gelu, sgd meet in one panel; add them to FIGURE_SETS",
    ),
    "wrong width": (small_page, "the figure is 216 px wide, not 680; make it with canvas.panels"),
    "too heavy": (on_panel(crowd), "bytes gzipped; 25,000 are allowed, so draw fewer points"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_figure_stops_and_says_where_and_why(fault: str) -> None:
    function, message = FAULTS[fault]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what this test run makes of warnings must not matter
        with pytest.raises(PublishingError) as caught:
            draw(function, "bad")
    assert message in caught.value.message
    assert caught.value.path == "tests/guide/test_drawing.py"
    assert function.__name__ in caught.value.message


def test_the_line_is_the_one_that_raised_or_else_the_function_s_first() -> None:
    with pytest.raises(PublishingError) as raised:
        draw(on_panel(shrugs), "bad")
    lines, first = inspect.getsourcelines(shrugs)
    assert raised.value.line == first + len(lines) - 1
    with pytest.raises(PublishingError) as rejected:
        draw(bare, "bad")
    assert rejected.value.line == inspect.getsourcelines(bare)[1]


def test_a_fault_on_the_phone_alone_is_found_and_named() -> None:
    def tight(canvas: Canvas) -> Figure:
        figure, (ax,) = canvas.panels()
        name_axes(ax, "input", "output")
        ax.set_xlim(0, 1)
        for x in (0.2, 0.5, 0.8):
            label_line(ax, x, 0.5, "a rather long label", color("ink"), side="above")
        return figure

    with pytest.raises(PublishingError, match=r"overlap \(on the narrow canvas\)"):
        draw(tight, "tight")


def test_panels_may_use_other_sets_and_hidden_axes_need_no_name() -> None:
    def family(canvas: Canvas) -> Figure:
        figure, panels = canvas.panels(3)
        for ax, token in zip(panels, ("sigmoid", "gelu", "sgd"), strict=True):
            ax.plot([0, 1], color=color(token))
            ax.set_axis_off()
        return figure

    assert "nn-gelu" in draw(family, "family").wide_svg


def test_markers_share_their_paint() -> None:
    svg = draw(
        on_panel(lambda ax: ax.scatter([1, 2, 3], [1, 2, 3], color=color("class-1"))), "dots"
    ).wide_svg
    uses = re.findall("<use [^>]+>", svg)
    assert len(uses) == 3
    assert not any("fill" in use for use in uses)
    assert svg.count("nn-class-1") == 3  # the marker, and fill and stroke of the group


def test_the_limit_is_on_both_drawings_together(
    drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    heavier = max(len(gzip.compress(svg.encode())) for svg, _ in both(drawing))
    monkeypatch.setattr(drawing_module, "MOST_BYTES", heavier + 100)
    with pytest.raises(PublishingError, match="gzipped"):
        draw(waves, "chapter-waves")
