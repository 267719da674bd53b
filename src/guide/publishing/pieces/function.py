"""Pieces that a function of `guide` stands behind: which it is, where it is, and what it says."""

import ast
import importlib
import inspect
import re
import textwrap
from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

from guide.publishing.pieces.piece import Piece, Proof
from guide.publishing.project import Project


class FunctionPiece(Piece):
    """A piece that a function computes, draws or builds.

    Attributes:
        folder: The folder of `guide` in which the functions of its kind are.
    """

    folder: ClassVar[str]

    @property
    @abstractmethod
    def name(self) -> str:
        """The name of the function."""

    @property
    def module(self) -> str:
        """The module of the function: `guide.figures.losses` for `losses/huber`."""
        chapter = re.split("[/.]", self.reference)[0]
        return f"guide.{self.folder}.{chapter.replace('-', '_')}"

    def source(self, project: Project) -> Path:
        """Return the file of the module.

        Raises:
            PublishingError: There is none.
        """
        place = project.memory.sources.place(self.module)
        if place is None:
            raise self.fault(self._without(self.module))
        return place

    def _without(self, module: str | None) -> str:
        return f"{self.kind} {self.reference!r}: there is no module {module}"

    def function(self) -> Callable[..., Any]:
        """Return the function.

        Raises:
            PublishingError: There is none.
        """
        try:
            module = importlib.import_module(self.module)
        except ModuleNotFoundError as error:
            raise self.fault(self._without(error.name)) from error
        function = getattr(module, self.name, None)
        if not re.fullmatch(r"[a-z]\w*", self.name) or not inspect.isfunction(function):
            message = f"{self.kind} {self.reference!r}: {self.module} has no function {self.name!r}"
            raise self.fault(message)
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
