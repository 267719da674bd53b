"""Pages that show the source behind every proof, line by line, inside the site itself."""

import posixpath
from collections.abc import Iterable
from pathlib import PurePosixPath

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer, TexLexer

from guide.publishing.project import Project

_FOLDER = "reference/source"


def source_page(path: str) -> str:
    """Return the page that shows a source file, as seen from the folder `docs`."""
    return f"{_FOLDER}/{path}.md"


def relative_url(target: str, page: str) -> str:
    """Return the address of one page as a link on another writes it.

    Both are named by their Markdown files, as seen from the folder `docs`; every page is served as
    a folder.
    """
    return posixpath.relpath(_folder(target), _folder(page)) + "/"


def shown_sources(project: Project, proving: Iterable[str]) -> list[str]:
    """Return the source files worth a page: those that prove something, and the whole package."""
    package = (project.relative(path) for path in (project.root / "src/nnbyhand").glob("*.py"))
    return sorted({*proving, *package})


def source_markdown(project: Project, path: str) -> str:
    """Return the Markdown of the page that shows a source file."""
    text = (project.root / path).read_text(encoding="utf-8")
    lexer = TexLexer() if path.endswith(".tex") else PythonLexer()
    formatter = HtmlFormatter(linespans="line", wrapcode=True)
    code = highlight(text, lexer, formatter)
    code = code.removeprefix('<div class="highlight"><pre>').removesuffix("</pre></div>\n")
    code = code.replace("`", "&#96;").replace("~", "&#126;")  # no fence may open inside raw HTML
    front = f"---\ntitle: {PurePosixPath(path).name}\nsearch:\n  exclude: true\nhide: [toc]\n---\n"
    heading = f"# {PurePosixPath(path).name}\n\n`{path}`\n"
    return (
        f'{front}\n{heading}\n<div class="highlight source"><pre tabindex="0">{code}</pre></div>\n'
    )


def _folder(page: str) -> str:
    stem, _ = posixpath.splitext(page)
    return "/" + (posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem)
