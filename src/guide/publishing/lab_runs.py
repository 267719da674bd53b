"""Runs the labs, once for each state of the package."""

import hashlib
import os
from pathlib import Path
from typing import Any

import jupytext
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_jupyter.plugin import NotebookFile  # type: ignore[import-untyped]

from guide.figures.settings import INLINE_SAVING, inline_rc
from guide.files import read_text, write_atomically
from guide.publishing.cache import versions
from guide.publishing.project import Project


def labs(project: Project) -> list[Path]:
    """Return the labs, each a Python script in percent format."""
    return sorted((project.docs / "practice").glob("*.py"))


def results(project: Project) -> Path:
    """Return the folder of the labs' results for this state of the package and these libraries.

    mkdocs-jupyter leaves both out of its keys: a folder for each state tells them apart.
    """
    behind = project.behind("nnbyhand", "guide.figures.settings") + versions()
    return project.cache / "labs" / hashlib.sha256(behind.encode()).hexdigest()


def configure(config: MkDocsConfig, project: Project, folder: Path) -> None:
    """Set mkdocs-jupyter up to keep results in a folder."""
    _configure_kernel(project)
    jupytext.read = _read
    config.plugins["mkdocs-jupyter"].config["cache_dir"] = str(folder)


def _configure_kernel(project: Project) -> None:
    """Make kernels draw SVG in the colors and type of the site, so that labs need not say so."""
    profile = project.cache / "ipython" / "profile_default" / "ipython_kernel_config.py"
    lines = [
        'c.InlineBackend.figure_formats = {"svg"}',
        f"c.InlineBackend.rc = {inline_rc()!r}",
        f"c.InlineBackend.print_figure_kwargs = {INLINE_SAVING!r}",
    ]
    write_atomically(profile, "\n".join(lines) + "\n")
    os.environ["IPYTHONDIR"] = str(profile.parents[1])


def _read(lab: str) -> Any:  # noqa: ANN401  (a notebook of jupytext's, without types)
    """Read a lab as the press reads any text: jupytext takes a byte order mark for code."""
    return jupytext.reads(read_text(Path(lab)), fmt="py:percent")


def run(files: Files, config: MkDocsConfig) -> None:
    """Run all labs and leave what they print to the cache of mkdocs-jupyter.

    MkDocs would run them one by one, each at its turn, while everything else waits.
    """
    plugin = config.plugins["mkdocs-jupyter"]
    for file in files:
        if isinstance(file, NotebookFile):
            page = Page(None, file, config)
            plugin.on_pre_page(page, config=config, files=files)
            page.render(config, files)
            file.page = None  # MkDocs makes its own, with the title from the navigation
