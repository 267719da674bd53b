"""Runs one block of code in its space, and tells how it ended."""

import ast
import contextlib
from collections.abc import Callable, Iterator

from runner.names import made, needed
from runner.output import Write
from runner.screen import Screen, Show, show_open_figures, shown_on
from runner.sentences import sentence_of
from runner.sources import is_readers
from runner.spaces import Space, space_of
from runner.tracebacks import line_to_mark, traceback_of
from runner.watching import watched

Outcome = dict[str, object]


def run(code: str, name: str, space: str, write: Write, show: Show) -> Outcome:
    """Run a block, and show the value of its last expression as a notebook does.

    Args:
        code: The text of the block.
        name: What tracebacks call it.
        space: The name of the space whose names it shares.
        write: Takes what it prints: the name of a stream, "out" or "err", and a text.
        show: Takes pictures: SVG, and a text for those who do not see it.

    Returns:
        How it ended: `kind` is "done", "error" or "stopped"; an error has its `traceback`, and
        where there is one the `line` to mark and a `sentence` in plain words.
    """
    screen = Screen(write, show)
    with shown_on(screen):
        return run_in(space_of(space), code, name, screen)


def missing(code: str, earlier: list[str], space: str) -> list[str]:
    """Return the names that code needs, the space lacks, and earlier blocks would make."""
    names = space_of(space).names
    would_be = made(earlier)
    return [name for name in needed(code) if name in would_be and name not in names]


def run_in(space: Space, code: str, name: str, screen: Screen) -> Outcome:
    """Run a block in a space, on a screen that is shown already."""
    code = code.replace("\r\n", "\n").replace("\r", "\n")
    file_name = space.named(name, code)

    def work() -> None:
        try:
            _execute(code, file_name, space.names, screen)
        except BaseException:
            with contextlib.suppress(Exception):
                show_open_figures()  # as far as they are drawn
            raise
        show_open_figures()

    return outcome_of(work, space, file_name)


def outcome_of(work: Callable[[], None], space: Space, file_name: str) -> Outcome:
    """Do the work under the watch, in the settings of a space, and tell how it ended."""
    try:
        space.settled(lambda: watched(work, is_readers))
    except SystemExit as leaving:
        return _left(leaving, file_name)
    except BaseException as error:  # noqa: BLE001  (whatever a reader's code raises)
        return _ended("error", error, file_name, space)
    return {"kind": "done"}


def _execute(code: str, file_name: str, names: dict[str, object], screen: Screen) -> None:
    steps = [
        compile(
            part,
            file_name,
            "eval" if isinstance(part, ast.Expression) else "exec",
            dont_inherit=True,
        )
        for part in _parts(code, ast.parse(code, file_name).body)
    ]
    for step in steps:
        screen.value(eval(step, names))  # noqa: S307  (what a reader starts by Run)


def _parts(code: str, body: list[ast.stmt]) -> Iterator[ast.Module | ast.Expression]:
    """Yield the expressions whose values are shown, and the statements between them."""
    lines = [*code.split("\n"), ""]
    between: list[ast.stmt] = []
    for node in body:
        if isinstance(node, ast.Expr) and _is_shown(node, lines, is_last=node is body[-1]):
            yield ast.Module(between, [])
            yield ast.Expression(node.value)
            between = []
        else:
            between.append(node)
    yield ast.Module(between, [])


def _is_shown(node: ast.Expr, lines: list[str], *, is_last: bool) -> bool:
    """Tell whether a value is shown: that of the last line, or one that a result stands below.

    As in a notebook, a semicolon behind it hides it.
    """
    line, end = node.end_lineno or 1, node.end_col_offset or 0
    behind = lines[line - 1].encode()[end:].decode().lstrip()
    return not behind.startswith(";") and (is_last or lines[line].startswith("#>"))


def _left(leaving: SystemExit, file_name: str) -> Outcome:
    """Tell that the code has left by itself; CPython prints no traceback then, only a message."""
    line = line_to_mark(leaving, file_name)
    if leaving.code in (None, 0):
        return {"kind": "done"}
    sentence = "The code has ended itself on this line."
    text = (
        f"{leaving.code}\n"
        if not isinstance(leaving.code, int)
        else f"SystemExit: {leaving.code}\n"
    )
    return {"kind": "error", "traceback": text, "sentence": sentence} | _known(line=line)


def _ended(kind: str, error: BaseException, file_name: str, space: Space) -> Outcome:
    if isinstance(error, KeyboardInterrupt):
        kind = "stopped"
    line = line_to_mark(error, file_name)
    text, sentence = f"{type(error).__name__}\n", ""
    with contextlib.suppress(Exception):  # the error may be of a class that readers wrote
        text = traceback_of(error)
        sentence = sentence_of(error, space.names, text)
    return {"kind": kind, "traceback": text} | _known(line=line, sentence=sentence)


def _known(**parts: object) -> Outcome:
    """Return those parts of an outcome that there are."""
    return {name: part for name, part in parts.items() if part}
