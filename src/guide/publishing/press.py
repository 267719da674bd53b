"""The state of one build: the ledger it opened, the typesetter it runs, the page it is on."""

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, field

from guide.publishing.errors import PublishingError
from guide.publishing.katex import Katex
from guide.publishing.ledger import Ledger, open_ledger
from guide.publishing.project import HERE, Project


@dataclass
class Press:
    """What the Markdown extension and the site builder share.

    Attributes:
        project: The checkout that is published.
        ledger: Its proven pieces.
        katex: The typesetter.
        page: The page that is being set, as seen from the folder `docs`.
        held: Formulas and drawings of all pages, which stay out of the way until a page is whole.
    """

    project: Project
    ledger: Ledger
    katex: Katex
    page: str = ""
    held: list[str] = field(default_factory=list, repr=False)

    def hold(self, markup: str) -> str:
        """Keep markup in which nobody searches, and return the comment that stands for it.

        Formulas and drawings are nine tenths of a chapter's tags. The search index would read them
        all, to leave them out.
        """
        self.held.append(markup)
        return f"<!--held {len(self.held) - 1}-->"

    def filled(self, page: str) -> str:
        """Return a page with what was held back."""
        return _HELD_BACK.sub(lambda match: self.held[int(match[1])], page)

    def fault_at(self, text: str, message: str) -> PublishingError:
        """Return an error that names the line of the current page on which `text` first stands."""
        path = self.project.docs / self.page
        source = path.read_text(encoding="utf-8")
        line = source.count("\n", 0, max(source.find(text), 0)) + 1
        return PublishingError(f"docs/{self.page}", line, message)


# What the press imports by name while it proves pages; the press itself is not read anew.
_RELOADED = ("nnbyhand", "guide.experiments", "guide.figures", "guide.tables")
# What the press itself holds: to see a new color or table class, restart the server.
_HELD = {"palette", "settings", "style", "spacing", "table"}

_HELD_BACK = re.compile(r"<!--held (\d+)-->")

_open: list[Press] = []
_imported: list[str] = []


def start(project: Project = HERE, only: Collection[str] = ()) -> Press:
    """Prove all pages and make the result the current press.

    A development server calls this again after each edit; modules that changed are read anew.

    Args:
        project: The checkout.
        only: Pages, as seen from `docs`, where not all shall be proven.

    Raises:
        PublishingErrors: A page does not hold.
    """
    _forget_changed_modules(project)
    katex = _open[0].katex if _open else Katex(project)
    _open[:] = [Press(project, open_ledger(project, katex, only), katex)]
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
