"""Proves one piece of a page and says, for readers, what proved it."""

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from guide.publishing.cache import remembered
from guide.publishing.drawing import Drawing, FigureFunction, draw
from guide.publishing.equations import check_equation
from guide.publishing.numbers import check_number, experiment_of
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.publishing.snippets import compare, results_in, section
from guide.tables.table import Table


@dataclass(frozen=True)
class Proof:
    """What stands behind a piece of a page.

    Attributes:
        mark: A few words to stand beside the piece.
        sentence: What was computed or compared, over how many seeds or inputs.
        source: The file that did it, as seen from the root.
        line: The line of that file.
    """

    mark: str
    sentence: str
    source: str
    line: int


def prove(piece: Piece, project: Project) -> Proof:
    """Prove a piece of a page.

    Raises:
        PublishingError: What the page shows is not what running, drawing or computing gives.
    """
    return _PROVERS[piece.kind](piece, project)


def _prove_code(piece: Piece, project: Project) -> Proof:
    name, part = section(project.snippets, piece.reference, f"docs/{piece.page}", piece.line)
    source = (project.snippets / name).read_text(encoding="utf-8")
    path = f"snippets/{name}"
    remembered(project, "snippets", (path, source), lambda: compare(source, path))
    count = results_in(source, part)
    results = f"{count} result{'s' * (count != 1)} compared" if count else "nothing printed"
    sentence = (
        f"The build ran this code from {path}; {results} with what it prints, to the last digit."
    )
    if not count:
        sentence = f"The build ran this code from {path}, and it ended without an error."
    return Proof(f"ran: {results}" if count else "ran", sentence, path, part.first if part else 1)


def _prove_equation(piece: Piece, project: Project) -> Proof:
    path = project.snippets / piece.reference
    if not path.is_file():
        raise piece.fault(f"there is no snippets/{piece.reference} to include")
    chapter = sorted([*path.parent.glob("*.tex"), *path.parent.glob("*.py")])
    key = (piece.reference, *(file.read_text(encoding="utf-8") for file in chapter))
    check = remembered(project, "equations", key, lambda: check_equation(path, project.root))
    return Proof(check.mark(), check.sentence(), f"snippets/{piece.reference}", 1)


def _prove_number(piece: Piece, project: Project) -> Proof:
    check_number(piece)
    function = experiment_of(piece)
    return Proof("computed", what_computes(function), *place_of(function, project))


def _prove_figure(piece: Piece, project: Project) -> Proof:
    drawing_of(piece, project)
    function = figure_of(piece)
    return Proof("drawn at build", _drawn_from(function), *place_of(function, project))


def _prove_table(piece: Piece, project: Project) -> Proof:
    function = builder_of(piece)
    table_of(piece)
    return Proof("built from the package", _drawn_from(function), *place_of(function, project))


_PROVERS: dict[str, Callable[[Piece, Project], Proof]] = {
    "code": _prove_code,
    "equation": _prove_equation,
    "number": _prove_number,
    "figure": _prove_figure,
    "table": _prove_table,
}


def figure_of(piece: Piece) -> FigureFunction:
    """Return the function that draws a figure: `activations/sigmoid-slope` is `sigmoid_slope`."""
    chapter, _, name = piece.reference.rpartition("/")
    function: FigureFunction = _function(
        piece, f"guide.figures.{chapter.replace('-', '_')}", name.replace("-", "_")
    )
    return function


def builder_of(piece: Piece) -> Callable[[], Table]:
    """Return the function that builds a table: `activations.facts` is `facts`."""
    chapter, _, name = piece.reference.partition(".")
    function: Callable[[], Table] = _function(
        piece, f"guide.tables.{chapter.replace('-', '_')}", name
    )
    return function


def drawing_of(piece: Piece, project: Project) -> Drawing:
    """Draw a figure of a page, or take it from the cache."""
    if len(piece.text.strip()) < 40:  # noqa: PLR2004  (a sentence, not a word)
        raise piece.fault(
            f"the figure's alternative text {piece.text!r} is too short to stand for the picture"
        )
    function = figure_of(piece)
    name = piece.reference.replace("/", "-")
    return remembered(project, "figures", (name,), lambda: draw(function, name))


def table_of(piece: Piece) -> Table:
    """Build a table of a page."""
    function = builder_of(piece)
    try:
        return function()
    except Exception as error:
        raise piece.fault(
            f"{function.__module__}.{function.__name__} raised {type(error).__name__}: {error}"
        ) from error


def what_computes(function: Callable[..., object]) -> str:
    """Say what a function computes: the first lines of its docstring, and its seed count."""
    summary = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
    seeds = inspect.signature(function).parameters.get("seeds")
    return summary if seeds is None else f"{summary} Computed over {seeds.default:,} seeds."


def place_of(function: Callable[..., object], project: Project) -> tuple[str, int]:
    """Return the file and line of a function, as seen from the root."""
    plain = inspect.unwrap(function)
    path = Path(inspect.getsourcefile(plain) or "")
    return project.relative(path), inspect.getsourcelines(plain)[1]


def experiments_in(function: Callable[..., object]) -> list[Callable[..., object]]:
    """Return the experiments that a figure or table calls, by reading its source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    names = inspect.getmodule(inspect.unwrap(function)).__dict__
    found: dict[str, Callable[..., object]] = {}
    for node in ast.walk(tree):
        value = None
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = names.get(node.value.id)
            value = getattr(module, node.attr, None) if isinstance(module, ModuleType) else None
        elif isinstance(node, ast.Name):
            value = names.get(node.id)
        if inspect.isfunction(value) and value.__module__.startswith("guide.experiments."):
            found[value.__name__] = value
    return list(found.values())


def _drawn_from(function: Callable[..., object]) -> str:
    own = what_computes(function)
    return " ".join([own, *(what_computes(experiment) for experiment in experiments_in(function))])


def _function(piece: Piece, module_name: str, name: str) -> Callable[..., Any]:
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        message = f"{piece.kind} {piece.reference!r}: there is no module {error.name}"
        raise piece.fault(message) from error
    function = getattr(module, name, None)
    if not re.fullmatch(r"[a-z]\w*", name) or not inspect.isfunction(function):
        message = f"{piece.kind} {piece.reference!r}: {module_name} has no function {name!r}"
        raise piece.fault(message)
    return function
