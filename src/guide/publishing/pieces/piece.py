"""A piece: one thing on a page that the press proves, and what all kinds of pieces share."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from guide.errors import PublishingError
from guide.publishing.pieces.page_text import PageText
from guide.publishing.project import Project
from guide.remembering import Work


@dataclass(frozen=True)
class Proof:
    """What stands behind a piece of a page.

    Attributes:
        mark: A few words to stand beside the piece.
        sentence: What was computed or compared, over how many seeds or inputs.
        source: The file that did it, as seen from the root.
        line: The line of that file.
        what: What the piece is; empty where its name and the sentence say it.
    """

    mark: str
    sentence: str
    source: str
    line: int
    what: str = ""


@dataclass(frozen=True)
class Unproven:
    """What a piece has while it has no proof, which the development server shows.

    Attributes:
        state: "open" before it is checked; "differs" where this machine computes something else;
            "fault" where it cannot be checked or set.
        mark: A few words to stand beside the piece.
        sentence: What is the matter with it.
        fault: The error, once it is checked.
    """

    state: Literal["open", "differs", "fault"]
    mark: str
    sentence: str
    fault: PublishingError | None = None


@dataclass(frozen=True)
class Setting:
    """What a piece needs to take its place on the page that is being set.

    Attributes:
        project: The checkout.
        math: Returns the HTML of a displayed formula; a ValueError says what is wrong with it.
        hold: Keeps markup aside until the page is whole; returns the comment that stands for it.
        token: Takes HTML out of Markdown's way; returns the token that stands for it.
        written: The piece as the page writes it.
    """

    project: Project
    math: Callable[[str], str]
    hold: Callable[[str], str]
    token: Callable[[str], str]
    written: str


@dataclass(frozen=True)
class Piece(ABC):
    """One thing on a page that the press must prove. Each kind is a subclass.

    Attributes:
        kind: The name of the kind. Anchors begin with it, and comments that `shown` replaces.
        words: What one and what several of the kind are called.
        heading: Its heading in the ledger.
        how_checked: What the ledger says of all proofs of the kind.
        fence: The word that opens its fenced blocks; empty where it has none.
        under_way: What its mark says until it is checked.
        differs: How its mark begins where this machine gets something else than the page says.
        is_inline: Whether it stands in a sentence, not in a block of its own.
        comes_first: Whether it is proven before other kinds, which need what it computes.
        page: The page, as seen from the folder `docs`.
        line: The line of the page it begins on, counted from 1.
        span: Its first and last character in the page's text, as a slice.
        reference: What it shows: a snippet and its section, an equation, a function.
        text: What the page says itself: a number as printed, a figure's alternative text.
        indent: The white space before a block inside an admonition, details or tab.
    """

    kind: ClassVar[str]
    words: ClassVar[tuple[str, str]]
    heading: ClassVar[str]
    how_checked: ClassVar[str]
    fence: ClassVar[str] = ""
    under_way: ClassVar[str] = "being checked"
    differs: ClassVar[str] = "this machine computes"
    is_inline: ClassVar[bool] = False
    comes_first: ClassVar[bool] = False

    page: str
    line: int
    span: tuple[int, int]
    reference: str
    text: str = ""
    indent: str = ""

    @classmethod
    @abstractmethod
    def find(cls, page: PageText) -> Iterator[Self]:
        """Yield the pieces of this kind on a page.

        Raises:
            PublishingError: One is typed into the page, not included.
        """

    @abstractmethod
    def work(self, project: Project) -> Work[Any]:
        """Return what must be done before the piece can be proven, and what that depends on.

        Raises:
            PublishingError: What the page names is not there.
        """

    @abstractmethod
    def proof(self, done: Any, project: Project) -> Proof:  # noqa: ANN401  (what `work` returns)
        """Compare the page with what `work` has returned, and say what was compared.

        Raises:
            PublishingError: They differ, or nothing says what a number is.
        """

    @abstractmethod
    def set(self, entry: "Entry", setting: Setting) -> str:
        """Return the Markdown that takes the place of the piece on its page."""

    def shown(self, entry: "Entry", project: Project) -> str:
        """Return the HTML for a comment that `set` has left: `<!--kind anchor-->`.

        It is filled in when a page is served, so that no page is set again for a proof.
        """
        raise NotImplementedError

    def set_from(self, project: Project) -> str:  # noqa: ARG002  (most kinds look there)
        """Return what `set` shows of files and results: a page is set again when it changes."""
        return ""

    def as_computed(self) -> str:
        """Return what the page should say instead of `text`; `make refresh` writes it."""
        return self.text

    @property
    def is_listed(self) -> bool:
        """Whether the ledger lists it."""
        return True

    @property
    def share(self) -> str:
        """What it is part of: pieces of one share are proven one after another."""
        return self.reference

    def proof_work(self, project: Project) -> Work[Proof]:
        """Return what proves the piece, wherever it stands on its page.

        Raises:
            PublishingError: What the page names is not there.
        """
        work = self.work(project)
        behind = (type(self), *work.behind)
        arguments = (self.kind, self.reference, self.text, *work.arguments)

        def prove() -> Proof:
            return self.proof(project.memory.result(work), project)

        return Work("proofs", behind, arguments, prove)

    def prove(self, project: Project) -> Proof:
        """Prove the piece.

        Raises:
            PublishingError: What the page shows is not what running, drawing or computing gives.
        """
        return self.proof_work(project).compute()

    def has_source(self, project: Project) -> bool:
        """Tell whether what the page names is there."""
        try:
            self.work(project)
        except PublishingError:
            return False
        return True

    def fault(self, message: str) -> PublishingError:
        """Return an error that names the line of the page on which the piece stands."""
        return PublishingError(f"docs/{self.page}", self.line, message)

    def named(self) -> str:
        """Return what stands for a piece that cannot be set, or not yet."""
        return f"{self.indent}`{self.reference}`"


@dataclass(frozen=True)
class Entry:
    """A piece in the ledger, with its proof or what is known of it.

    Attributes:
        anchor: Where it stands on its page, and its row in the ledger.
        piece: The piece.
        proof: What proves it; what is known of it where nothing does.
        kept: The file of the cache that will keep its proof, while it is open.
    """

    anchor: str
    piece: Piece
    proof: Proof | Unproven
    kept: Path | None = field(default=None, compare=False)

    @property
    def is_open(self) -> bool:
        """Whether nothing has checked the piece yet."""
        return isinstance(self.proof, Unproven) and self.proof.state == "open"

    @property
    def is_fault(self) -> bool:
        """Whether the piece cannot be checked or set."""
        return isinstance(self.proof, Unproven) and self.proof.state == "fault"

    @property
    def mark(self) -> str:
        """The line below a block that says what proves it; `ledger.marks` fills it in."""
        return f'<p class="proof-line"><!--mark {self.anchor}--></p>'
