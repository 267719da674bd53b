"""A page tells of others what those say of themselves: titles, minutes, what chapters are about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import PublishingError
from guide.publishing.project import Project
from guide.publishing.ways.overview import chapters, filled

NAV = """site_url: !ENV [SITE_URL, ""]
nav:
  - Home: index.md
  - Learn:
      - "Losses: what is wrong": learn/losses.md
      - Neuron: learn/neuron.md
  - Check:
      - check/index.md
      - Questions: check/interview.md
"""
FIGURE = "![A dot that falls into a valley](../assets/figures/losses/valley.svg)"
CHAPTER = """---
description: {about}
---

# A long heading

- **Reading time** is about {minutes} minutes.

{figure}
"""
Checkout = Callable[..., Project]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    def write(home: str = "", **losses: str) -> Project:
        said = {"about": "A price.", "minutes": "40", "figure": FIGURE} | losses
        neuron = {"about": "A unit.", "minutes": "50", "figure": FIGURE}
        for name, text in {
            "mkdocs.yml": NAV,
            "docs/index.md": home,
            "docs/learn/losses.md": CHAPTER.format(**said),
            "docs/learn/neuron.md": CHAPTER.format(**neuron),
            "docs/check/interview.md": "word " * 460,
        }.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return Project(tmp_path)

    return write


def test_chapters_come_in_the_order_of_the_navigation(checkout: Checkout) -> None:
    found = [(it.title, it.minutes, it.about) for it in chapters(checkout())]
    assert found == [("Losses: what is wrong", 40, "A price."), ("Neuron", 50, "A unit.")]


@pytest.mark.parametrize(
    ("page", "link"),
    [("index.md", "learn/losses.md"), ("learn/neuron.md", "losses.md")],
)
def test_a_link_without_words_gets_the_title_of_its_page(
    checkout: Checkout, page: str, link: str
) -> None:
    text = f"See []({link}), [these words]({link}) and ![]({link})."
    expected = f"See [Losses: what is wrong]({link}), [these words]({link}) and ![]({link})."
    assert filled(checkout(), page, text) == expected


def test_minutes_are_those_of_the_section_or_of_all_chapters(checkout: Checkout) -> None:
    text = """<!--minutes of all chapters-->

## One

<!--minutes of the links below-->: [Losses](learn/losses.md), again [](learn/losses.md),
[](check/interview.md)

## Two

<!--minutes of the links below-->: [](learn/neuron.md)
"""
    told = filled(checkout(), "index.md", text)
    assert told.startswith("about 1½ hours\n\n## One\n\n42 minutes: [Losses](learn/losses.md)")
    assert told.endswith("## Two\n\n50 minutes: [Neuron](learn/neuron.md)\n")


def test_the_map_has_an_entry_for_each_chapter(checkout: Checkout) -> None:
    told = filled(checkout(), "index.md", "<!--map of chapters-->")
    losses, neuron = told.strip().split("\n\n1.  ")
    assert neuron.endswith("\n\n    50 min\n\n    A unit.")
    assert losses.split("\n\n    ")[1:] == [
        "[Losses: what is wrong](learn/losses.md)",
        "40 min",
        "A price.",
    ]
    assert "(assets/thumbnails/losses.svg){ loading=lazy width=320 height=200 }" in losses


@pytest.mark.parametrize("about", ["", "In three words: no YAML."])
def test_a_chapter_without_a_description_is_named(checkout: Checkout, about: str) -> None:
    with pytest.raises(PublishingError, match=r"^docs/learn/losses\.md:1: .*no description"):
        filled(checkout(about=about), "index.md", "<!--map of chapters-->")


def test_a_link_to_a_page_without_a_title_is_named_with_its_line(checkout: Checkout) -> None:
    text = "# Home\n\nSee [](check/index.md).\n"
    with pytest.raises(PublishingError, match=r"^docs/index\.md:3: .*'check/index\.md'"):
        filled(checkout(home=text), "index.md", text)


def test_other_text_stays_as_it_is(checkout: Checkout) -> None:
    text = "# Losses\n\nSee [there](../check/interview.md) <!--count code-->.\n"
    assert filled(checkout(), "learn/losses.md", text) == text
