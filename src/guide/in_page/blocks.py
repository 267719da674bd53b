"""The blocks of code that readers can run in the page, with what the press has proven of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext

from guide.files import read_text
from guide.publishing.labs.code import without_description
from guide.publishing.labs.runs import labs
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.project import Project
from guide.publishing.python.runnable import Cells, runs_in_page


@dataclass(frozen=True)
class Block:
    """A block of code, as a page shows it.

    Attributes:
        page: The file of the page, as seen from the root.
        line: The line of it on which the block begins.
        name: What tracebacks call it.
        code: Its text.
        printed: The results that stand in it; None in a lab, where they stand below.
    """

    page: str
    line: int
    name: str
    code: str
    printed: tuple[str, ...] | None


def blocks_of(project: Project) -> dict[str, list[Block]]:
    """Return the blocks that can run, by their page, in the order in which they stand there."""
    found: dict[str, list[Block]] = {}
    for page in [*project.pages(), *labs(project)]:
        cells = _cells(page) if page.suffix == ".py" else _snippets(project, page)
        blocks = [
            Block(project.relative(page), line, f"{page.stem}, block {number}", code, printed)
            for number, (line, code, printed) in enumerate(cells, 1)
        ]
        if blocks:
            found[project.relative(page)] = blocks
    return found


def results_in(code: str) -> tuple[str, ...]:
    """Return the results that stand in code, line by line."""
    lines = (line for line in code.splitlines() if line.startswith("#>"))
    return tuple(line.removeprefix("#>").removeprefix(" ") for line in lines)


def _snippets(project: Project, page: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for piece in pieces_of(read_text(page), project.page(page)):
        if not isinstance(piece, CodePiece):
            continue
        code = "\n".join(piece.excerpt(project).lines)
        if runs_in_page(code):
            yield piece.line, code, results_in(code)


def _cells(lab: Path) -> Iterator[tuple[int, str, None]]:
    text = read_text(lab)
    rule = Cells()
    for cell in jupytext.reads(text, fmt="py:percent").cells:
        if cell["cell_type"] != "code":
            continue
        line = text.count("\n", 0, text.index(cell["source"])) + 1
        code = without_description(cell["source"])
        if rule.attribute(code):
            yield line, code, None
