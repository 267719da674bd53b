"""A chapter that a test plants beside the guide's own: the press finds it as it finds those."""

import sys
from pathlib import Path

import pytest

from guide import chapters


def plant_chapter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, experiments: dict[str, str]
) -> None:
    """Write a chapter's experiments into a folder outside the checkout, for one test.

    Args:
        folder: Where the chapter's own folder goes.
        monkeypatch: Takes the chapter away again.
        name: The chapter.
        experiments: The text of each module, by its name; `experiments` alone is a single module.
    """
    room = folder / name / "experiments"
    single = [*experiments] == ["experiments"]
    (room.parent if single else room).mkdir(parents=True)
    for module, text in experiments.items():
        path = room.with_suffix(".py") if single else room / f"{module}.py"
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(chapters, "__path__", [*chapters.__path__, str(folder)])
    package = f"{chapters.__name__}.{name}"
    modules = [f"{package}.experiments.{module}" for module in experiments]
    for module in (package, f"{package}.experiments", *modules):
        monkeypatch.setitem(sys.modules, module, None)  # type: ignore[arg-type]
        monkeypatch.delitem(sys.modules, module)
