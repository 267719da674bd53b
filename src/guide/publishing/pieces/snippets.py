"""Runs snippets statement by statement and compares their results with what they print."""

import ast
import contextlib
import io
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from guide.errors import MismatchError, PublishingError
from guide.publishing.pieces.sections import Section

RESULT = "#> "

FRAMEWORKS = {"torch": "PyTorch", "keras": "Keras", "sklearn": "scikit-learn"}
"""What a snippet may import that the build does without: `make test-frameworks` runs it then."""


@dataclass(frozen=True)
class Statement:
    """A top-level statement of a snippet and what it printed.

    Attributes:
        last: Its last line, counted from 1.
        written: The result lines that stand under it in the file.
        printed: The lines that it printed when it ran.
    """

    last: int
    written: tuple[str, ...]
    printed: tuple[str, ...]


def as_written(code: ast.Module) -> ast.Module:
    """Return code as it is."""
    return code


def run(
    source: str, path: str, change: Callable[[ast.Module], ast.Module] = as_written
) -> list[Statement]:
    """Run a snippet and return its statements with what each printed.

    Args:
        source: The text of the script.
        path: Its name in messages.
        change: What to do with each statement before it runs.

    Raises:
        PublishingError: A statement raises, warns or leaves the interpreter; the message names the
            line of the snippet.
    """
    lines = source.splitlines()
    body = _parsed(source, path).body
    namespace: dict[str, object] = {"__name__": "__main__", "__file__": path}
    statements = []
    with _clean_room():
        for node in body:
            last = node.end_lineno or node.lineno
            code = change(ast.Module([node], []))
            printed = tuple(_execute(code, namespace, path).splitlines())
            statements.append(Statement(last, _results_after(lines, last), printed))
    return statements


@cache  # of the text alone
def frameworks_in(source: str, path: str) -> tuple[str, ...]:
    """Return the frameworks that a snippet imports, by the names of their packages.

    Raises:
        PublishingError: It is no Python; the message names the line.
    """
    imported: set[str] = set()
    for node in ast.walk(_parsed(source, path)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.partition(".")[0])
    return tuple(name for name in FRAMEWORKS if name in imported)


def compare(source: str, path: str) -> int:
    """Run a snippet, compare its results with what it prints, and return how many there are.

    Raises:
        PublishingError: It fails, or a result in it is not what it prints.
    """
    statements = run(source, path)
    for fault in differences(source, path, statements):
        raise fault
    return sum(bool(statement.printed) for statement in statements)


def differences(
    source: str, path: str, statements: Sequence[Statement]
) -> Iterator[PublishingError]:
    """Yield an error for each result in a snippet that is not what its statements printed."""
    for statement in statements:
        if statement.written != statement.printed:
            said, is_ = _joined(statement.written), _joined(statement.printed)
            message = f"the file says {said}, running it prints {is_}; `make refresh` rewrites it"
            here = " ".join(statement.printed) or "nothing"
            yield MismatchError(path, statement.last + 1, message, here)
    owned = {
        statement.last + 1 + n for statement in statements for n in range(len(statement.written))
    }
    for number, text in enumerate(source.splitlines(), start=1):
        if text.lstrip().startswith("#>") and number not in owned:
            message = "a result stands here, but no top-level statement that prints is above it"
            yield PublishingError(path, number, message)


def compare_ran(
    source: str, path: str, statements: Sequence[Statement], part: Section | None
) -> None:
    """Compare all results of a snippet with what it printed; those of a section come first.

    Raises:
        MismatchError: One is not; its `here` is empty where it stands outside of the section.
    """
    faults = [*differences(source, path, statements)]
    for fault in faults:
        if part is None or part.first <= fault.line <= part.last + 1:
            raise fault
    if faults:
        raise MismatchError(path, faults[0].line, faults[0].message, "")


def refreshed(source: str, path: str) -> str:
    """Return the snippet with its results replaced by what it prints now."""
    lines = source.splitlines()
    for statement in reversed(run(source, path)):
        end = statement.last + len(statement.written)
        lines[statement.last : end] = [(RESULT + text).rstrip() for text in statement.printed]
    return "\n".join(lines) + "\n"


def results_in(source: str, section: Section | None = None) -> int:
    """Count the statements of a section (or of the whole file) that show a result."""
    lines = ["", *source.splitlines()]
    first, last = (section.first, section.last) if section else (1, len(lines) - 1)
    shown = [number for number in range(first, last + 1) if lines[number].startswith("#>")]
    return sum(number - 1 not in shown for number in shown)


def _parsed(source: str, path: str) -> ast.Module:
    try:
        return ast.parse(source, path)
    except SyntaxError as error:
        raise PublishingError(path, error.lineno or 1, f"SyntaxError: {error.msg}") from error


def _results_after(lines: list[str], last: int) -> tuple[str, ...]:
    found = []
    for text in lines[last:]:
        if not text.startswith("#>"):
            break
        found.append(text.removeprefix("#>").removeprefix(" "))
    return tuple(found)


def _joined(lines: tuple[str, ...]) -> str:
    return repr("\n".join(lines)) if lines else "nothing"


def _execute(code: ast.Module, namespace: dict[str, object], path: str) -> str:
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(code, path, "exec"), namespace)  # noqa: S102  (the project's own snippets)
    except (Exception, SystemExit) as error:
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path
        ]
        first = code.body[0].lineno
        line = (frames[-1].lineno if frames else None) or first
        raise PublishingError(path, line, f"{type(error).__name__}: {error}") from error
    return output.getvalue()


@contextlib.contextmanager
def _clean_room() -> Iterator[None]:
    """Keep what a snippet sets (print options, error handling, warnings) from the next one."""
    with np.printoptions(), np.errstate(), warnings.catch_warnings():
        warnings.simplefilter("error")
        # Keras 3.15 turns its own arrays into NumPy's in an outdated way.
        outdated = "__array__ implementation doesn't accept a copy keyword"
        warnings.filterwarnings("ignore", outdated, DeprecationWarning, r"keras\.src\.")
        yield
