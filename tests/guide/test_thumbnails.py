"""A chapter's picture in the map is a figure of it, without words, in the colors of the page."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.figure import Figure

from guide.errors import PublishingError
from guide.figures.palette import PALETTE, color
from guide.figures.style import Canvas, name_axes
from guide.publishing.project import HERE, Project
from guide.publishing.svg.thumbnail_drawing import drawn
from guide.publishing.ways.overview import chapter_pages
from guide.publishing.ways.thumbnails import (
    CHOSEN,
    SIZE,
    settle_thumbnail,
    thumbnail_of,
    thumbnail_so_far,
    thumbnail_work,
)

PAGE = "learn/losses.md"


def two_panels(canvas: Canvas) -> Figure:
    figure, (left, right) = canvas.panels(2)
    for ax, token in ((left, "positive"), (right, "negative")):
        ax.plot([0, 1], [0, 1], color=color(token), label=token)
        ax.annotate("words", (0.5, 0.5))
        name_axes(ax, "step", "loss", "Title")
    left.legend()
    return figure


@pytest.fixture
def elsewhere(tmp_path: Path) -> Project:
    """This project with a chapter of its own on losses, and an empty cache."""

    class Elsewhere(Project):
        docs = property(lambda self: tmp_path / "docs")  # noqa: ARG005
        cache = property(lambda self: tmp_path / "cache")  # noqa: ARG005

    (tmp_path / "docs/learn").mkdir(parents=True)
    return Elsewhere(HERE.root)


def write(project: Project, figure: str) -> None:
    text = f"# Losses\n\n![Three losses over the error.](../assets/figures/{figure}.svg)\n"
    (project.docs / PAGE).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("panel", [None, 0, 1])
def test_no_words_are_left_and_only_the_panel_that_is_asked_for(panel: int | None) -> None:
    svg = drawn(two_panels, panel, SIZE)
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 320 200"
    assert not [node for node in root.iter() if node.tag.endswith("text")]
    shown = {0: {"positive"}, 1: {"negative"}, None: {"positive", "negative"}}[panel]
    assert set(re.findall(r'stroke="var\(--nn-(positive|negative)', svg)) == shown


def test_a_picture_brings_its_colors_in_both_schemes() -> None:
    svg = drawn(two_panels, 0, SIZE)
    light, _, dark = svg.partition("@media (prefers-color-scheme:dark)")
    for token in ("positive", "ground"):
        assert f"--nn-{token}:{PALETTE[token].light};" in light
        assert f"--nn-{token}:{PALETTE[token].dark};" in dark
    assert set(re.findall(r"var\(--nn-([\w-]+)", svg)) == set(re.findall(r"--nn-([\w-]+):", light))


def test_it_is_drawn_alike_each_time() -> None:
    assert drawn(two_panels, 0, SIZE) == drawn(two_panels, 0, SIZE)


def test_every_chosen_figure_stands_in_a_chapter_that_shows_it() -> None:
    chosen = {f"learn/{name}.md" for name in CHOSEN}
    assert chosen <= {*chapter_pages(HERE)}
    for page in chosen:
        assert thumbnail_work(HERE, page)


def test_a_figure_that_its_chapter_does_not_show_is_refused(elsewhere: Project) -> None:
    write(elsewhere, "losses/outlier")
    with pytest.raises(PublishingError, match=r"^docs/learn/losses\.md:1: .*'losses/prices'"):
        thumbnail_work(elsewhere, PAGE)


def test_a_chapter_without_a_choice_shows_its_first_figure(elsewhere: Project) -> None:
    write(elsewhere, "losses/outlier")
    (elsewhere.docs / PAGE).rename(elsewhere.docs / "learn/rewards.md")
    found = thumbnail_of(elsewhere, "learn/rewards.md")
    assert found == ("losses/outlier", None, "Three losses over the error.")


def test_a_chapter_without_a_figure_is_named(elsewhere: Project) -> None:
    (elsewhere.docs / "learn/rewards.md").write_text("# Rewards\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"^docs/learn/rewards\.md:1: .*no figure"):
        thumbnail_of(elsewhere, "learn/rewards.md")


def test_until_it_is_drawn_a_picture_is_blank(elsewhere: Project) -> None:
    write(elsewhere, "losses/prices")
    assert "path" not in thumbnail_so_far(elsewhere, PAGE)
    settle_thumbnail(elsewhere, PAGE)
    assert "path" in thumbnail_so_far(elsewhere, PAGE)
