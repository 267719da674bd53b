"""The state of one build: the ledger it opened, the typesetter it runs, the page it is on."""

import hashlib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import nnbyhand
from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.ledger import marks
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.ledger.opening import ledger_so_far, open_ledger
from guide.publishing.project import HERE, Project
from guide.publishing.reference.pages import expanded
from guide.publishing.typesetting.katex import Katex, letters_of


@dataclass
class Press:
    """What the Markdown extension and the site builder share.

    Attributes:
        project: The checkout that is published.
        ledger: Its pieces, and what proves them.
        katex: The typesetter.
        described: A name for what the reference says of the package, and how it is set.
        page: The page that is being set, as seen from the folder `docs`.
        is_draft: Whether a page that cannot be set shows why, and the build goes on.
        fault: Why the page cannot be set.
        held: Formulas and listings, which stay out of the way until a page is whole.
    """

    project: Project
    ledger: Ledger
    katex: Katex
    described: str = ""
    page: str = ""
    is_draft: bool = False
    fault: PublishingError | None = None
    held: dict[str, str] = field(default_factory=dict, repr=False)

    def hold(self, markup: str) -> str:
        """Set markup aside until the page is whole, and return the comment that stands for it.

        Formulas and listings are most of the site's tags. Markdown and the search
        index would read them all, to leave them as they are.
        """
        name = hashlib.sha256(markup.encode()).hexdigest()[:32]
        self.held[name] = markup
        return f"<!--held {name}-->"

    def held_on(self, page: str) -> dict[str, str]:
        """Return what was held back of a page, by the names in its comments."""
        return {match[1]: self.held[match[1]] for match in _HELD_BACK.finditer(page)}

    def filled(self, page: str) -> str:
        """Return a page with what was held back, and with what it shows of proofs."""
        return marks.filled(self._whole(page), self.ledger, self.project)

    def measured(self, page: str) -> str:
        """Return a page as it was before anything was proven, to tell how tall a part of it is."""
        return marks.in_words(self._whole(page), self.ledger)

    def searched(self, page: str) -> str:
        """Return a page as the search reads it."""
        page = _HELD_BACK.sub(lambda match: letters_of(self.held[match[1]]), page)
        return marks.in_words(page, self.ledger)

    def _whole(self, page: str) -> str:
        return _HELD_BACK.sub(lambda match: self.held[match[1]], page)

    def refuse(self, fault: PublishingError) -> str:
        """Stop the build; a draft notes the fault, and sets nothing of the page.

        Raises:
            PublishingError: It is no draft.
        """
        if not self.is_draft:
            raise fault
        self.fault = fault
        return ""

    def fault_at(self, text: str, message: str) -> PublishingError:
        """Return an error that names the line of the current page on which `text` first stands."""
        path = self.project.docs / self.page
        source = read_text(path)
        line = source.count("\n", 0, max(source.find(text), 0)) + 1
        return PublishingError(f"docs/{self.page}", line, message)


_HELD_BACK = re.compile(r"<!--held (\w+)-->")

_open: list[Press] = []


def start(project: Project = HERE, only: Collection[str] = ()) -> Press:
    """Prove pages and make the result the current press.

    Args:
        project: The checkout.
        only: Pages, as seen from `docs`, where not all shall be proven.

    Raises:
        PublishingErrors: A page does not hold.
    """
    return _opened(project, lambda katex: open_ledger(project, katex, only))


def start_so_far(project: Project) -> Press:
    """Make a press of what is proven so far; a development server calls this after each edit."""
    press = _opened(project, lambda katex: ledger_so_far(project, katex))
    press.is_draft = True
    return press


def current() -> Press:
    """Return the press of this build, starting it where nobody has."""
    return _open[0] if _open else start()


def _opened(project: Project, open_it: Callable[[Katex], Ledger]) -> Press:
    katex = _open[0].katex if _open else Katex(project)
    described = project.memory.sources.name(expanded, nnbyhand)
    _open[:] = [Press(project, open_it(katex), katex, described)]
    return _open[0]
