"""The code of a lab as its page shows it: what draws is folded, descriptions are left out."""

import ast
import itertools
import re

from bs4 import Tag

from guide.publishing.press import Press
from guide.publishing.python.runnable import Cells

_ALT = re.compile(r"(?:^# alt: .*\n?)(?:^#   .*\n?)*", re.MULTILINE)
_FOLDED = '<details class="plotting"><summary>Plotting code</summary>{}</details>'


def alternative(code: str) -> str | None:
    """Return what a cell says of its figure in a comment `# alt: …`; None where it says nothing."""
    match = _ALT.search(code)
    if match is None:
        return None
    words = (line.removeprefix("# alt:").removeprefix("#") for line in match[0].splitlines())
    return " ".join(" ".join(words).split())


def without_description(code: str) -> str:
    """Return a cell as readers get it; its description is for those who do not see the figure."""
    return _ALT.sub("", code)


class LabCode:
    """Shows the cells of one lab, from the first to the last.

    A statement draws if it uses `plt`, takes `Axes`, or uses what such a statement has made.
    """

    def __init__(self, press: Press) -> None:
        """Begin with the names of Matplotlib that labs import; `press.page` is the lab."""
        self.press = press
        self.drawing = {"plt", "Axes"}
        self.cells = Cells()

    def html(self, cell: Tag) -> str:
        """Return the block of a cell; the texts of its `code` elements in a row are its code.

        Args:
            cell: The `pre` of the cell, as Pygments colored it.

        Raises:
            PublishingError: A statement draws and prints: what printed would be folded.
        """
        lines = cell.decode_contents().removeprefix("<span></span>").strip("\n").split("\n")
        code = cell.get_text().strip("\n")
        kept = [*zip(lines, self._draws_in(code), _described(code), strict=True)]
        runs = itertools.groupby((line for line in kept if not line[2]), key=lambda line: line[1])
        parts = [(draws, _block([line for line, *_ in run])) for draws, run in runs]
        shown = "".join(_FOLDED.format(part) if draws else part for draws, part in parts)
        opened = f'<div class="language-python highlight"{self.cells.attribute(code)}>'
        return f"{opened}{shown}</div>"

    def _draws_in(self, code: str) -> list[bool]:
        """Return whether each line draws; what stands above a statement goes with it."""
        lines: list[bool] = []
        draws = False
        for statement in ast.parse(code).body:
            draws = self._draws(statement, code)
            lines += [draws] * ((statement.end_lineno or 0) - len(lines))
        return lines + [draws] * (code.count("\n") + 1 - len(lines))

    def _draws(self, statement: ast.stmt, code: str) -> bool:
        used = _names(statement)
        if not used & self.drawing:
            return False
        if "print" in used:
            message = "this statement draws and prints; print apart, for what draws is folded"
            raise self.press.fault_at(code.split("\n")[statement.lineno - 1], message)
        if isinstance(statement, ast.FunctionDef):
            self.drawing.add(statement.name)
        elif isinstance(statement, ast.Assign):
            self.drawing |= {name for target in statement.targets for name in _names(target)}
        return True


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _described(code: str) -> list[bool]:
    """Return whether each line belongs to the description of a figure."""
    marked = _ALT.sub(lambda match: re.sub("[^\n]+", "\0", match[0]), code)
    return [line == "\0" for line in marked.split("\n")]


def _block(lines: list[str]) -> str:
    """Return lines of code; blank ones above are copied with it, but take no room."""
    above = "".join("\n" for _ in itertools.takewhile(lambda line: not line, lines))
    unseen = f"<span hidden>{above}</span>" if above else ""
    shown = "\n".join(lines[len(above) :])
    return f"<pre><code>{unseen}{shown}\n</code></pre>"
