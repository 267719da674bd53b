"""The Python expression in a header: what of the package an equation is compared with."""

import ast
import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from guide.publishing.equations.source import KINDS, HeaderLine, Use
from nnbyhand.shapes import NDArray

_MODULES = {"nnbyhand", "numpy"}
_DERIVATIVE = re.compile(r"(?P<package>.+) of (?P<file>[\w-]+\.tex)")


@dataclass(frozen=True)
class PackageExpression:
    """A Python expression over the package and NumPy.

    Attributes:
        text: The expression, such as `nnbyhand.ELU(alpha=alpha)(z)`.
        line: The header line in which it stands.
    """

    text: str
    line: HeaderLine

    def tree(self) -> ast.expr:
        """Return its syntax tree.

        Raises:
            PublishingError: It is no Python expression, or calls nothing of the package.
        """
        try:
            tree = ast.parse(self.text, mode="eval").body
        except SyntaxError as error:
            raise self.line.refuse(f"{self.text!r} is no Python expression") from error
        if not any(isinstance(node, ast.Name) and node.id == "nnbyhand" for node in ast.walk(tree)):
            raise self.line.refuse(f"{self.text!r} calls nothing of nnbyhand")
        return tree

    def variables(self) -> set[str]:
        """Return the names in it that are no modules."""
        names = {node.id for node in ast.walk(self.tree()) if isinstance(node, ast.Name)}
        return names - _MODULES

    def function(self) -> str:
        """Return what it calls, without arguments: `nnbyhand.ELU`."""
        return _called(self.tree())

    def evaluate(self, sample: Mapping[str, object], shape: tuple[int, ...]) -> NDArray[np.float64]:
        """Compute it.

        Args:
            sample: The values of its variables.
            shape: The shape that the values of the equation have.

        Raises:
            PublishingError: It raises, or gives another shape.
        """
        # Looked up anew: a development server reads the package again after each edit.
        modules = {name: importlib.import_module(name) for name in _MODULES}
        try:
            value = eval(self.text, {**modules, **sample})  # noqa: S307  (a file of this repository)
            result = np.asarray(value, dtype=float)
        except Exception as error:
            message = f"{self.text} raised {type(error).__name__}: {error}"
            raise self.line.refuse(message) from error
        if result.ndim == 0:  # the same for all input, which then must hold for the equation too
            result = np.broadcast_to(result, shape)
        if result.shape != shape:
            message = f"{self.text} has shape {result.shape} where the equation has {shape}"
            raise self.line.refuse(message)
        return result


def read_claim(check: HeaderLine) -> tuple[PackageExpression, Use | None]:
    """Read what a header line compares an equation with: the package, and perhaps another file.

    Raises:
        PublishingError: The line of a derivative names no other file.
    """
    if check.key != "derivative":
        return PackageExpression(check.text, check), None
    match = _DERIVATIVE.fullmatch(check.text)
    if match is None:
        raise check.refuse(f"cannot read {check.text!r}; write {KINDS['derivative']}")
    return PackageExpression(match["package"], check), Use(match["file"], check)


def _called(node: ast.expr) -> str:
    """Return the dotted name of what an expression calls, arguments left out."""
    match node:
        case ast.Call(func=function):
            return _called(function)
        case ast.Attribute(value=value, attr=name):
            return f"{_called(value)}.{name}"
    return ast.unparse(node)
