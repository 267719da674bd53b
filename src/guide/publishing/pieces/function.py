"""Pieces that a function of `guide` stands behind: which it is, where it is, and what it says."""

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from guide.publishing.pieces.chapter_functions import functions_in, module_with
from guide.publishing.pieces.piece import Piece, Proof
from guide.publishing.project import Project

_EXPERIMENTS = re.compile(r"guide\.(chapters\.\w+\.)?experiments\b")


class FunctionPiece(Piece):
    """A piece that a function computes, draws or builds.

    Attributes:
        room: What the function does in its chapter: `experiments`, `figures` or `tables`.
    """

    room: ClassVar[str]

    @property
    def names(self) -> tuple[str, str]:
        """The chapter and the function that the page names: `losses` and `huber`."""
        chapter, name, *_ = [*re.split(r"[/.\[]", self.reference), ""]
        return chapter.replace("-", "_"), name.replace("-", "_")

    def source(self, project: Project | None = None) -> tuple[str, Path]:
        """Return the module of the function, `guide.chapters.losses.figures`, and its file.

        Args:
            project: The build, which looks once into each chapter.

        Raises:
            PublishingError: The chapter has no function of the name that the page gives, or two.
        """
        chapter, name = self.names
        try:
            look_up = project.functions_in if project else functions_in
            return module_with(chapter, self.room, name, look_up)
        except LookupError as error:
            raise self.fault(f"{self.kind} {self.reference!r}: {error}") from error

    def function(self) -> Callable[..., Any]:
        """Return the function.

        Raises:
            PublishingError: There is none.
        """
        module, _ = self.source()
        function: Callable[..., Any] = getattr(importlib.import_module(module), self.names[1])
        return function

    def result(self) -> Any:  # noqa: ANN401  (an experiment may return anything)
        """Call the function, and return what it does.

        Raises:
            PublishingError: There is none, or it fails.
        """
        function = self.function()
        try:
            return function()
        except Exception as error:
            name = f"{function.__module__}.{function.__name__}"
            raise self.fault(f"{name} raised {type(error).__name__}: {error}") from error

    def proof_by_function(
        self, mark: str, says: Callable[[Callable[..., object]], str], project: Project
    ) -> Proof:
        """Return a proof that names the function and what it says of itself."""
        function = self.function()
        return Proof(mark, says(function), *place_of(function, project))


def what_computes(function: Callable[..., object]) -> str:
    """Say what a function computes: the first lines of its docstring, and its seed count."""
    summary = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
    seeds = inspect.signature(function).parameters.get("seeds")
    count = seeds.default if seeds else None
    return f"{summary} Computed over {count:,} seeds." if isinstance(count, int) else summary


def what_draws(function: Callable[..., object]) -> str:
    """Say what a figure or table shows: its own docstring, then those of its experiments."""
    own = what_computes(function)
    return " ".join([own, *(what_computes(experiment) for experiment in experiments_in(function))])


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
