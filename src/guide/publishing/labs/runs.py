"""Runs the labs, once for each state of the package."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jupytext
import mkdocs_jupyter  # type: ignore[import-untyped]
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs_jupyter.plugin import NotebookFile  # type: ignore[import-untyped]
from nbclient.exceptions import CellExecutionError

from guide.errors import PublishingError
from guide.figures.settings import INLINE_SAVING, inline_rc
from guide.files import read_text, write_atomically
from guide.publishing.labs.kernel import draw_twice
from guide.publishing.labs.notebooks import description, downloadable, fault_of
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.press import Press
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import Katex
from guide.remembering import Work

_AT_START = f"from {draw_twice.__module__} import {draw_twice.__name__}; {draw_twice.__name__}()"


class _Lab(NamedTuple):
    """What mkdocs-jupyter makes of a lab."""

    content: str
    toc: TableOfContents
    title: str


def labs(project: Project) -> list[Path]:
    """Return the labs, each a Python script in percent format."""
    return sorted((project.docs / "practice").glob("*.py"))


def downloads(project: Project) -> dict[str, str]:
    """Return the notebooks that readers download, by their place in the site."""
    return {f"practice/{lab.stem}.ipynb": downloadable(lab) for lab in labs(project)}


def configure_kernel(project: Project) -> None:
    """Make kernels draw SVG in the colors and type of the site, so that labs need not say so."""
    profile = project.cache / "ipython" / "profile_default" / "ipython_kernel_config.py"
    lines = [
        'c.Application.log_level = "ERROR"',  # or each kernel warns of its own computer's network
        'c.InlineBackend.figure_formats = {"svg"}',
        f"c.InlineBackend.rc = {inline_rc()!r}",
        f"c.InlineBackend.print_figure_kwargs = {INLINE_SAVING!r}",
        f"c.InteractiveShellApp.exec_lines = [{_AT_START!r}]",
    ]
    write_atomically(profile, "\n".join(lines) + "\n")
    os.environ["IPYTHONDIR"] = str(profile.parents[1])


def _read(lab: str) -> Any:  # noqa: ANN401  (a notebook of jupytext's, without types)
    """Read a lab as the press reads any text: jupytext takes a byte order mark for code."""
    return jupytext.reads(read_text(Path(lab)), fmt="py:percent")


def keep(page: Page, project: Project, config: MkDocsConfig) -> None:
    """Let MkDocs take a lab as it ran the last time, where nothing that matters was different.

    Where labs are not to be run, which is so under the development server, one that never ran is
    set without what it prints.
    """
    jupytext.read = _read  # what mkdocs-jupyter reads a lab with
    render = page.render
    lab = project.docs / page.file.src_uri
    runs = bool(config.plugins["mkdocs-jupyter"].config["execute"])

    def made(config: MkDocsConfig, files: Files) -> _Lab:
        try:
            render(config, files)
        except CellExecutionError as failure:
            press = Press(project, Ledger(()), Katex(project), page=page.file.src_uri)
            raise fault_of(failure, press) from failure
        return _Lab(page.content or "", page.toc, str(page.title))

    def render_once(config: MkDocsConfig, files: Files) -> None:
        ran = runs or isinstance(outcome(lab, project), _Lab)
        kept = project.memory.result(_work(lab, project, lambda: made(config, files), runs=ran))
        page.content, page.toc, page.title = kept
        page.meta["description"] = description(lab)  # a script has no front matter

    page.render = render_once  # type: ignore[method-assign]


def outcome(lab: Path, project: Project) -> object:
    """Return what came of running a lab: None where it never ran, a fault where a cell failed."""
    return project.memory.settled(_work(lab, project, _not_now, runs=True))


def kept_in(lab: Path, project: Project) -> Path:
    """Return the file of the cache that keeps what a lab printed."""
    return project.memory.place(_work(lab, project, _not_now, runs=True))


def waits_for(lab: Path, project: Project) -> str:
    """Say in a few words why a lab shows no results; empty where it does."""
    found = outcome(lab, project)
    if isinstance(found, PublishingError):
        return f"stopped: {found}"
    return "" if found else "being run"


def _not_now() -> _Lab:
    raise AssertionError("who asks what came of a lab does not run it")


def _work(lab: Path, project: Project, run: Callable[[], _Lab], *, runs: bool) -> Work[_Lab]:
    behind = (draw_twice, mkdocs_jupyter, lab)  # what the lab imports counts, too
    return Work("labs", behind, (project.page(lab), "run" if runs else "not run"), run)


def run(files: Files, config: MkDocsConfig, project: Project) -> None:
    """Run all labs and keep what they print.

    MkDocs would run them one by one, each at its turn, while everything else waits.
    """
    plugin = config.plugins["mkdocs-jupyter"]
    for file in files:
        if isinstance(file, NotebookFile):
            page = Page(None, file, config)
            plugin.on_pre_page(page, config=config, files=files)
            keep(page, project, config)
            page.render(config, files)
            file.page = None  # MkDocs makes its own, with the title from the navigation


def settle_lab(lab: Path, project: Project) -> None:
    """Run a lab, and leave what it prints, or the fault, in the cache."""
    config = load_config(str(project.root / "mkdocs.yml"))
    file = File(project.page(lab), config.docs_dir, config.site_dir, use_directory_urls=True)
    files = Files([NotebookFile(file, **config)])
    configure_kernel(project)

    def ran() -> _Lab:
        run(files, config, project)
        return project.memory.result(_work(lab, project, _not_now, runs=True))

    project.memory.settle(_work(lab, project, ran, runs=True))
