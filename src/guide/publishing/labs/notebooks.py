"""Gives lab pages the look of chapters, and readers the notebook to download."""

import base64
import html
import posixpath
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

import jupytext
from bs4 import BeautifulSoup, Tag
from nbclient.exceptions import CellExecutionError

from guide.errors import PublishingError
from guide.figures.settings import WIDTHS
from guide.files import read_text
from guide.publishing.extension import set_inline_math
from guide.publishing.labs.code import LabCode, alternative, without_description
from guide.publishing.press import Press
from guide.publishing.reference.sources import relative_url
from guide.publishing.svg.figure_markup import Drawing, figure_html
from guide.publishing.svg.inline_svg import DrawingError, themed_svg
from guide.publishing.typesetting.data_tables import boxed
from guide.remembering import Work

_ASSET = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_FORMULA = re.compile(r"(?<![\\$])\$([^$\n]+)\$")
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_COLUMNS = 4  # of a table that a cell prints


def downloadable(path: Path) -> str:
    """Return a lab as a notebook that runs in plain Jupyter."""
    return _as_notebook(read_text(path))


def description(path: Path) -> str:
    """Return what the header of a lab says the lab is about."""
    return str(jupytext.reads(read_text(path), fmt="py:percent").metadata.get("description", ""))


@lru_cache  # of the text alone; a server asks at every build
def _as_notebook(lab: str) -> str:
    notebook = jupytext.reads(lab, fmt="py:percent")
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"  # jupytext makes a random one, and builds must not differ
        if cell["cell_type"] == "code":
            cell["source"] = without_description(cell["source"])
    return str(jupytext.writes(notebook, fmt="ipynb"))


def fault_of(failure: CellExecutionError, press: Press) -> PublishingError:
    """Return an error that names the line of the lab at which a cell failed."""
    plain = _ANSI.sub("", failure.traceback)
    at = re.findall(r"^-+> \d+ (.+)$", plain, re.MULTILINE)
    return press.fault_at(at[0].strip() if at else "", f"{failure.ename}: {failure.evalue}")


def as_chapter(page: str, press: Press, waiting: str = "") -> str:
    """Return the HTML of a lab with nothing of nbconvert left but its content.

    Args:
        page: What mkdocs-jupyter made of the lab: half a megabyte of styles around the cells.
        press: The state of the build; `press.page` is the lab.
        waiting: Why the lab shows no results, where it does not.

    Raises:
        PublishingError: A figure has no `# alt:` comment in its cell or is not drawn for both
            widths, a statement draws and prints, or a formula is not TeX.
    """
    content = _ASSET.sub("", page)
    key = (press.page, content, waiting)
    work = Work("lab-pages", (_rewritten,), key, lambda: _rewritten(content, press, waiting))
    lab = press.project.memory.result(work)
    return set_inline_math(lab, press)


def _rewritten(content: str, press: Press, waiting: str) -> str:
    soup = BeautifulSoup(content, "html.parser")
    parts, shown = [], LabCode(press)
    for number, cell in enumerate(soup.select(".jp-Notebook-cell:not(:has(.jp-Notebook-cell))")):
        prose = cell.select_one(".jp-MarkdownOutput")
        parts += [_prose(prose, press)] if prose else _code(cell, number, shown)
        if waiting and not prose:
            parts.append(f'<p class="standing">{html.escape(waiting)}</p>')
    name = PurePosixPath(press.page).stem
    link = f'<a href="../{name}.ipynb" download>Download this lab as a notebook</a>'
    parts.insert(1, f'<p class="lab-download">{link}</p>')
    return "\n".join(parts)


def _prose(cell: Tag, press: Press) -> str:
    for link in cell.select("a.anchor-link"):
        link["class"], link["title"], link.string = "headerlink", "Link to this section", "#"
    for link in cell.select("a[href]"):
        address, _, anchor = str(link["href"]).partition("#")
        if address.endswith((".md", ".py")) and "://" not in address:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(press.page), address))
            link["href"] = relative_url(f"{target}#{anchor}", press.page)
    for text in cell.find_all(string=_FORMULA):
        if text.find_parent("code") is None:
            spans = _FORMULA.sub(
                r'<span class="arithmatex">\\(\1\\)</span>', html.escape(str(text))
            )
            text.replace_with(BeautifulSoup(spans, "html.parser"))
    for table in cell.find_all("table"):
        table.replace_with(BeautifulSoup(boxed(str(table), str(table)), "html.parser"))
    return cell.decode_contents().strip()


def _code(cell: Tag, number: int, shown: LabCode) -> list[str]:
    code = cell.select_one(".highlight-ipynb pre")
    if code is None:
        return []
    parts = [shown.html(code)]
    figures = 0
    for picture, printed in _outputs(cell):
        if picture is not None:
            parts.append(_figure(picture, code.get_text(), f"lab-{number}-{figures}", shown.press))
            figures += 1
        else:
            parts.append(_printed(printed.strip("\n")))
    return parts


def _printed(text: str) -> str:
    """Return what a cell printed; sentences wrap where the screen ends, a table of numbers not."""
    lines = text.split("\n")
    is_table = all(len(_GAP.findall(line)) >= _COLUMNS - 1 for line in lines)
    name = "lab-output lab-columns" if is_table else "lab-output"
    shown = "\n</span><span>".join(html.escape(line) for line in lines)
    return f'<pre class="{name}"><samp><span>{shown}</span></samp></pre>'


def _outputs(cell: Tag) -> list[tuple[Tag | None, str]]:
    """Return what a cell drew and printed, in order, as pictures and texts.

    What one cell prints arrives in one piece or in several, as the kernel's timing has it; pieces
    in a row are one text, so that the page does not depend on it.
    """
    outputs: list[tuple[Tag | None, str]] = []
    for output in cell.select(".jp-OutputArea-output"):
        picture = output.find("img")
        if isinstance(picture, Tag):
            outputs.append((picture, ""))
            continue
        printed = (output.find("pre") or output).get_text()
        if outputs and outputs[-1][0] is None:
            printed = outputs.pop()[1] + printed
        outputs.append((None, printed))
    return outputs


def _figure(picture: Tag, code: str, name: str, press: Press) -> str:
    encoded = str(picture["src"]).removeprefix("data:image/svg+xml;base64,")
    drawings = _DRAWING.findall(base64.b64decode(encoded, validate=True).decode())
    first = code.strip().splitlines()[0]
    alt = alternative(code)
    if alt is None:
        message = "this cell draws a figure; say what it shows in a comment `# alt: …`"
        raise press.fault_at(first, message)
    if len(drawings) != len(WIDTHS):
        message = f"a figure of Matplotlib is drawn for {' and '.join(WIDTHS)}; this is another"
        raise press.fault_at(first, message)
    try:
        wide, narrow = (
            themed_svg(svg, f"{name}-{size}", "")
            for svg, size in zip(drawings, WIDTHS, strict=True)
        )
    except DrawingError as error:
        raise press.fault_at(first, str(error)) from error
    return f'<div class="lab-figure">{figure_html(Drawing(wide, narrow), alt)}</div>'
