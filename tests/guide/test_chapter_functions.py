"""What a page names is found in its chapter's folder, once, in whichever module it stands."""

from pathlib import Path

import pytest
from planted import plant_chapter

from guide.publishing.pieces.chapter_functions import module_with
from guide.publishing.pieces.number import NumberPiece

ONE = "def first():\n    return 1\n\n\ndef both():\n    return 1\n"
OTHER = "import math\n\n\ndef _hidden():\n    return 2\n\n\ndef both():\n    return 2\n"


@pytest.fixture(autouse=True)
def _sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_chapter(tmp_path, monkeypatch, "sample", {"one": ONE, "other": OTHER})


def test_a_function_is_found_in_whichever_module_it_stands() -> None:
    first, path = module_with("sample", "experiments", "first")
    assert first == "guide.chapters.sample.experiments.one"
    assert path.read_text(encoding="utf-8") == ONE
    outlier, _ = module_with("losses", "experiments", "outlier")
    assert outlier == "guide.chapters.losses.experiments.outliers"
    figures, _ = module_with("losses", "figures", "outlier")
    assert figures == "guide.chapters.losses.figures"


@pytest.mark.parametrize(
    ("chapter", "room", "name", "message"),
    [
        ("sample", "experiments", "third", "experiments has no function 'third'"),
        ("sample", "experiments", "_hidden", "experiments has no function '_hidden'"),
        ("sample", "experiments", "math", "experiments has no function 'math'"),
        ("sample", "tables", "first", "there is no src/guide/chapters/sample/tables"),
        ("nowhere", "figures", "first", "there is no src/guide/chapters/nowhere/figures"),
    ],
)
def test_what_is_not_there_is_named(chapter: str, room: str, name: str, message: str) -> None:
    with pytest.raises(LookupError, match=message):
        module_with(chapter, room, name)


def test_two_functions_of_one_name_are_a_fault_that_names_both() -> None:
    with pytest.raises(Exception, match="more than one function 'both'") as caught:
        NumberPiece("learn/a.md", 9, (0, 0), "sample.both", "1").function()
    assert str(caught.value) == (
        "docs/learn/a.md:9: number 'sample.both': src/guide/chapters/sample/experiments has more "
        "than one function 'both': in guide.chapters.sample.experiments.one and "
        "guide.chapters.sample.experiments.other"
    )
