"""Pages that show the source behind every proof, line by line, inside the site itself."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer, TexLexer

from guide.files import read_text
from guide.publishing.project import Project
from guide.remembering import Work

SOURCES = "reference/source"
"""The folder of the source pages, as seen from `docs`."""


def source_place(path: str, line: int) -> str:
    """Return the page and anchor that show a line of a source file, as seen from `docs`.

    A module has a page of its own; the many small files in a chapter's folder of snippets share
    one.
    """
    return f"{_page(path)}#{_slug(path)}-{line}"


def relative_url(target: str, page: str) -> str:
    """Return the address of a page, with or without anchor, as a link on another page writes it.

    Both are named by their Markdown files, as seen from the folder `docs`; every page is served as
    a folder.
    """
    name, _, anchor = target.partition("#")
    address = posixpath.relpath(_folder(name), _folder(page)) + "/"
    return f"{address}#{anchor}" if anchor else address


def source_pages(
    project: Project, proving: Iterable[str], hold: Callable[[str], str] = str
) -> dict[str, str]:
    """Return the Markdown of all source pages by their file, as seen from `docs`.

    Args:
        project: The checkout.
        proving: The files that prove something; the whole package is shown beside them.
        hold: Keeps the HTML of a listing out of Markdown's way, and returns what stands for it.
    """
    package = (project.relative(path) for path in (project.root / "src/nnbyhand").rglob("*.py"))
    shown = defaultdict(list)
    for path in sorted({*proving, *package}):
        shown[_page(path)].append(path)
    return {
        page: _markdown(page, {path: hold(_listing(project, path)) for path in paths})
        for page, paths in shown.items()
    }


def _markdown(page: str, listings: dict[str, str]) -> str:
    name = page.removeprefix(f"{SOURCES}/").removesuffix(".md")
    about = f"title: {name}\ndescription: The source of {name}, line by line."
    front = f"---\n{about}\nsearch:\n  exclude: true\nhide: [toc]\n---\n"
    files = [*listings.values()]
    if [*listings] != [name]:
        files = [
            f"## {path.removeprefix(name)[1:]}\n\n{listing}\n" for path, listing in listings.items()
        ]
    return "\n".join([front, f"# {PurePosixPath(name).name}\n\n`{name}`\n", *files])


def _listing(project: Project, path: str) -> str:
    text = read_text(project.root / path)
    work = Work("sources", (_set,), (path, text), lambda: _set(path, text))
    return project.memory.result(work)


def _set(path: str, text: str) -> str:
    lexer = TexLexer() if path.endswith(".tex") else PythonLexer()
    formatter = HtmlFormatter(linespans=_slug(path), wrapcode=True)
    code = highlight(text, lexer, formatter)
    code = code.removeprefix('<div class="highlight"><pre>').removesuffix("</pre></div>\n")
    code = code.replace("`", "&#96;").replace("~", "&#126;")  # no fence may open inside raw HTML
    return f'<div class="highlight source"><pre tabindex="0">{code}</pre></div>\n'


def _page(path: str) -> str:
    parts = PurePosixPath(path).parts
    shared = parts[0] == "snippets"
    return f"{SOURCES}/{'/'.join(parts[:2]) if shared else path}.md"


def _slug(path: str) -> str:
    """Return what the anchors of a file begin with on its page."""
    parts = PurePosixPath(path).parts
    return re.sub(r"[^a-z0-9]+", "-", "/".join(parts[2:]).lower())


def _folder(page: str) -> str:
    stem, _ = posixpath.splitext(page)
    return "/" + (posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem)
