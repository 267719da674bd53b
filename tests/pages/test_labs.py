"""Labs run as readers download them, in a Jupyter of their own, and their pages are light."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode

from guide.figures.settings import WIDTHS
from guide.publishing.labs.runs import labs
from guide.publishing.project import HERE

PRACTICE = HERE.root / "site/practice"
JUPYTER = Path(sys.executable).with_name("jupyter")
LABS = [lab.stem for lab in labs(HERE)]
MOST_BYTES = 60_000
MOST_BYTES_OF_A_FIGURE = 25_000
SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
FIGURE = re.compile(
    r'<div class="nn-(wide|narrow)"[^>]*>(<svg [^>]*viewBox="0 0 (\S+) .*?</svg>)', re.DOTALL
)


def built(name: str) -> Path:
    if not (PRACTICE / name).is_file():
        pytest.fail("site/ is not built: run `make site` first")
    return PRACTICE / name


def page_of(lab: str) -> str:
    return built(f"{lab}/index.html").read_text(encoding="utf-8")


def run_elsewhere(lab: str, folder: Path) -> NotebookNode:
    """Run a downloaded notebook in an empty folder, without paths or settings of anyone."""
    shutil.copy(built(f"{lab}.ipynb"), folder)
    own = {name: str(folder / name) for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [JUPYTER, "nbconvert", "--to", "notebook", "--execute", "--output", "run"]
    done = subprocess.run(
        [*map(str, command), f"{lab}.ipynb"],
        cwd=folder,
        env=kept | own,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return nbformat.read(folder / "run.ipynb", as_version=4)


def outputs(notebook: NotebookNode) -> list[list[NotebookNode]]:
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def printed(cells: Iterable[list[NotebookNode]]) -> list[str]:
    """Return what cells print, as pages show it: a new text in each cell and after each figure."""
    texts = []
    for cell in cells:
        pieces = [""]
        for output in cell:
            if output.output_type == "stream":
                pieces[-1] += output.text
            else:
                pieces.append("")
        texts += [piece.strip("\n") for piece in pieces if piece]
    return texts


@pytest.mark.parametrize("lab", LABS)
def test_the_downloaded_notebook_prints_what_the_page_shows(lab: str, tmp_path: Path) -> None:
    cells = outputs(run_elsewhere(lab, tmp_path))
    streams = {output.get("name") for cell in cells for output in cell}
    assert "stderr" not in streams, "it warns"
    shown = BeautifulSoup(page_of(lab), "html.parser").select("pre.lab-output")
    assert printed(cells) == [text.get_text() for text in shown]


@pytest.mark.parametrize("lab", LABS)
def test_the_page_is_light_without_its_figures(lab: str) -> None:
    page = SVG.sub("", page_of(lab))
    assert "<svg" not in page
    assert len(gzip.compress(page.encode())) <= MOST_BYTES


@pytest.mark.parametrize("lab", LABS)
def test_figures_are_light_and_as_wide_as_their_column(lab: str) -> None:
    figures = FIGURE.findall(page_of(lab))
    assert len(figures) == 2 * page_of(lab).count('class="lab-figure"') >= 4
    for size, drawing, width in figures:
        assert len(gzip.compress(drawing.encode())) <= MOST_BYTES_OF_A_FIGURE
        assert WIDTHS[size] * 0.99 <= float(width) <= WIDTHS[size]  # or its text changes size


@pytest.mark.parametrize("lab", LABS)
def test_code_that_draws_is_folded_and_copied(lab: str) -> None:
    page = BeautifulSoup(page_of(lab), "html.parser")
    assert page.select_one("details.plotting")
    seen = [
        code.get_text()
        for code in page.select(".highlight code")
        if code.find_parent("details") is None
    ]
    assert not any("plt.show()" in code or "# alt" in code for code in seen)
    notebook = nbformat.read(built(f"{lab}.ipynb"), as_version=4)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    blocks = page.select(".highlight")
    copied = ["".join(code.get_text() for code in block("code")).strip("\n") for block in blocks]
    assert copied == cells
