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

from guide.publishing.pieces.page_text import Piece
from guide.publishing.project import Project
from guide.tables.table import Table

_FOLDERS = {"figure": "figures", "table": "tables", "number": "experiments"}


def module_of(piece: Piece) -> str:
    """Return the module behind a piece: `guide.figures.losses` for `losses/huber`."""
    chapter = re.split("[/.]", piece.reference)[0]
    return f"guide.{_FOLDERS[piece.kind]}.{chapter.replace('-', '_')}"


def figure_of(piece: Piece) -> Callable[..., Any]:
    """Return the function that draws a figure: `activations/sigmoid-slope` is `sigmoid_slope`."""
    return _function(piece, piece.reference.partition("/")[2].replace("-", "_"))


def builder_of(piece: Piece) -> Callable[[], Table]:
    """Return the function that builds a table: `activations.facts` is `facts`."""
    return _function(piece, piece.reference.partition(".")[2])


def experiment_of(piece: Piece) -> Callable[..., object]:
    """Return the function that computes a number: `xor.solved.percent` is a field of `solved`."""
    return _function(piece, [*piece.reference.split("."), ""][1])


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


def what_draws(function: Callable[..., object]) -> str:
    """Say what a figure or table shows: its own docstring, then those of its experiments."""
    own = what_computes(function)
    return " ".join([own, *(what_computes(experiment) for experiment in experiments_in(function))])


def _function(piece: Piece, name: str) -> Callable[..., Any]:
    module_name = module_of(piece)
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
