"""The state of one build: the ledger it opened, the typesetter it runs, the page it is on."""

import hashlib
import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, field

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing import search_text
from guide.publishing.katex import Katex
from guide.publishing.ledger import Known, Ledger
from guide.publishing.project import HERE, Project
from guide.publishing.proving import open_ledger
from guide.publishing.reference import FOLDER


@dataclass
class Press:
    """What the Markdown extension and the site builder share.

    Attributes:
        project: The checkout that is published.
        ledger: Its proven pieces.
        katex: The typesetter.
        described: A name for what the reference says of the package, and how it is set.
        page: The page that is being set, as seen from the folder `docs`.
        held: Formulas, drawings and listings, which stay out of the way until a page is whole.
    """

    project: Project
    ledger: Ledger
    katex: Katex
    described: str = ""
    page: str = ""
    held: dict[str, str] = field(default_factory=dict, repr=False)

    def hold(self, markup: str) -> str:
        """Keep markup in which nobody searches, and return the comment that stands for it.

        Formulas, drawings and listings are nine tenths of the site's tags. Markdown and the search
        index would read them all, to leave them as they are.
        """
        name = hashlib.sha256(markup.encode()).hexdigest()[:32]
        self.held[name] = markup
        return f"<!--held {name}-->"

    def held_on(self, page: str) -> dict[str, str]:
        """Return what was held back of a page, by the names in its comments."""
        return {match[1]: self.held[match[1]] for match in _HELD_BACK.finditer(page)}

    def filled(self, page: str) -> str:
        """Return a page with what was held back."""
        return _HELD_BACK.sub(lambda match: self.held[match[1]], page)

    def searched(self, page: str) -> str:
        """Return a page as the search reads it."""
        return _HELD_BACK.sub(lambda match: search_text.of_held(self.held[match[1]]), page)

    def fault_at(self, text: str, message: str) -> PublishingError:
        """Return an error that names the line of the current page on which `text` first stands."""
        path = self.project.docs / self.page
        source = read_text(path)
        line = source.count("\n", 0, max(source.find(text), 0)) + 1
        return PublishingError(f"docs/{self.page}", line, message)


# What the press imports by name while it proves pages; the press itself is not read anew.
_RELOADED = ("nnbyhand", "guide.experiments", "guide.figures", "guide.tables")
# What the press itself holds: to see a new color or table class, restart the server.
_HELD = {"palette", "settings", "style", "spacing", "table"}

_HELD_BACK = re.compile(r"<!--held (\w+)-->")

_open: list[Press] = []
_imported: list[str] = []


def start(project: Project = HERE, only: Collection[str] = (), first: str = "") -> Press:
    """Prove pages and make the result the current press.

    A development server calls this again after each edit; modules that changed are read anew.

    Args:
        project: The checkout.
        only: Pages, as seen from `docs`, where not all shall be proven.
        first: The page to prove where the others shall stay as the last press has them.

    Raises:
        PublishingErrors: A page does not hold.
    """
    _forget_changed_modules(project)
    katex = _open[0].katex if _open else Katex(project)
    known: Known = {}
    described = project.behind("guide.publishing.api", "nnbyhand")
    if first and _open:
        known = _open[0].ledger.known_beside(first)
        if not first.startswith(f"{FOLDER}/"):
            described = _open[0].described
    _open[:] = [Press(project, open_ledger(project, katex, only, known), katex, described)]
    return _open[0]


def current() -> Press:
    """Return the press of this build, starting it where nobody has."""
    return _open[0] if _open else start()


def _forget_changed_modules(project: Project) -> None:
    now = project.fingerprint
    if _imported and _imported[0] != now:
        for name in list(sys.modules):
            if name.startswith(_RELOADED) and name.rpartition(".")[2] not in _HELD:
                del sys.modules[name]
    _imported[:] = [now]
