"""What `help()` and editors show of a call: types by their names, as the source writes them."""

import importlib
import inspect
import pydoc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest

import nnbyhand as nn

COLUMNS = 80
MOST_LINES = 8
SPELLED_OUT = ("numpy.ndarray[", "np.ndarray[", "ForwardRef(", "Union[")
FOLDER = Path(nn.__file__).parent
FILES = [path.relative_to(FOLDER.parent).with_suffix("") for path in FOLDER.rglob("[!_]*.py")]
MODULES = sorted(".".join(file.parts) for file in FILES)
CALLS = [name for name in nn.__all__ if callable(getattr(nn, name))]


def loaded(name: str) -> ModuleType:
    return importlib.import_module(name)


def own_functions(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """Yield every function and method of a module, those that dataclasses make included."""
    for thing in vars(module).values():
        if getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isclass(thing):
            parts = [
                part.fget if isinstance(part, property) else part for part in vars(thing).values()
            ]
            yield from filter(inspect.isfunction, parts)
        elif inspect.isfunction(thing):
            yield thing


def lines(name: str, signature: inspect.Signature) -> int:
    return -(-len(f"{name}{signature}") // COLUMNS)


@pytest.mark.parametrize("name", CALLS)
def test_a_signature_fits_a_few_lines(name: str) -> None:
    assert lines(name, inspect.signature(getattr(nn, name))) <= MOST_LINES


@pytest.mark.parametrize("name", CALLS)
def test_help_spells_no_alias_out(name: str) -> None:
    told = pydoc.plain(pydoc.render_doc(getattr(nn, name)))
    assert [found for found in SPELLED_OUT if found in told] == []


def test_help_names_types_as_the_source_does() -> None:
    told = pydoc.plain(pydoc.render_doc(nn.train)).replace("'", "")
    assert "network: Network" in told
    assert "validation: tuple[Numbers, Numbers] | float | None = None" in told


@pytest.mark.parametrize("module", MODULES)
def test_every_type_can_be_found_where_it_is_checked(module: str) -> None:
    """Types are texts until they are asked for; one that means nothing would check nothing.

    So it would be with the fields that a dataclass has from a base in another module: the types of
    its `__init__` are looked for in its own.
    """
    functions = [*own_functions(loaded(module))]
    for function in map(inspect.unwrap, functions):
        get_type_hints(function, function.__globals__, include_extras=True)
