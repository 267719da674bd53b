"""A number in prose must be what its experiment computes, at the precision that is printed."""

from pathlib import Path

import pytest
from planted import plant_chapter

from guide.errors import PublishingError
from guide.publishing.pieces.number import NumberPiece, printed_like

CHAPTER = """
from dataclasses import dataclass

@dataclass(frozen=True)
class Solved:
    percent: float
    label: str = "text"

def quarter() -> float:
    return 0.25

def solved(seeds: int = 200) -> Solved:
    return Solved(percent=72.04 * seeds / 200)

def broken() -> float:
    raise RuntimeError("no data")
"""


@pytest.fixture(autouse=True)
def _sample_chapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_chapter(tmp_path, monkeypatch, "sample_chapter", {"experiments": CHAPTER})


def number(text: str, reference: str) -> NumberPiece:
    return NumberPiece("learn/a.md", 9, (0, 0), reference, text)


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        (0.2500001, "0.25", "0.25"),
        (0.2549, "0.25", "0.25"),
        (0.256, "0.25", "0.26"),
        (1234.4, "1,000", "1,234"),
        (12345, "9", "12,345"),
        (-3.2, "-3", "-3"),
        (-3.2, "−3", "−3"),
        (-0.0001, "0.00", "0.00"),
        (1.13e-16, "2.2e-16", "1.1e-16"),
        (3.6e-5, "1e-1", "4e-5"),
        (1286, "about 1,000", "about 1,000"),
        (1286, "about 1,200", "about 1,300"),
        (41.2, "about 50", "about 40"),
        (97, "about 100", "about 100"),
        (0.2549, "about 0.25", "about 0.25"),
        (0.8, "fewer than 5", "fewer than 5"),
        (5, "fewer than 5", "5"),
        (1234, "at least 1,000", "at least 1,000"),
        (999.6, "more than 1,000", "1,000"),
        (-3, "less than −2", "less than −2"),
    ],
)
def test_a_value_is_written_the_way_the_page_writes_it(
    value: float, text: str, written: str
) -> None:
    assert printed_like(value, text) == written


@pytest.mark.parametrize("text", ["a quarter", "0.25%", "1 000", "", ".5"])
def test_text_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number that can be checked"):
        printed_like(0.25, text)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="which no page can print"):
        printed_like(value, "0.25")


def check(piece: NumberPiece) -> None:
    piece.check(piece.value())


def test_right_numbers_pass() -> None:
    check(number("0.25", "sample-chapter.quarter"))
    check(number("72", "sample-chapter.solved.percent"))


@pytest.mark.parametrize(
    ("text", "reference", "message"),
    [
        (
            "0.26",
            "sample-chapter.quarter",
            r"the page says 0\.26, sample-chapter\.quarter is 0\.25",
        ),
        ("72.1", "sample-chapter.solved.percent", r"is 72\.0 \(72\.04"),
        ("1", "nowhere.quarter", "there is no src/guide/chapters/nowhere/experiments"),
        ("1", "sample-chapter.third", "has no function 'third'"),
        ("1", "sample-chapter.solved", "leads to Solved"),
        ("1", "sample-chapter.solved.label", "leads to 'text', not to a number"),
        (
            "1",
            "sample-chapter.solved.missing",
            r"sample-chapter\.solved has no \.missing; it has \.percent, \.label",
        ),
        (
            "1",
            "sample-chapter.solved.percent.more",
            r"solved\.percent has no \.more; it has no parts, it is 72\.04",
        ),
        ("1", "sample-chapter.broken", "raised RuntimeError: no data"),
        ("one", "sample-chapter.quarter", "not a number that can be checked"),
    ],
)
def test_a_wrong_number_is_named_by_page_and_line(text: str, reference: str, message: str) -> None:
    with pytest.raises(PublishingError, match=message) as caught:
        check(number(text, reference))
    assert str(caught.value).startswith("docs/learn/a.md:9: ")
