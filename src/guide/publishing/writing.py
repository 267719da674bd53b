"""While one writes, the page in the browser comes first and the others follow.

An edit of the package puts every page in doubt, and proving them all takes minutes. The development
server then proves the page that the browser shows and leaves the others as they were. A build of
everything runs beside it and fills the cache; when that ends, the server builds once more.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from typing import Any

from mkdocs.livereload import LiveReloadServer

from guide.files import write_atomically
from guide.publishing.project import Project
from guide.publishing.sources import SOURCES

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Writing:
    """What the development server knows of who writes, and of what it has proven for them.

    Attributes:
        page: The page that the browser asked for last, as seen from `docs`; empty before the first.
        labs: The results of labs that the site shows; they belong to one state of the package.
        proven: The state of `src` that a build of everything has seen.
        beside: The build of everything that runs beside the server.
        listings: Returns the source pages by their file, as seen from `docs`. Hundreds of them take
            longer to write than a chapter to set: the server makes them, without the theme, when
            one is asked for.
    """

    def __init__(self) -> None:  # noqa: D107  (the class says it)
        self.page = ""
        self.labs: Path | None = None
        self.proven = ""
        self.beside: subprocess.Popen[bytes] | None = None
        self.listings: Callable[[], dict[str, str]] = dict
        self._proving = ""
        self._build: tuple[Project, Path, bool] | None = None

    def attend(self, server: LiveReloadServer, project: Project) -> None:
        """Attend to what the browser asks for, and build again when everything is proven."""
        write_atomically(_signal(project), "")
        server.watch(str(_signal(project)))
        server.set_app(self.answering(project, server.serve_request))

    def answering(self, project: Project, app: App) -> App:
        """Return the server's application; it notes which page is asked for, and sets listings."""

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
            page = f"{environ['PATH_INFO'].strip('/') or 'index'}.md"
            if (project.docs / page).is_file():
                self.page = page
            elif page.startswith(f"{SOURCES}/") and (listing := self.listings().get(page)):
                start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
                return [listing.encode()]
            return app(environ, start_response)

        return answer

    def begin(self, project: Project, labs: Path) -> tuple[str, Path]:
        """Return the page to prove in this build, or "" for all, and the results of labs to show.

        Args:
            project: The checkout as it is now.
            labs: Where the results of its labs are, or will be.
        """
        package_changed = self.labs is not None and self.labs != labs
        hurried = bool(self.page) and package_changed and project.fingerprint != self.proven
        self._build = project, labs, hurried
        if self._proving != project.fingerprint:
            self.stop()  # what it finds is outdated, and it takes time from this build
        return (self.page, self.labs or labs) if hurried else ("", labs)

    def end(self) -> None:
        """Take note that the build has succeeded; where it proved one page, prove the others."""
        assert self._build is not None, "a build begins before it ends"
        project, labs, hurried = self._build
        if not hurried:
            self.proven, self.labs = project.fingerprint, labs
        elif self.beside is None:
            self._prove_everything(project)

    def _prove_everything(self, project: Project) -> None:
        site = _signal(project).with_name("site")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        self.beside = subprocess.Popen(  # noqa: S603  (our own command)
            command,
            cwd=project.root,
            stdout=subprocess.DEVNULL,  # what it finds, the server's own build says again
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._proving = project.fingerprint
        Thread(target=self._follow, args=(project, self.beside), daemon=True).start()

    def _follow(self, project: Project, build: "subprocess.Popen[bytes]") -> None:
        build.wait()
        if self.beside is build:  # and no later one
            self.beside, self.proven = None, project.fingerprint
            write_atomically(_signal(project), project.fingerprint)

    def stop(self) -> None:
        """End the build that runs beside the server, and all that it started."""
        build, self.beside = self.beside, None
        if build is not None and build.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(build.pid, signal.SIGTERM)
            else:
                build.terminate()


def _signal(project: Project) -> Path:
    """Return the file whose change tells the server to build again."""
    return project.cache / "serve" / "everything-proven"
