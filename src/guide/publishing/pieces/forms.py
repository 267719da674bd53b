"""The forms of pieces on a page: in a sentence, as a fence, as a fence that includes a file."""

import html
import re
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Self

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.pieces.page_text import Fence, PageText
from guide.publishing.pieces.piece import Entry, Piece, Setting, Unproven
from guide.publishing.project import Project

_INCLUDE = re.compile(r'^--8<-- "(?P<reference>[^"]+)"$')


class InlinePiece(Piece):
    """A piece in a sentence, found by a pattern with the groups `text` and `name`.

    Attributes:
        pattern: How pages write it.
        done: What the mark of a block says of those that are proven: "3 numbers computed".
    """

    pattern: ClassVar[re.Pattern[str]]
    done: ClassVar[str]
    is_inline: ClassVar[bool] = True

    @classmethod
    def find(cls, page: PageText) -> Iterator[Self]:
        """Yield those that stand in the prose of a page."""
        for match in cls.pattern.finditer(page.prose):
            place = page.line(match.start())
            yield cls(page.page, place, match.span(), match["name"], match["text"])

    def set(self, entry: Entry, setting: Setting) -> str:
        """Return a comment that `shown` replaces."""
        return setting.token(f"<!--{self.kind} {entry.anchor}-->")

    def shown(self, entry: Entry, project: Project) -> str:  # noqa: ARG002  (a figure looks there)
        """Return its text; the mark of its block leads to its proof."""
        text, proof, state = html.escape(self.text), entry.proof, ""
        if isinstance(proof, Unproven):
            state = f' data-state="{proof.state}"'
            text += f'<span class="standing"> ({html.escape(proof.mark)})</span>'
        return f'<span class="proven" id="{entry.anchor}"{state}>{text}</span>'


class FencedPiece(Piece):
    """A piece that stands on a page as a fenced block."""

    @classmethod
    def find(cls, page: PageText) -> Iterator[Self]:
        """Yield the blocks that open with the word of this kind."""
        for block in page.fences:
            if block.info == cls.fence:
                reference = cls.referred(block, page)
                yield cls(page.page, block.line, block.span, reference, indent=block.indent)

    @classmethod
    @abstractmethod
    def referred(cls, block: Fence, page: PageText) -> str:
        """Return what a block names.

        Raises:
            PublishingError: It names nothing.
        """


class IncludedPiece(FencedPiece):
    """A fenced block that holds nothing but a line that includes a file of `snippets`."""

    @classmethod
    def referred(cls, block: Fence, page: PageText) -> str:
        """Return what stands in the line that includes a file."""
        include = _INCLUDE.match(block.body)
        if include is None:
            message = (
                f"the {cls.fence} block holds {block.body[:60]!r}; it must hold one line that "
                'includes a tested file, such as --8<-- "activations/sigmoid.py:stable"'
            )
            raise PublishingError(f"docs/{page.page}", block.line, message)
        return include["reference"]

    def file(self, project: Project) -> Path:
        """Return the file."""
        return project.snippets / self.reference.partition(":")[0]

    def set_from(self, project: Project) -> str:
        """Return the text of the file."""
        path = self.file(project)
        return read_text(path) if path.is_file() else ""
