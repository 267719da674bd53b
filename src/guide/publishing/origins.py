"""The functions that stand behind pieces: which they are, where they are, and what they say."""

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from guide.publishing.chapter_functions import module_with
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.tables.table import Table

_ROOMS = {"figure": "figures", "table": "tables", "number": "experiments"}
_EXPERIMENTS = re.compile(r"guide\.(chapters\.\w+\.)?experiments\b")


def module_of(piece: Piece) -> str:
    """Return the module behind a piece: `guide.chapters.losses.figures` for `losses/huber`.

    Raises:
        PublishingError: The chapter has no function of the name that the page gives, or two.
    """
    chapter, name = _names(piece)
    try:
        return module_with(chapter, _ROOMS[piece.kind], name)
    except LookupError as error:
        raise piece.fault(f"{piece.kind} {piece.reference!r}: {error}") from error


def figure_of(piece: Piece) -> Callable[..., Any]:
    """Return the function that draws a figure: `activations/sigmoid-slope` is `sigmoid_slope`."""
    return _function(piece)


def builder_of(piece: Piece) -> Callable[[], Table]:
    """Return the function that builds a table: `activations.facts` is `facts`."""
    return _function(piece)


def experiment_of(piece: Piece) -> Callable[..., object]:
    """Return the function that computes a number: `xor.solved.percent` is a field of `solved`."""
    return _function(piece)


def path_of(piece: Piece) -> tuple[str, str]:
    """Return the experiment that a number names, and its path into what that returns."""
    parts = re.match(r"([^.\[]*\.[^.\[]*)(.*)", piece.reference)
    return (parts[1], parts[2]) if parts else (piece.reference, "")


def _names(piece: Piece) -> tuple[str, str]:
    """Return the chapter and the function that a page names."""
    chapter, name, *_ = [*re.split(r"[/.\[]", piece.reference), ""]
    return chapter.replace("-", "_"), name.replace("-", "_")


def what_computes(function: Callable[..., object]) -> str:
    """Say what a function computes: the first lines of its docstring, and its seed count."""
    summary = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
    seeds = inspect.signature(function).parameters.get("seeds")
    count = seeds.default if seeds else None
    return f"{summary} Computed over {count:,} seeds." if isinstance(count, int) else summary


def place_of(function: Callable[..., object], project: Project) -> tuple[str, int]:
    """Return the file and line of a function, as seen from the root."""
    plain = inspect.unwrap(function)
    path = Path(inspect.getsourcefile(plain) or "").resolve()
    return project.relative(path), plain.__code__.co_firstlineno


def experiments_in(function: Callable[..., object]) -> list[Callable[..., object]]:
    """Return the experiments that a figure or table calls, by reading its source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    names = dict(inspect.getmodule(inspect.unwrap(function)).__dict__)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.pop(node.id, None)  # in this function, it is a variable
    found: dict[str, Callable[..., object]] = {}
    for node in ast.walk(tree):
        value = None
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = names.get(node.value.id)
            value = getattr(module, node.attr, None) if isinstance(module, ModuleType) else None
        elif isinstance(node, ast.Name):
            value = names.get(node.id)
        if inspect.isfunction(value) and _EXPERIMENTS.match(value.__module__):
            found[value.__name__] = value
    return list(found.values())


def what_draws(function: Callable[..., object]) -> str:
    """Say what a figure or table shows: its own docstring, then those of its experiments."""
    own = what_computes(function)
    return " ".join([own, *(what_computes(experiment) for experiment in experiments_in(function))])


def _function(piece: Piece) -> Callable[..., Any]:
    _, name = _names(piece)
    function: Callable[..., Any] = getattr(importlib.import_module(module_of(piece)), name)
    return function
