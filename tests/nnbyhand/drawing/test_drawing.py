"""Drawings: valid XML, everything where it belongs, words escaped, and errors that help."""

import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from guide.figures.palette import PALETTE
from nnbyhand.drawing import svg as drawing_svg
from nnbyhand.drawing.drawing import draw_curves, draw_decision_map, draw_points
from nnbyhand.drawing.frame import Axis, limits
from nnbyhand.drawing.svg import Drawing, element, escaped, mark, number
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]


def tree(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)


def texts(drawing: Drawing) -> list[str]:
    return [node.text or "" for node in tree(drawing).iter(f"{SVG}text")]


def said(drawing: Drawing) -> str:
    return tree(drawing).findtext(f"{SVG}desc") or ""


def paths(drawing: Drawing, color: str) -> list[str]:
    """The outlines of this color, keys included, in the order in which they are drawn."""
    return [
        node.attrib["d"]
        for node in tree(drawing).iter(f"{SVG}path")
        if f"--nn-{color}," in node.get("stroke", "") + node.get("fill", "")
    ]


def node_of(drawing: Drawing, color: str, place: int) -> ET.Element:
    """The element of this color at this place, keys included."""
    nodes = tree(drawing).iter(f"{SVG}path")
    return [node for node in nodes if f"--nn-{color}," in node.get("fill", "")][place]


def right_half(x: np.ndarray) -> np.ndarray:
    return (x[:, 0] > 0.5).astype(float)


# Axes


def test_an_axis_maps_its_ends_to_its_ends() -> None:
    up = Axis(low=-1.0, high=3.0, start=200.0, end=40.0)
    # 1 is half of the way from -1 to 3, so it lies half of the way from 200 to 40.
    np.testing.assert_array_equal(up.at(np.array([-1.0, 1.0, 3.0])), [200.0, 120.0, 40.0])


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0.0, 1.0, ["0", "0.5", "1.0"]),  # 1 / 4 = 0.25, rounded up to 0.5
        (0.0, 0.8, ["0", "0.2", "0.4", "0.6", "0.8"]),  # 0.8 / 4 = 0.2 is round
        (-4.0, 4.0, ["−4", "−2", "0", "2", "4"]),
        (0.0, 4.0, ["0", "1", "2", "3", "4"]),  # 4 / 4 = 1 needs no decimals, 0.1 needs one
        (0.0, 0.4, ["0", "0.1", "0.2", "0.3", "0.4"]),
        (0.0, 53.0, ["0", "20", "40"]),  # 13.25, rounded up to 20
        (3.0, 403.0, ["100", "200", "300", "400"]),
        (-0.004, 0.012, ["0", "0.005", "0.010"]),  # 0.004, rounded up to 0.005
        (0.0, 0.002, ["0", "0.0005", "0.0010", "0.0015", "0.0020"]),  # four decimals at most
        (0.0, 99_999.0, ["0", "50000"]),  # the largest numbers without a power of ten
        (0.0, 1e5, ["0", "5e+04", "1e+05"]),
        (0.0, 4e6, ["0", "1e+06", "2e+06", "3e+06", "4e+06"]),
        (0.0, 4e-6, ["0", "1e−06", "2e−06", "3e−06", "4e−06"]),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, labels: list[str]) -> None:
    axis = Axis(low, high, 0.0, 100.0)
    assert [axis.label(tick) for tick in axis.ticks] == labels


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12))
def test_every_axis_has_one_to_five_ticks_inside(low: float, spread: float) -> None:
    axis = Axis(low, low + max(spread, abs(low) * 1e-6), 0.0, 100.0)
    assert 1 <= len(axis.ticks) <= 5
    slack = 1e-8 * (axis.high - axis.low)
    assert all(axis.low - slack <= tick <= axis.high + slack for tick in axis.ticks)


def test_limits_leave_a_margin_and_pass_over_what_is_not_finite() -> None:
    values = np.array([2.0, np.nan, 6.0, np.inf])
    assert limits("x", values, 0.0) == (2.0, 6.0)
    assert limits("x", values, 0.25) == (1.0, 7.0)


def test_limits_of_equal_values_are_apart() -> None:
    assert limits("x", np.zeros(3), 0.1) == (-0.5, 0.5)
    assert limits("x", np.array([10.0]), 0.1) == (5.0, 15.0)
    with pytest.raises(InputValueError, match=r"got 1\.7e\+308 to 1\.7e\+308, .* logarithm"):
        limits("x", np.array([1.7e308]), 0.0)


def test_numbers_that_floats_hardly_tell_apart_are_as_good_as_equal() -> None:
    assert limits("x", np.array([0.0, 5e-324]), 0.0) == (-0.5, 0.5)
    assert limits("x", np.array([0.0, 1e-300]), 0.0) == (0.0, 1e-300)
    assert Axis(0.0, 1e-300, 0.0, 100.0).ticks == pytest.approx([0, 5e-301, 1e-300], abs=1e-310)


def test_the_margin_counts_where_numbers_are_far_apart() -> None:
    # With a quarter to either side the axis is 1.5 times as long, and floats end at 1.798e308.
    assert limits("x", np.array([0.0, 1.1e308]), 0.25) == (-2.75e307, 1.375e308)
    with pytest.raises(InputValueError, match=r"^x: got 0 to 1.3e\+308, expected numbers less far"):
        limits("x", np.array([0.0, 1.3e308]), 0.25)


def test_limits_need_something_to_show() -> None:
    with pytest.raises(InputValueError, match=r"^x: got no finite number, expected at least one"):
        limits("x", np.array([np.nan]), 0.0)
    with pytest.raises(InputValueError, match=r"got -1e\+308 to 1e\+308, .* logarithm"):
        limits("x", np.array([-1e308, 1e308]), 0.0)


# Parts


def test_numbers_have_at_most_one_decimal() -> None:
    assert [number(v) for v in (1.0, 1.25, -0.04, -0.06, 10.0, 0.1)] == [
        *("1", "1.2", "0", "-0.1", "10", "0.1")
    ]


def test_text_is_escaped() -> None:
    assert escaped("<b a=\"1\"> & 'x'\x00") == (
        "&lt;b a=&quot;1&quot;&gt; &amp; &#x27;x&#x27;\ufffd"
    )
    assert element("g", stroke_width=2.0, d='"') == '<g stroke-width="2" d="&quot;"/>'


def test_elements_stand_side_by_side_in_another() -> None:
    assert element("g", "<a/>", "<b/>", id="c") == '<g id="c"><a/><b/></g>'


def test_marks_differ_in_shape() -> None:
    assert mark(0, 10.0, 20.0, 4.0) == "M6 20a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    assert mark(1, 10.0, 20.0, 4.0) == "M6 16h8v8h-8z"
    assert mark(2, 10.0, 20.0, 5.0) == "M10 14L16 25H4z"


def test_colors_are_those_of_the_guide() -> None:
    written = " ".join(
        " ".join(value) if isinstance(value, tuple) else value
        for name, value in vars(drawing_svg).items()
        if name.isupper() and name[0] != "_"
    )
    found = re.findall(r"var\(--nn-([\w-]+), (#[0-9a-f]{6})\)", written)
    assert len(found) == 12
    assert dict(found) == {token: PALETTE[token].light for token, _ in found}


# Curves


def test_a_curve_runs_from_corner_to_corner() -> None:
    drawing = draw_curves([0.0, 1.0], {"line": [0.0, 10.0]}, title="A line")
    # Left: 8 + the label "10", two characters of 8, + 6 = 30. Right: 340 - 14 = 326.
    # Top: 8 + 20 for the title + 20 for the key + 8 = 56. Bottom: 280 - 20 for ticks - 6 = 254.
    # A margin of 0.5 to either side of 0 to 10: 198 * 0.5 / 11 = 9 pixels.
    assert paths(drawing, "series-1") == ["M0 0H24", "M30 245h0L326 65"]


def test_ticks_stand_where_their_numbers_are() -> None:
    drawing = draw_curves([0.0, 1.0], {"line": [0.0, 10.0]}, title="A line")
    placed = {node.text: node for node in tree(drawing).iter(f"{SVG}text")}
    # 5 is in the middle of the axis: (254 + 56) / 2 = 155, and 5 lower for the baseline.
    assert (placed["5"].get("x"), placed["5"].get("y")) == ("24", "160")
    assert placed["5"].get("text-anchor") == "end"
    # 0.5 is in the middle of 30 and 326.
    assert (placed["0.5"].get("x"), placed["0.5"].get("y")) == ("178", "272")
    assert placed["0.5"].get("text-anchor") == "middle"


def test_the_grid_runs_through_the_ticks() -> None:
    drawing = draw_curves([0.0, 1.0], {"line": [0.0, 10.0]}, title="A line")
    # 0, 0.5 and 1 lie at 30, 178 and 326, between 254 and 56; 0, 5 and 10 at 245, 155 and 65.
    grid = "M30 254V56M178 254V56M326 254V56M30 245H326M30 155H326M30 65H326"
    assert paths(drawing, "grid") == [grid]
    assert paths(drawing, "edge") == ["M30 56V254H326"]
    for node in tree(drawing).iter(f"{SVG}path"):  # filled, a corner would be a triangle
        assert node.get("fill") == "none"


def test_labels_take_room() -> None:
    drawing = draw_curves([0, 1], {"line": [0, 10]}, title="A line", labels=("time (s)", "loss"))
    assert {"time (s)", "loss"} < set(texts(drawing))
    # One line of 20 less at the top and one at the bottom: 76 to 234, with a margin of 158 / 22.
    assert paths(drawing, "series-1")[1] == "M30 226.8h0L326 83.2"
    placed = {node.text: node for node in tree(drawing).iter(f"{SVG}text")}
    # Below the ticks, 20 lower than their 234 + 18, in the middle of 30 and 326.
    time = placed["time (s)"]
    assert (time.get("x"), time.get("y"), time.get("text-anchor")) == ("178", "272", "middle")
    # Below the key, which stands 20 lower than the title's 8 + 14.
    assert (placed["loss"].get("x"), placed["loss"].get("y")) == ("8", "62")


@pytest.mark.parametrize(
    ("labels", "corner"), [(("time", ""), "M30 56V234H326"), (("", "loss"), "M30 76V254H326")]
)
def test_a_label_that_is_missing_takes_no_room(labels: tuple[str, str], corner: str) -> None:
    drawing = draw_curves([0, 1], {"line": [0, 10]}, title="A line", labels=labels)
    assert paths(drawing, "edge") == [corner]
    assert set(labels) - {""} < set(texts(drawing))
    assert "" not in texts(drawing)


def test_the_title_is_strong_and_ticks_and_labels_are_soft() -> None:
    drawing = draw_curves([0, 1], {"line": [0, 10]}, title="A line", labels=("time (s)", "loss"))
    nodes = list(tree(drawing).iter(f"{SVG}text"))
    assert [node.text for node in nodes if node.get("font-weight") == "600"] == ["A line"]
    assert [node.text for node in nodes if "fill" not in node.attrib] == ["A line", "line"]
    soft = [node.text for node in nodes if node.get("fill") == drawing_svg.SOFT]
    assert soft == ["loss", "0", "0.5", "1.0", "0", "5", "10", "time (s)"]


def test_a_drawing_has_a_ground_and_the_font_of_the_page() -> None:
    root = tree(draw_curves([0, 1], {"line": [0, 1]}, title="A line"))
    ground = root.find(f"{SVG}rect")
    assert ground is not None
    size = {"width": "340", "height": "280"}
    assert ground.attrib == size | {"fill": drawing_svg.GROUND}
    assert {name: root.get(name) for name in size} == size
    assert root.get("fill") == drawing_svg.INK
    assert root.get("font-family") == "var(--sans, system-ui, sans-serif)"


def test_a_curve_breaks_where_a_value_is_not_finite() -> None:
    x, y = range(6), [0.0, 10.0, np.nan, 0.0, np.inf, 10.0]
    outline = paths(draw_curves(x, {"loss": y}, title="Loss"), "series-1")[1]
    assert re.sub(r"[\d.]+ [\d.]+", "*", outline) == "M*h0L*M*h0M*h0"
    assert said(draw_curves(x, {"loss": y}, title="Loss")) == "loss goes from 0 to 10, with gaps."


def test_points_within_a_tenth_of_a_pixel_are_one() -> None:
    x = np.linspace(0, 1, 100_001)
    drawing = draw_curves(x, {"line": x}, title="A line")
    assert paths(drawing, "series-1")[1].count("L") < 5000


def test_curves_differ_in_color_and_in_dashes() -> None:
    curves = {name: [0.0, float(n)] for n, name in enumerate("abcd")}
    nodes = list(tree(draw_curves([0, 1], curves, title="Four")).iter(f"{SVG}path"))
    lines = [node for node in nodes if "series" in node.get("stroke", "")]
    looks = [(node.get("stroke"), node.get("stroke-dasharray")) for node in lines]
    assert looks[:4] == looks[4:]
    assert len(set(looks)) == len({dash for _, dash in looks}) == 4


def test_keys_wrap_into_rows() -> None:
    names = ["a rather long name", "another long name", "short"]
    drawing = draw_curves([0, 1], {name: [0, 1] for name in names}, title="Keys")
    places = {node.text: node for node in tree(drawing).iter(f"{SVG}text")}
    assert [places[name].get("y") for name in names] == ["42", "62", "62"]
    assert [places[name].get("x") for name in names] == ["38", "38", "218"]
    # The samples begin 30 before their names and lie 5 above the foot of the letters.
    samples = [node.get("transform", "") for node in tree(drawing).iter(f"{SVG}g")]
    assert samples == ["translate(8 37.0)", "translate(8 57.0)", "translate(188 57.0)"]


def test_screen_readers_get_a_name_and_a_description() -> None:
    drawing = draw_curves([0, 1, 2], {"a & b": [0, 5, 2.5]}, title="Two <letters>")
    root = tree(drawing)
    assert root.get("role") == "img"
    assert [node.tag.removeprefix(SVG) for node in root[:2]] == ["title", "desc"]
    assert root[0].text == "Two <letters>"
    assert root[1].text == "a & b goes from 0 to 2.5."
    assert texts(drawing)[:2] == ["Two <letters>", "a & b"]
    two = draw_curves([0, 1], {"up": [0, 1], "down": [1, 0]}, title="Two")
    assert said(two) == "up goes from 0 to 1. down goes from 1 to 0."


def test_text_is_large_enough_for_a_phone() -> None:
    root = tree(draw_points(SQUARE, [0, 1, 1, 0], title="XOR"))
    assert all("font-size" not in node.attrib for node in root.iter(f"{SVG}text"))
    # 272 px are the column of a phone that is 308 px wide.
    assert float(root.get("font-size", "0")) * 272 / float(root.get("width", "0")) >= 12
    assert root.get("viewBox") == "0 0 340 280"


def test_a_long_title_wraps() -> None:
    title = "A title of many words that no line of a small drawing can hold at once"
    lines = texts(draw_curves([0, 1], {"a": [0, 1]}, title=title))[:2]
    assert " ".join(lines) == title


def test_notebooks_show_the_drawing() -> None:
    drawing = draw_curves([0, 1], {"a": [0, 1]}, title="A")
    assert drawing._repr_svg_() == drawing.svg
    assert drawing == draw_curves([0, 1], {"a": [0, 1]}, title="A")


@given(
    st.text(max_size=60).filter(str.strip),
    hnp.arrays(float, 5, elements=st.floats(-1e100, 1e100)),
)
def test_any_text_and_any_numbers_give_xml(word: str, values: np.ndarray) -> None:
    root = tree(draw_curves(range(5), {word: values}, title=word, labels=(word, word)))
    placed = re.findall(r'(?:x|y|d)="([^"]*)"', ET.tostring(root, encoding="unicode"))
    assert not any("nan" in place or "inf" in place for place in placed)


# Points


def test_points_lie_where_their_numbers_are() -> None:
    drawing = draw_points(SQUARE, [0, 1, 1, 2], title="Corners", names=("a", "b", "c"))
    # Left: 8 + "0.0" in 24 + 6 = 38, right 326, top 8 + 3 * 20 + 8 = 76, bottom 280 - 46 = 234.
    # A margin of 0.06 / 1.12 of 288 and of 158: 15.4 and 8.5.
    key, points = paths(drawing, "class-1")
    assert points == "M49.4 225.5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    assert key == "M7 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
    assert paths(drawing, "class-2")[1].count("M") == 2
    assert said(drawing) == "a: 1 point. b: 2 points. c: 1 point."


def test_each_feature_has_its_own_axis() -> None:
    drawing = draw_points([[0.0, 0.0], [10.0, 1.0]], [1, 1], title="Wide")
    # From 38 to 326 and from 234 up to 76, with the margin of 15.4 and 8.5 on either side.
    assert paths(drawing, "class-2")[1] == "M49.4 221.5h8v8h-8zM306.6 80.5h8v8h-8z"
    assert texts(drawing)[3:] == ["0", "5", "10", "0", "0.5", "1.0", "x1"]


def test_points_stand_out_from_what_lies_below() -> None:
    points = node_of(draw_points(SQUARE, [1, 1, 1, 1], title="Corners"), "class-2", 1)
    assert points.get("stroke") == drawing_svg.GROUND


def test_only_classes_that_are_there_have_a_key() -> None:
    assert "class 1" not in texts(draw_points(SQUARE, [0, 0, 2, 2], title="Two"))


# Maps


def test_a_map_shows_what_the_function_says() -> None:
    drawing = draw_decision_map(right_half, x_range=(0, 1), y_range=(0, 1), title="Half")
    area = paths(drawing, "class-2")[1]
    # The right half of 38 to 326 begins at 182, in each of 72 rows; the lowest ends 158 / 72 = 2.2
    # above 234.
    assert area.startswith("M182 234H326V231.8H182z")
    assert area.count("M") == 72
    assert said(drawing) == "class 0: 50% of the map. class 1: 50% of the map."


def test_rows_of_a_map_rise() -> None:
    def upper(x: np.ndarray) -> np.ndarray:
        return (x[:, 1] > 0.75).astype(float)

    drawing = draw_decision_map(upper, x_range=(0, 1), y_range=(0, 1), title="Top")
    area = paths(drawing, "class-2")[1]
    assert area.count("M") == 18  # a quarter of 72
    assert area.endswith("V76H38z")


def test_the_function_sees_the_middles_of_cells() -> None:
    seen = []

    def note(x: np.ndarray) -> np.ndarray:
        seen.append(x)
        return np.zeros(len(x))

    draw_decision_map(note, x_range=(0, 96), y_range=(0, 72), title="Cells")
    assert seen[0].shape == (96 * 72, 2)
    np.testing.assert_allclose(
        seen[0][[0, 1, 96, -1]], [[0.5, 0.5], [1.5, 0.5], [0.5, 1.5], [95.5, 71.5]]
    )


def test_half_belongs_to_class_1_and_scores_to_the_largest() -> None:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "Map"}
    assert said(draw_decision_map(lambda x: np.full((len(x), 1), 0.5), **box)) == (
        "class 1: 100% of the map."
    )
    scores = draw_decision_map(lambda x: np.tile([0.0, 1.0, 2.0], (len(x), 1)), **box)
    assert said(scores) == "class 2: 100% of the map."


def test_regions_carry_marks() -> None:
    drawing = draw_decision_map(right_half, x_range=(0, 1), y_range=(0, 1), title="Half")
    # 96 / 12 = 8 columns of marks, half of them on this side, and 72 / 12 = 6 rows.
    assert paths(drawing, "class-1")[2].count("M") == 24


def test_marks_lie_in_the_region_that_they_name() -> None:
    def upper_right(x: np.ndarray) -> np.ndarray:
        return ((x[:, 0] > 5) & (x[:, 1] > 5)).astype(float)

    drawing = draw_decision_map(upper_right, x_range=(0, 96), y_range=(0, 72), title="Corner")
    # A cell is 1 wide and high. Marks stand at 6, 18 and so on: all of them beyond 5. They are
    # squares with a half side of 1.8. From 30 on, 296 / 96 = 3.08 pixels per column; from 234 up,
    # 158 / 72 = 2.19 per row. Column 6 and row 6: 30 + 18.5 = 48.5 and 234 - 13.2 = 220.8. Column
    # 90 and row 66: 30 + 277.5 = 307.5 and 234 - 144.8 = 89.2.
    marked = paths(drawing, "class-2")[2]
    assert marked.count("M") == 8 * 6
    assert marked.startswith("M46.7 219h3.6v3.6h-3.6z")
    assert marked.endswith("M305.7 87.4h3.6v3.6h-3.6z")
    assert paths(drawing, "class-1")[2] == ""


def test_regions_are_paler_than_their_marks_and_these_than_points() -> None:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "Half"}
    drawing = draw_decision_map(right_half, points=[[1, 1]], classes=[1], **box)
    _, area, small, points = (node_of(drawing, "class-2", place) for place in range(4))
    assert (area.get("fill-opacity"), small.get("opacity")) == ("0.2", "0.7")
    assert (points.get("fill-opacity"), points.get("opacity")) == (None, None)


def test_a_class_may_have_several_regions() -> None:
    def stripes(x: np.ndarray) -> np.ndarray:
        return (np.floor(x[:, 0]) % 2).astype(float)

    drawing = draw_decision_map(stripes, x_range=(0, 4), y_range=(0, 1), title="Stripes")
    # 96 / 4 = 24 columns of 3 pixels each: 110 to 182 and 254 to 326, in each of 72 rows.
    area = paths(drawing, "class-2")[1]
    assert area.startswith("M110 234H182V231.8H110zM254 234H326V231.8H254z")
    assert area.count("M") == 2 * 72


def test_outlines_hold_nothing_but_commands_and_numbers() -> None:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "Half"}
    drawing = draw_decision_map(right_half, points=SQUARE, classes=[0, 1, 2, 0], **box)
    for node in tree(drawing).iter(f"{SVG}path"):
        assert re.fullmatch(r"([MHVLhvaz][0-9. -]*)*", node.attrib["d"])


def test_two_scores_are_one_for_each_class() -> None:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "Map"}
    drawing = draw_decision_map(lambda x: np.column_stack([x[:, 0], 1 - x[:, 0]]), **box)
    assert said(drawing) == "class 0: 50% of the map. class 1: 50% of the map."


def test_each_feature_has_its_own_range() -> None:
    box = {"x_range": (0, 10), "y_range": (0, 1), "title": "Flat"}
    points = [[5.0, 0.5], [0.5, 5.0], [9.0, 0.9]]
    drawing = draw_decision_map(right_half, points=points, classes=[2, 2, 2], **box)
    assert paths(drawing, "class-3")[1].count("M") == 2  # the second lies above the map


def test_points_outside_the_map_are_left_out() -> None:
    drawing = draw_decision_map(
        right_half,
        x_range=(0, 1),
        y_range=(0, 1),
        title="Half",
        points=[[0.0, 1.0], [2.0, 0.5], [0.5, -1.0]],
        classes=[2, 2, 2],
    )
    assert paths(drawing, "class-3")[1].count("M") == 1


def test_a_map_stays_small() -> None:
    def curved(x: np.ndarray) -> np.ndarray:
        return (np.sin(3 * x[:, 0]) > x[:, 1]).astype(float)

    box = draw_decision_map(curved, x_range=(-3, 3), y_range=(-2, 2), title="Waves")
    assert len(box.svg) < 25_000


# Errors


@pytest.mark.parametrize("title", ["", "  "])
def test_a_title_is_needed(title: str) -> None:
    message = r"^title: got an empty text, expected a title\. Say what the drawing shows"
    with pytest.raises(InputValueError, match=message):
        draw_curves([0, 1], {"a": [0, 1]}, title=title)
    with pytest.raises(InputValueError, match=message):
        draw_points(SQUARE, [0, 1, 1, 0], title=title)
    with pytest.raises(InputValueError, match=message):
        draw_decision_map(right_half, x_range=(0, 1), y_range=(0, 1), title=title)


def test_curves_must_fit() -> None:
    with pytest.raises(ShapeError, match=r"curves\['a'\]: got shape \(3,\), .* shape \(2,\) as x"):
        draw_curves([0, 1], {"a": [0, 1, 2]}, title="A")
    with pytest.raises(ShapeError, match=r"x: got shape \(1, 2\), expected shape \(points,\)"):
        draw_curves([[0, 1]], {"a": [0, 1]}, title="A")
    with pytest.raises(InputValueError, match=r"x: got nan at index \(1,\), expected finite"):
        draw_curves([0, np.nan], {"a": [0, 1]}, title="A")
    with pytest.raises(InputValueError, match=r"curves\['a'\]: got no finite number"):
        draw_curves([0, 1], {"a": [np.nan, np.inf]}, title="A")


@pytest.mark.parametrize("count", [0, 5])
def test_one_to_four_curves(count: int) -> None:
    curves = {str(n): [0, 1] for n in range(count)}
    with pytest.raises(InputValueError, match=rf"curves: got {count} curves, expected 1 to 4"):
        draw_curves([0, 1], curves, title="A")


def test_points_must_fit() -> None:
    with pytest.raises(ShapeError, match=r"points: got shape \(2, 3\), .* Choose two features"):
        draw_points(np.zeros((2, 3)), [0, 1], title="A")
    with pytest.raises(ShapeError, match=r"classes: got shape \(3,\), expected shape \(4,\)"):
        draw_points(SQUARE, [0, 1, 1], title="A")
    with pytest.raises(InputTypeError, match=r"classes: got dtype float64, expected integers"):
        draw_points(SQUARE, np.zeros(4), title="A")
    with pytest.raises(InputValueError, match=r"points: got inf at index \(0, 1\)"):
        draw_points([[0.0, np.inf]], [0], title="A")


@pytest.mark.parametrize(("label", "names"), [(3, "abcd"), (-1, "abc"), (2, "ab")])
def test_classes_need_a_mark_and_a_name(label: int, names: str) -> None:
    highest = min(len(names), 3) - 1
    with pytest.raises(InputValueError, match=rf"classes: got {label}, expected 0 to {highest}"):
        draw_points([[0, 0]], [label], title="A", names=list(names))


def test_ranges_may_be_very_short() -> None:
    box = {"y_range": (0, 1), "title": "Half"}
    drawing = draw_decision_map(lambda x: x[:, 0] * 1e300, x_range=(0, 1e-300), **box)
    assert said(drawing) == "class 0: 50% of the map. class 1: 50% of the map."


def test_ranges_must_rise() -> None:
    with pytest.raises(InputValueError, match=r"x_range: got 1 to 1, .* smaller end first"):
        draw_decision_map(right_half, x_range=(1, 1), y_range=(0, 1), title="A")
    with pytest.raises(ShapeError, match=r"y_range: got shape \(3,\), expected shape \(2,\)"):
        draw_decision_map(right_half, x_range=(0, 1), y_range=(0, 1, 2), title="A")


def test_the_function_must_answer_for_each_cell() -> None:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "A"}
    with pytest.raises(
        ShapeError, match=r"function\(places\): got shape \(\), expected shape \(69"
    ):
        draw_decision_map(lambda _: 1.0, **box)
    with pytest.raises(ShapeError, match=r"got shape \(6912, 4\)"):
        draw_decision_map(lambda x: np.zeros((len(x), 4)), **box)
    with pytest.raises(InputValueError, match=r"function\(places\): got nan at index \(0,\)"):
        draw_decision_map(lambda x: np.full(len(x), np.nan), **box)


def test_float32_is_welcome() -> None:
    x = np.linspace(0, 1, 5, dtype=np.float32)
    wide = draw_curves(x.astype(float), {"a": x.astype(float)}, title="A")
    assert draw_curves(x, {"a": x}, title="A") == wide


def test_a_map_needs_no_points_and_points_need_not_be_many() -> None:
    nothing = draw_decision_map(
        right_half, x_range=(0, 1), y_range=(0, 1), title="A", points=np.zeros((0, 2)), classes=[]
    )
    assert nothing == draw_decision_map(right_half, x_range=(0, 1), y_range=(0, 1), title="A")
    assert draw_points([[3.0, 4.0]], [1], title="One").svg
