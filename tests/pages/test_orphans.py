"""Nothing is shown that does not exist, and nothing exists that is not shown."""

import ast
import importlib
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

from matplotlib.figure import Figure

from guide.experiments import random_layers, spread, two_switches
from guide.publishing.pieces.function import experiments_in
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.sections import sections_of
from guide.publishing.project import HERE


def pieces(kind: str) -> list[Piece]:
    return [
        piece
        for path in HERE.pages()
        for piece in pieces_of(
            path.read_text(encoding="utf-8"), path.relative_to(HERE.docs).as_posix()
        )
        if piece.kind == kind and piece.is_listed
    ]


def chapter_modules(room: str) -> Iterator[ModuleType]:
    """Import the modules of a room, of all chapters: one file, or a folder of files."""
    folder = HERE.root / "src/guide/chapters"
    paths = [*folder.glob(f"*/{room}.py"), *folder.glob(f"*/{room}/[!_]*.py")]
    for path in sorted(paths):
        name = path.relative_to(HERE.root / "src").with_suffix("").as_posix()
        yield importlib.import_module(name.replace("/", "."))


def public_functions(module: ModuleType) -> list[FunctionType]:
    return [
        value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and name[0] != "_"
    ]


def named(function: FunctionType) -> str:
    return f"{function.__module__}.{function.__name__}"


def test_every_snippet_section_is_shown_once_and_every_script_has_one() -> None:
    shown = Counter(piece.reference for piece in pieces("code"))
    there = [
        f"{path.relative_to(HERE.snippets).as_posix()}:{name}"
        for path in HERE.snippets.rglob("*.py")
        if not path.with_suffix(".tex").exists()
        for name in sections_of(path.read_text(encoding="utf-8"), str(path)) or ["(no section)"]
    ]
    assert shown == Counter(there)


def test_every_equation_is_shown_once() -> None:
    shown = Counter(piece.reference for piece in pieces("equation"))
    assert shown == Counter(
        p.relative_to(HERE.snippets).as_posix() for p in HERE.snippets.rglob("*.tex")
    )


def test_every_transcription_belongs_to_an_equation_that_asks_for_it() -> None:
    for path in HERE.snippets.rglob("*.tex"):
        asked = re.search(
            r"^% transcription: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert path.with_suffix(".py").exists() == bool(asked), path
        assert asked is None or asked[1] == path.with_suffix(".py").name


def test_every_figure_function_is_shown_once() -> None:
    shown = Counter(named(inspect.unwrap(piece.function())) for piece in pieces("figure"))
    there = Counter(
        named(f)
        for module in chapter_modules("figures")
        for f in public_functions(module)
        if inspect.signature(f).return_annotation is Figure
    )
    assert shown == there


def test_every_table_function_is_shown_once() -> None:
    shown = Counter(named(piece.function()) for piece in pieces("table"))
    there = Counter(
        named(f) for module in chapter_modules("tables") for f in public_functions(module)
    )
    assert shown == there


def test_every_experiment_feeds_a_number_a_figure_or_a_table() -> None:
    used = {named(piece.function()) for piece in pieces("number")}
    drawers = [piece.function() for piece in pieces("figure")] + [
        p.function() for p in pieces("table")
    ]
    for function in drawers:
        used |= {named(experiment) for experiment in experiments_in(function)}
    shared = random_layers, spread, two_switches
    modules = [*chapter_modules("experiments"), *shared]
    there = [f for module in modules for f in public_functions(module)]
    for function in there:
        if named(function) in used:
            used |= {named(experiment) for experiment in experiments_in(function)}
    assert [named(f) for f in there if named(f) not in used] == []


def test_every_image_is_used() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ("docs", "src/guide")
        for path in (HERE.root / folder).rglob("*")
        if path.suffix in {".md", ".html", ".css", ".js", ".py"}
    ]
    texts += [
        (HERE.root / name).read_text(encoding="utf-8") for name in ("mkdocs.yml", "README.md")
    ]
    images = [
        p for p in HERE.docs.rglob("*") if p.suffix in {".svg", ".png", ".jpg", ".webp", ".avif"}
    ]
    assert [image for image in images if not any(image.stem in text for text in texts)] == []


def test_labs_stand_in_the_navigation() -> None:
    navigation = (HERE.root / "mkdocs.yml").read_text(encoding="utf-8")
    for lab in (HERE.docs / "practice").glob("*.py"):
        assert f"practice/{lab.name}" in navigation
        ast.parse(lab.read_text(encoding="utf-8"))


def test_the_folders_of_a_chapter_bear_its_name() -> None:
    chapters = {path.stem for path in (HERE.docs / "learn").glob("*.md")}
    folders = {path.name for path in HERE.snippets.iterdir() if path.is_dir()}
    assert folders <= chapters | {"install", "play-python"}  # which are pages of their own
    assert Path(HERE.docs / "learn").is_dir()
