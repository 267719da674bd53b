"""The Python-Markdown extension: sets proven pieces on a page, each with the mark of its proof."""

import html
import re
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.equations import displayed_latex
from guide.publishing.ledger.ledger import Entry, is_own_table
from guide.publishing.ledger.marked_blocks import with_marks
from guide.publishing.ledger.overview import own_table
from guide.publishing.pieces.page_text import Piece, pieces_of
from guide.publishing.pieces.proofs import table_of
from guide.publishing.pieces.proving import work_if_there
from guide.publishing.pieces.standing import Unproven
from guide.publishing.press import Press, current
from guide.publishing.python import runnable
from guide.publishing.reference.pages import expanded
from guide.publishing.typesetting import room
from guide.publishing.typesetting.data_tables import boxed
from guide.publishing.typesetting.katex import TexError
from guide.publishing.ways import overview
from guide.tables.table import Table

# Before pymdownx.snippets (32), which then fills the Python fences in.
_PRIORITY = 33
# Stands for a set piece while Markdown works; private-use characters occur in no text.
_TOKEN = re.compile("<p>\ue000(?P<block>\\d+)\ue001</p>|\ue000(?P<inline>\\d+)\ue001")
_INLINE_MATH = re.compile(r'<span class="arithmatex">\\\((?P<tex>.*?)\\\)</span>', re.DOTALL)
# A line of cases with a fraction in it: without some room, the next line would touch it.
_TALL_LINE = re.compile(r"\\dfrac.*\\\\$", re.MULTILINE)
# Between aligned lines, one of which holds a sum or a fraction.
_ALIGNED_LINE = re.compile(r"^.*\\(?:sum|frac).*\\\\$|\\\\$(?=\n.*\\(?:sum|frac))", re.MULTILINE)
_TABLE = re.compile("<table>.*?</table>", re.DOTALL)
_RESULT = re.compile(r'<span class="c1">#&gt; ?(?P<text>.*?)</span>')


class ProofExtension(Extension):
    """Sets the pieces that `guide.publishing.ledger.ledger` proved."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (the name Markdown calls)
        """Register the steps before and after Markdown's own."""
        pieces = Pieces(md)
        md.preprocessors.register(pieces, "nnbyhand-pieces", _PRIORITY)
        md.postprocessors.register(SetPieces(pieces), "nnbyhand-set", -5)
        md.postprocessors.register(InlineMath(md), "nnbyhand-math", -10)
        md.postprocessors.register(Rewriting(with_results), "nnbyhand-results", -20)
        md.postprocessors.register(Rewriting(with_boxes), "nnbyhand-tables", -30)
        md.postprocessors.register(Rewriting(room.told), "nnbyhand-room", -40)
        md.postprocessors.register(Rewriting(runnable.told), "nnbyhand-runs", -45)
        md.postprocessors.register(Rewriting(with_marks), "nnbyhand-marks", -50)


class Pieces(Preprocessor):
    """Takes figures, equations, tables and numbers out of the text and sets them as HTML.

    Attributes:
        blocks: The HTML of the pieces; a token in the text stands for each.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Return the page with a token for each set piece, and a mark under each block."""
        self.blocks: list[str] = []
        self.press = current()
        text, page = "\n".join(lines), self.press.page
        entries = iter(self.press.ledger.on_page(page))
        pieces = [
            (piece, None if is_own_table(piece) else next(entries))
            for piece in pieces_of(text, page)
        ]
        for piece, entry in reversed(pieces):
            start, end = piece.span
            text = text[:start] + self._set(piece, entry, text[start:end]) + text[end:]
        text = overview.filled(self.press.project, page, text)
        return expanded(self.press.project, page, text, self._token).split("\n")

    def _set(self, piece: Piece, entry: Entry | None, written: str) -> str:
        if entry is None:
            own = own_table(piece.reference, self.press.ledger, self.press.project)
            return _markdown(own, piece.indent)
        if piece.kind == "number":
            return self._token(f"<!--number {entry.anchor}-->")
        mark = f'<p class="proof-line"><!--mark {entry.anchor}--></p>'
        if piece.kind == "equation":
            return piece.indent + self._token(self._equation(entry, mark))
        if piece.kind == "figure":  # one block, for the caption below it to join
            return piece.indent + self._token(f"<!--drawing {entry.anchor}-->{mark}")
        block = self._table(entry) if piece.kind == "table" else self._code(entry, written)
        return f"{block}\n\n{piece.indent}{self._token(mark)}\n"

    def _equation(self, entry: Entry, mark: str) -> str:
        path = self.press.project.snippets / entry.piece.reference
        if entry.is_fault:  # its mark says what is wrong
            tex = read_text(path) if path.is_file() else entry.piece.reference
            return f'<div class="proven-equation"><pre>{html.escape(tex)}</pre>{mark}</div>'
        tex = _TALL_LINE.sub(r"\g<0>[1.1em]", displayed_latex(path))
        if "aligned" in tex:
            tex = _ALIGNED_LINE.sub(r"\g<0>[0.8em]", tex)
        try:
            rendered = self.press.katex.html(tex, display=True)
        except TexError as error:
            raise PublishingError(self.press.project.relative(path), 1, str(error)) from error
        held = self.press.hold(f'<div class="equation">{rendered}</div>')
        return f'<div class="proven-equation"{room.of_equation(rendered)}>{held}{mark}</div>'

    def _table(self, entry: Entry) -> str:
        if isinstance(entry.proof, Unproven):
            return _named(entry.piece)
        return _markdown(table_of(entry.piece, self.press.project), entry.piece.indent)

    def _code(self, entry: Entry, written: str) -> str:
        missing = entry.is_fault and work_if_there(entry.piece, self.press.project) is None
        return _named(entry.piece) if missing else written

    def _token(self, block: str) -> str:
        self.blocks.append(block)
        return f"\ue000{len(self.blocks) - 1}\ue001"


class SetPieces(Postprocessor):
    """Puts the set pieces where their tokens stand."""

    def __init__(self, pieces: Pieces) -> None:
        """Remember the step that took the pieces out."""
        super().__init__()
        self.pieces = pieces

    def run(self, text: str) -> str:
        """Return the page's HTML with its pieces."""
        blocks = self.pieces.blocks
        return _TOKEN.sub(lambda match: blocks[int(match["block"] or match["inline"])], text)


class InlineMath(Postprocessor):
    """Sets the inline mathematics that arithmatex found."""

    def run(self, text: str) -> str:
        """Return the page's HTML with every formula set."""
        return set_inline_math(text, current())


class Rewriting(Postprocessor):
    """Does what a function does, once the page is whole."""

    def __init__(self, rewrite: Callable[[str], str]) -> None:
        """Remember the function."""
        super().__init__()
        self.run = rewrite  # type: ignore[assignment, method-assign]


def with_results(page: str) -> str:
    """Return a page's HTML with printed results in code as spans of class `go` (generic output)."""
    return _RESULT.sub(r'<span class="go"><span class="gp">#&gt; </span>\g<text></span>', page)


def with_boxes(page: str) -> str:
    """Return a page's HTML with each table in a box, which says how a phone shows it."""
    return _TABLE.sub(lambda table: boxed(table[0], current().measured(table[0])), page)


def set_inline_math(text: str, press: Press) -> str:
    """Replace the formulas that arithmatex marked by KaTeX's HTML.

    Raises:
        PublishingError: KaTeX refuses a formula; the message names the page and line.
    """

    def rendered(match: re.Match[str]) -> str:
        tex = html.unescape(match["tex"])
        try:
            formula = press.katex.html(tex, display=False)
        except TexError as error:
            raise press.fault_at(tex, str(error)) from error
        return press.hold(formula)

    return _INLINE_MATH.sub(rendered, text)


def _named(piece: Piece) -> str:
    """Return what stands for a piece that cannot be set, or not yet."""
    return f"{piece.indent}`{piece.reference}`"


def _markdown(table: Table, indent: str) -> str:
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return "\n".join(f"{indent}| {' | '.join(cells)} |" for cells in rows)


def makeExtension(**options: Any) -> ProofExtension:  # noqa: N802, ANN401  (Markdown's protocol)
    """Return the extension; Markdown calls this for `guide.publishing.extension`."""
    return ProofExtension(**options)
