"""The Python-Markdown extension: sets proven pieces on a page, each with the mark of its proof."""

import html
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from guide.errors import PublishingError
from guide.publishing.ledger.marks import with_marks
from guide.publishing.ledger.overview import own_table
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.piece import Entry, Piece, Setting
from guide.publishing.pieces.table import markdown_of
from guide.publishing.press import Press, current
from guide.publishing.python import runnable
from guide.publishing.reference.pages import expanded
from guide.publishing.typesetting import room
from guide.publishing.typesetting.data_tables import boxed
from guide.publishing.typesetting.katex import TexError
from guide.publishing.ways import overview

# Before pymdownx.snippets (32), which then fills the Python fences in.
_PRIORITY = 33
# Stands for a set piece while Markdown works; private-use characters occur in no text.
_TOKEN = re.compile("<p>\ue000(?P<block>\\d+)\ue001</p>|\ue000(?P<inline>\\d+)\ue001")
_INLINE_MATH = re.compile(r'<span class="arithmatex">\\\((?P<tex>.*?)\\\)</span>', re.DOTALL)
_TABLE = re.compile("<table>.*?</table>", re.DOTALL)
_RESULT = re.compile(r'<span class="c1">#&gt; ?(?P<text>.*?)</span>')


class ProofExtension(Extension):
    """Sets the pieces that `guide.publishing.ledger` proved."""

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
    """Takes the pieces out of the text of a page and sets them as HTML.

    Attributes:
        blocks: The HTML of the pieces; a token in the text stands for each.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Return the page with a token for each set piece, and a mark under each block."""
        self.blocks: list[str] = []
        self.press = current()
        try:
            return self._with_pieces("\n".join(lines), self.press.page).split("\n")
        except PublishingError as fault:
            return [self.press.refuse(fault)]

    def _with_pieces(self, text: str, page: str) -> str:
        entries = iter(self.press.ledger.on_page(page))
        pieces = [
            (piece, next(entries) if piece.is_listed else None) for piece in pieces_of(text, page)
        ]
        for piece, entry in reversed(pieces):
            start, end = piece.span
            text = text[:start] + self._set(piece, entry, text[start:end]) + text[end:]
        text = overview.filled(self.press.project, page, text)
        return expanded(self.press.project, page, text, self._token)

    def _set(self, piece: Piece, entry: Entry | None, written: str) -> str:
        press = self.press
        if entry is None:
            return markdown_of(
                own_table(piece.reference, press.ledger, press.project), piece.indent
            )
        math = partial(press.katex.html, display=True)
        setting = Setting(press.project, math, press.hold, self._token, written)
        return entry.piece.set(entry, setting)

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
        try:
            return set_inline_math(text, current())
        except PublishingError as fault:
            return current().refuse(fault)


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


def makeExtension(**options: Any) -> ProofExtension:  # noqa: N802, ANN401  (Markdown's protocol)
    """Return the extension; Markdown calls this for `guide.publishing.extension`."""
    return ProofExtension(**options)
