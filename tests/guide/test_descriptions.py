"""The proof of a number says what this number is; where nothing says so, the build stops."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from planted import plant_chapter

from guide.errors import PublishingError
from guide.publishing.pieces.number import NumberPiece
from guide.publishing.project import HERE


@dataclass(frozen=True)
class Base:
    """What others build on.

    Attributes:
        inherited: What a base says.
    """

    inherited: float = 1.0


@dataclass(frozen=True)
class Found(Base):
    """What was found.

    Attributes:
        long: A description that goes on
            on a second line.
        low, high: The quartiles.
        leaning: The same for the other.
        rows: Numbers, one for each row.
        low[2, 1]: What a page reaches into.
        high[many, words].low: What it reaches
            through a key.
    """

    long: float = 1.0
    low: float = 1.0
    high: float = 1.0
    leaning: float = 1.0
    silent: float = 1.0
    rows: tuple[float, ...] = (1.0, 2.0)

    @property
    def derived(self) -> float:
        """What follows."""
        return 2.0


def found() -> Found:
    """Find it."""
    return Found()


def alone() -> float:
    """Find one number."""
    return 1.0


@pytest.fixture(autouse=True)
def experiments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    functions = {function.__name__: function for function in (found, alone)}
    text = "\n".join(f"def {name}(): ..." for name in functions)
    plant_chapter(tmp_path, monkeypatch, "sample", {"experiments": text})
    module = ModuleType("guide.chapters.sample.experiments")
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, module.__name__, module)


def number(reference: str) -> NumberPiece:
    return NumberPiece("learn/losses.md", 3, (0, 1), reference, "1")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("found.long", "A description that goes on on a second line."),
        ("found.inherited", "What a base says."),
        ("found.derived", "What follows."),
        ("found.low[2, 1]", "What a page reaches into."),
        ("found.high[many, words].low", "What it reaches through a key."),
        ("alone", ""),  # its proof says what its experiment does
    ],
)
def test_a_number_is_described_by_its_own_field(field: str, said: str) -> None:
    assert number(f"sample.{field}").description(HERE) == said


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("low", "has no description of its own, which its proof shows; write `low: What it is.`"),
        ("silent", "has no description of its own"),
        ("rows[0]", "has no description of its own, which its proof shows; write `rows[0]: What"),
        ("leaning", "is described by 'The same for the other.', which needs its neighbors"),
    ],
)
def test_a_field_that_does_not_say_what_it_is_stops_the_build(field: str, message: str) -> None:
    piece = number(f"sample.found.{field}")
    with pytest.raises(PublishingError, match=re.escape(message)) as error:
        piece.prove(HERE)
    source = Path(__file__).read_text(encoding="utf-8")
    line = source[: source.index("class Found")].count("\n") + 1
    assert error.value.path == "tests/guide/test_descriptions.py"
    assert error.value.line in {line - 1, line}  # with its decorator
    assert f"Found.{field}, which data-number='sample.found.{field}' prints" in str(error.value)
