"""What the development server knows of who reads: the page in the browser, and what to tell them.

Reading never waits for proving. Each build shows what is proven so far, and `proving_beside` proves
the rest beside the server, the page in the browser first. It signals when that page is done, and
when everything is; the server then builds again.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from watchdog.observers.polling import PollingObserver

from guide.errors import PublishingError
from guide.files import write_atomically
from guide.publishing.labs.runs import kept_in, labs, outcome, settle_lab
from guide.publishing.ledger import marks
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.proving import settle_share, shares
from guide.publishing.project import Project
from guide.publishing.serving.proving_beside import ProvingBeside, Task
from guide.publishing.ways.overview import chapter_pages
from guide.publishing.ways.thumbnails import settle_thumbnail, work_if_there

App = Callable[[dict[str, Any], Any], Iterable[bytes]]

_log = logging.getLogger("mkdocs.plugins.press")


class Reading:
    """The reader of a development server, and what is proven for them.

    Attributes:
        made_when_asked: Returns a page by its file, as seen from `docs`, or None. The hundreds of
            source pages and those of the ledger take longer to write than a chapter to set: the
            server makes them, without the theme, when one is asked for.
    """

    def __init__(self, project: Project) -> None:
        """Begin with nobody reading."""
        self.made_when_asked: Callable[[str], str | None] = lambda _: None
        self._project = project
        self._signal = project.cache / "serve" / "more-is-proven"
        self._beside = ProvingBeside(lambda: write_atomically(self._signal, str(time.time_ns())))
        self._beside.put_first("index.md")
        self._listed: set[str] = set()
        self._listed_before: set[str] = set()
        self._is_served = False
        self._open: tuple[list[Task], str] = [], ""

    def attend(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Attend to what the browser asks for, and build again when more is proven.

        Edits are looked for eight times a second; MkDocs looks twice, which a writer feels.
        """
        watched = (config.docs_dir, str(config.config_file_path))
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.12)
        server.build_delay = 0.02
        for path in watched:
            server.watch(path)
        if not self._signal.exists():
            write_atomically(self._signal, "")
        server.watch(str(self._signal))
        server.set_app(self.answering(self._project, server.serve_request))
        self._is_served = True
        self._beside.prove(*self._open)

    def answering(self, project: Project, app: App) -> App:
        """Return the server's application; it notes which page is asked for, and makes some."""

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
            name = environ["PATH_INFO"].strip("/") or "index"
            pages = [name + end for end in (".md", "/index.md", ".py")]
            if shown := [page for page in pages if (project.docs / page).is_file()]:
                self._beside.put_first(shown[0])
            elif made := self.made_when_asked(pages[0]):
                start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
                return [made.encode()]
            return app(environ, start_response)

        return answer

    def prove_the_rest(self, project: Project, ledger: Ledger) -> None:
        """List what does not hold on this machine, and prove beside the server what is open.

        The first build has the machine to itself: proving begins when the site is served.
        """
        ran = {lab: outcome(lab, project) for lab in labs(project)}
        self._listed_before, self._listed = self._listed, set()
        for fault in (*ledger.faults, *ran.values()):
            if isinstance(fault, PublishingError):
                self.list_once(fault)
        kept = {entry.piece: entry.kept for entry in ledger.entries if entry.kept}
        tasks = [_proving(share, kept, project) for share in shares([*kept])]
        tasks += [_running(lab, project) for lab, found in ran.items() if found is None]
        tasks += [task for page in chapter_pages(project) for task in _picturing(page, project)]
        self._open = tasks, project.fingerprint
        if self._is_served:
            self._beside.prove(*self._open)

    def stop(self) -> None:
        """End what runs beside the server."""
        self._beside.stop()

    def list_once(self, fault: PublishingError) -> None:
        """Write a fault to the terminal, unless it stood there at the build before."""
        line = str(fault)
        if line not in self._listed | self._listed_before:
            _log.warning("%s", line)
        self._listed.add(line)

    def instead_of_page(self, page: Page, fault: PublishingError) -> str:
        """Return what stands for a page that cannot be set, and list the fault."""
        self.list_once(fault)
        page.toc = TableOfContents([])
        return marks.fault_html(fault)


def _proving(share: Sequence[Piece], kept: Mapping[Piece, Path], project: Project) -> Task:
    pages, proofs = frozenset(piece.page for piece in share), frozenset(kept[it] for it in share)
    return Task(pages, proofs, settle_share, (share, project))


def _running(lab: Path, project: Project) -> Task:
    pages, kept = frozenset([project.page(lab)]), frozenset([kept_in(lab, project)])
    return Task(pages, kept, settle_lab, (lab, project))


def _picturing(page: str, project: Project) -> list[Task]:
    """Return what draws the picture of a chapter in the map, if it is still to be drawn."""
    work = work_if_there(project, page)
    if work is None or project.memory.place(work).exists():
        return []
    kept = frozenset([project.memory.place(work)])
    return [Task(frozenset(["index.md"]), kept, settle_thumbnail, (project, page))]
