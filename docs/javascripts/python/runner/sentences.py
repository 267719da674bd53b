"""One plain sentence on what an error means, for the mistakes that learners make most."""

import builtins
import difflib
import re
import sys
from collections.abc import Iterable, Mapping

from runner import array_mistakes, mistakes, syntax_mistakes
from runner.patterns import said_of

_MODULES = {"matplotlib", "nnbyhand", "numpy"}
_ABSENT = {
    "jax": "JAX",
    "keras": "Keras",
    "pandas": "pandas",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "tensorflow": "TensorFlow",
    "torch": "PyTorch",
}
_CUSTOMARY = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "nn": "import nnbyhand as nn",
}
_MOST_CHARACTERS = 500  # of a message that are looked at: it may hold a whole array
_OF_ARRAYS = {"T", "argmax", "dot", "max", "mean", "min", "ndim", "reshape", "shape", "size", "sum"}
_SUGGESTED = re.compile(r"Did you mean:? '(?P<name>[\w.]+)'\?\s*$")


def sentence_of(error: BaseException, names: Mapping[str, object], told: str) -> str:
    """Return a sentence; empty where the error's own words are plain enough, or it is rare.

    Args:
        error: The error.
        names: The names that the code knows, and their values.
        told: The traceback, which may end with what CPython suggests.
    """
    suggested = _SUGGESTED.search(told)
    near = suggested["name"] if suggested else ""
    if isinstance(error, SyntaxError):
        return _of_syntax(error)
    if isinstance(error, NameError) and not isinstance(error, UnboundLocalError):
        return _of_name(error.name or "", near, names)
    if isinstance(error, ModuleNotFoundError):
        return _of_module((error.name or "").partition(".")[0])
    if isinstance(error, AttributeError):
        return _of_attribute(error, near)
    text = f"{type(error).__name__}: {error}"
    hidden = [name for name in names if _hides_function(name, names[name])]
    if hidden and "object is not callable" in text:
        name = hidden[0]
        return (
            f"{name} is the name of a value now, which hides Python’s function: write del {name}."
        )
    return said_of(text[:_MOST_CHARACTERS], (*array_mistakes.MESSAGES, *mistakes.MESSAGES))


def _hides_function(name: str, value: object) -> bool:
    return callable(getattr(builtins, name, None)) and not callable(value)


def _of_syntax(error: SyntaxError) -> str:
    at_line = said_of(error.text or "", syntax_mistakes.LINES, line=error.lineno)
    return at_line or said_of(error.msg or "", syntax_mistakes.MESSAGES, line=error.lineno)


def _of_name(name: str, near: str, names: Iterable[str]) -> str:
    if name in _CUSTOMARY:
        return f"{name} is the customary name of a library: write {_CUSTOMARY[name]} first."
    if name in sys.stdlib_module_names:
        return f"{name} is a module of Python’s library: write import {name} first."
    near = near or _nearest(name, [*names, *dir(builtins)])
    if near:
        return (
            f"There is no name {name} here: do you mean {near}, or is it text, which stands in "
            "quotation marks?"
        )
    return (
        f"Nothing that has run has made the name {name}: run the block that makes it first; text "
        "stands in quotation marks."
    )


def _of_module(name: str) -> str:
    has = "Python’s standard library, NumPy, Matplotlib and nnbyhand"
    if name in _ABSENT:
        return f"{_ABSENT[name]} is not in this page, which has {has}: run this on your computer."
    if name in sys.stdlib_module_names:
        return said_of(name, mistakes.MESSAGES) or f"Python in a browser has no module {name}."
    near = _nearest(name, _MODULES) or _nearest(name, sys.stdlib_module_names)
    if near:
        return f"There is no module {name} here; do you mean {near}?"
    return f"There is no module {name} in this page, which has {has}."


def _of_attribute(error: AttributeError, near: str) -> str:
    name, value = error.name or "", error.obj
    if not name:
        return ""
    if value is None:
        return f"What stands before .{name} is None: {mistakes.ON_NONE}."
    if isinstance(value, list | tuple) and name in _OF_ARRAYS:
        kind = type(value).__name__
        return f"A {kind} has no {name}, but an array has: make it one, as in np.array(values)."
    if type(value).__name__ == "JsProxy":  # of Pyodide's module js
        return said_of(f"js.{name}", mistakes.MESSAGES)
    near = near or _nearest(name, dir(value))
    return f"It has no {name}; do you mean {near}?" if near else ""


def _nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that is most like another one; empty where none is much like it."""
    return next(iter(difflib.get_close_matches(name, names, 1, 0.75)), "")
