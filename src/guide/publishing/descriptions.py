"""What a piece of a page is, in words that its own source gives."""

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_origin, get_type_hints

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.origins import experiment_of, path_of
from guide.publishing.pages import Piece
from guide.publishing.project import Project

_ENTRY = re.compile(r"^    (?P<fields>\w[^:\n]*): (?P<text>.+(?:\n {5,}.+)*)", re.MULTILINE)
_LEANS = re.compile(r"(?:The same|The others?|That|Those|These)\b")


def description_of(piece: Piece, project: Project) -> str:
    """Return what a piece is, where its source says more than what proves it.

    A number is described by the field of the experiment's result that it shows: under `Attributes`
    in the docstring of its class, or in that of a property. Where a page reaches further, its path
    has an entry there: `mse[10, 1]: What it is.` Code is described by the docstring of its snippet.

    Raises:
        PublishingError: The field of a number shares its description with others, leans on that of
            another, or has none; the error names the line of the class.
    """
    if piece.kind == "number":
        return _of_number(piece, project)
    if piece.kind == "code":
        source = read_text(project.snippets / piece.reference.partition(":")[0])
        return " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return ""


def _of_number(piece: Piece, project: Project) -> str:
    function, (_, path) = experiment_of(piece), path_of(piece)
    if not path:
        return ""  # the experiment computes this number alone, and says so
    result, field = _result_of(function), path.removeprefix(".")
    found = _descriptions(result).get(field, "")
    if not found or _LEANS.match(found):
        raise PublishingError(*_place(result, project), _missing(result, field, found, piece))
    return found


def _result_of(function: Callable[..., Any]) -> type:
    result = get_type_hints(inspect.unwrap(function))["return"]
    kind: type = get_origin(result) or result
    return kind


def _descriptions(result: type) -> dict[str, str]:
    """Return what fields and properties of a class say of themselves alone, those of bases too."""
    found: dict[str, str] = {}
    for part in reversed(result.__mro__):
        _, _, listed = inspect.cleandoc(part.__doc__ or "").partition("Attributes:\n")
        entries = {match["fields"]: match["text"] for match in _ENTRY.finditer(listed)}
        entries |= {
            name: value.__doc__
            for name, value in vars(part).items()
            if isinstance(value, property) and value.__doc__
        }
        found |= {name: " ".join(text.split()) for name, text in entries.items()}
    return found


def _missing(result: type, field: str, found: str, piece: Piece) -> str:
    of = f"{result.__name__}.{field}, which data-number={piece.reference!r} prints,"
    if found:
        return f"{of} is described by {found!r}, which needs its neighbors; say what it is alone"
    return (
        f"{of} has no description of its own, which its proof shows; write `{field}: What it is.` "
        "on a line of its own under `Attributes:`"
    )


def _place(result: type, project: Project) -> tuple[str, int]:
    path = Path(inspect.getsourcefile(result) or "").resolve()
    return project.relative(path), inspect.getsourcelines(result)[1]
