"""What a method ignores, or leaves unsaid, is what its base class asks for and says."""

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import nnbyhand as nn

FOLDER = Path(nn.__file__).parent
FILES = [path.relative_to(FOLDER.parent).with_suffix("") for path in FOLDER.rglob("[!_]*.py")]
MODULES = [importlib.import_module(".".join(file.parts)) for file in sorted(FILES)]


def methods() -> Iterator[tuple[type, str, FunctionType]]:
    """Yield the methods that the package itself writes, each with its class."""
    for module in MODULES:
        for kind in vars(module).values():
            if not inspect.isclass(kind) or kind.__module__ != module.__name__:
                continue
            for name, method in vars(kind).items():
                written = inspect.unwrap(method) if inspect.isfunction(method) else None
                if written and written.__code__.co_filename == module.__file__:
                    yield kind, name, written


def ignored(method: FunctionType) -> set[str]:
    """Return the arguments that a method with a body of its own never looks at."""
    node = ast.parse(textwrap.dedent(inspect.getsource(method))).body[0]
    assert isinstance(node, ast.FunctionDef)
    body = node.body[ast.get_docstring(node) is not None :]
    if all(isinstance(statement, ast.Expr) for statement in body):  # abstract: it has none
        return set()
    names = {each.id for part in body for each in ast.walk(part) if isinstance(each, ast.Name)}
    return {*inspect.signature(method).parameters} - names - {"self", "cls"}


def shared(kind: type, name: str) -> list[type]:
    """Return the classes of a family that have a method of this name, but for the class itself."""
    family = [*kind.__mro__[1:], *kind.__subclasses__()]
    return [other for other in family if name in vars(other)]


def test_an_argument_that_a_method_ignores_is_one_of_its_family() -> None:
    found = [(kind, name, ignored(method)) for kind, name, method in methods()]
    assert sum(bool(arguments) for _, _, arguments in found) > 10
    assert [
        f"{kind.__name__}.{name} ignores {arguments}"
        for kind, name, arguments in found
        if arguments and not shared(kind, name)
    ] == []


def test_a_public_method_says_what_it_does_or_its_base_does() -> None:
    found = [(kind, name) for kind, name, _ in methods() if not name.startswith("_")]
    assert len(found) > 50
    assert [
        f"{kind.__name__}.{name}"
        for kind, name in found
        if not inspect.getdoc(getattr(kind, name))
        and not any(f"``{name}``" in (base.__doc__ or "") for base in kind.__mro__)
    ] == []


def test_no_module_calls_what_is_private_to_another() -> None:
    own = {"_fields", "_repr_svg_"}  # names that Python and notebooks ask for
    for module in MODULES:
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        others = [
            f"{module.__name__}:{node.lineno} {ast.unparse(node)}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr.startswith("_")
            and not node.attr.startswith("__")
            and node.attr not in own
            and ast.unparse(node.value) not in {"self", "cls", "super()"}
        ]
        others += [
            f"{module.__name__}:{node.lineno} {name.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for name in node.names
            if name.name.startswith("_")
        ]
        assert others == []
