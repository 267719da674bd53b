"""Checks equations that a Python file beside them writes out in plain loops."""

import ast
import inspect
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from guide.files import read_text
from guide.publishing.equations.comparison import EquationCheck, Named, Place, compare
from guide.publishing.equations.sampling import Array
from guide.publishing.equations.source import Equation

DRAWS = 100
"""The number of random inputs on which a transcription is compared; loops are slow."""

_PARTS = ("inputs", "equation", "package")
_Part = Callable[..., Any]


def check_transcription(equation: Equation, rng: np.random.Generator) -> EquationCheck:
    """Compare `equation` and `package` of the Python file on random input.

    Raises:
        PublishingError: They differ, one of them fails, or `equation` quotes other LaTeX.
    """
    equation.tokens()
    line = equation.header.check
    path = equation.path.with_suffix(".py")
    if line.text != path.name:
        raise line.refuse(f"a transcription has its equation's name, {path.name}, not {line.text}")
    if not path.is_file():
        raise line.refuse(f"there is no Python file {line.text} beside this file")
    parts = _load(path, equation)
    quoted = "".join((parts["equation"].__doc__ or "").split())
    if "".join(equation.latex.split()) not in quoted:
        message = (
            f"the docstring of equation() in {line.text} must quote this LaTeX, so that one is not"
            " changed without the other: compare them, then copy it there"
        )
        raise equation.refuse(message)
    worst = max(_difference(parts, rng, equation) for _ in range(DRAWS))
    return EquationCheck("transcription", _functions(path), DRAWS, worst)


def _load(path: Path, equation: Equation) -> dict[str, _Part]:
    line = equation.header.check
    try:
        scope = runpy.run_path(str(path))
    except Exception as error:
        message = f"{line.text} raised {type(error).__name__}: {error}"
        raise line.refuse(message) from error
    missing = [name for name in _PARTS if not inspect.isfunction(scope.get(name))]
    if missing:
        raise line.refuse(f"{line.text} lacks the function {missing[0]}")
    return {name: scope[name] for name in _PARTS}


def _difference(parts: dict[str, _Part], rng: np.random.Generator, equation: Equation) -> float:
    line = equation.header.check
    try:
        inputs = parts["inputs"](rng)
        ours, theirs = (_arrays(parts[name](**inputs)) for name in ("equation", "package"))
    except Exception as error:
        message = f"{line.text} raised {type(error).__name__}: {error}"
        raise line.refuse(message) from error
    shapes = [[array.shape for array in arrays] for arrays in (ours, theirs)]
    if shapes[0] != shapes[1]:
        message = f"{line.text}: equation() has shapes {shapes[0]}, package() has {shapes[1]}"
        raise line.refuse(message)
    pairs = zip(ours, theirs, strict=True)
    return max(
        compare(Named("equation()", own), Named("package()", other), _entry, equation)
        for own, other in pairs
    )


def _arrays(result: object) -> list[Array]:
    results = result if isinstance(result, tuple) else (result,)
    return [np.asarray(each, dtype=float) for each in results]


def _entry(place: Place) -> str:
    return f"at entry [{', '.join(str(position) for position in place)}]"


def _functions(path: Path) -> str:
    tree = ast.parse(read_text(path))
    aliases = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "nnbyhand"
    }
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    nodes = [node for each in functions if each.name == "package" for node in ast.walk(each)]
    names = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    dotted = (name.partition(".") for name in names if "(" not in name)
    found = {name for module, _, name in dotted if module in aliases}
    return " and ".join(f"nnbyhand.{name}" for name in sorted(found)) or "what NumPy gives"
