"""Writes the signature of an object from its source, broken into lines where it is long."""

import ast
import textwrap
from collections.abc import Iterator

import griffe
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

_COLUMNS = 60
_LONGEST_VALUE = 120


def signature_html(found: griffe.Object) -> str:
    """Return an object's signature as colored code."""
    code = highlight(signature(found), PythonLexer(), HtmlFormatter(nowrap=True)).rstrip("\n")
    return f'<div class="highlight api-signature"><pre><code>{code}</code></pre></div>'


def signature(found: griffe.Object) -> str:
    """Return how an object is called, with types and defaults, or what it is."""
    if isinstance(found, griffe.Module):
        return f"import {found.path}"
    if isinstance(found, griffe.Class):
        parameters = list(_fields(found))
        return _call(f"class {found.name}", parameters) if parameters else f"class {found.name}"
    node = _parsed(found)
    if isinstance(node, ast.FunctionDef):
        returns = _written(node.returns).strip('"')
        if isinstance(found, griffe.Attribute):  # a property
            return f"{node.name}: {returns}"
        return _call(node.name, list(_parameters(node.args)), returns)
    return _attribute(found, node)


def _parsed(found: griffe.Object | griffe.Alias) -> ast.stmt:
    """Return the statement that defines an object: the shapes in its types stand there alone."""
    return ast.parse(textwrap.dedent(found.source)).body[0]


def _attribute(found: griffe.Object, node: ast.stmt) -> str:
    if found.parent and found.parent.is_class:
        typed = node.annotation if isinstance(node, ast.AnnAssign) else None
        return _parameter(found.name, typed)
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    short = f"{found.name} = {_written(value)}"
    return short if len(short) <= _LONGEST_VALUE else found.name


def _fields(found: griffe.Class) -> Iterator[str]:
    """Yield the parameters of a class: of its `__init__`, or its fields and those of its bases."""
    members = found.all_members
    maker = found.members.get("__init__")
    if isinstance(maker, griffe.Function) and maker.lineno:
        node = _parsed(maker)
        if isinstance(node, ast.FunctionDef):  # a dataclass has one without a source of its own
            yield from _parameters(node.args)
            return
    names = [parameter.name for parameter in found.parameters if parameter.name != "self"]
    for name in names or (list(found.members) if _is_named_tuple(found) else []):
        node = _parsed(members[name])
        if isinstance(node, ast.AnnAssign):
            yield _parameter(name, node.annotation, node.value)


def _is_named_tuple(found: griffe.Class) -> bool:
    return any(str(base).endswith("NamedTuple") for base in found.bases)


def _parameters(arguments: ast.arguments) -> Iterator[str]:
    positional = [*arguments.posonlyargs, *arguments.args]
    first = len(positional) - len(arguments.defaults)
    for number, argument in enumerate(positional):
        default = arguments.defaults[number - first] if number >= first else None
        if argument.arg not in {"self", "cls"}:
            yield _parameter(argument.arg, argument.annotation, default)
    if arguments.vararg:
        yield _parameter(f"*{arguments.vararg.arg}", arguments.vararg.annotation)
    elif arguments.kwonlyargs:
        yield "*"
    for argument, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(argument.arg, argument.annotation, value)


def _parameter(name: str, annotation: ast.expr | None, default: ast.expr | None = None) -> str:
    typed = f"{name}: {_written(annotation)}" if annotation else name
    return f"{typed} = {_written(default)}" if default else typed


def _written(node: ast.expr | None) -> str:
    return ast.unparse(node).replace("'", '"') if node else ""


def _call(name: str, parameters: list[str], returns: str = "") -> str:
    result = f" -> {returns}" if returns else ""
    line = f"{name}({', '.join(parameters)}){result}"
    if len(line) <= _COLUMNS:
        return line
    rows = "".join(f"    {parameter},\n" for parameter in parameters)
    return f"{name}(\n{rows}){result}"
