"""Scripts as the site serves them: without comments and indentation, which a browser skips."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import Files

from guide.errors import PublishingError
from guide.files import read_text

_FOLDER = "javascripts/"
_REMARK = re.compile(r"^(?P<code>.*[;,{}\[(:])\s+// .*$")
_IMPORT = re.compile(r' from "(\.[^"]+)";$', re.MULTILINE)
_PLACE = "data-playground"
_TEXT = re.compile(r"""(["'`])(?:\\.|(?!\1)[^\\])*\1""")
_QUOTE = re.compile("[\"'`]")


def lighten(files: Files) -> None:
    """Let the site serve its own scripts without what only their writers need."""
    for file in files:
        if file.src_uri.startswith(_FOLDER) and file.src_uri.endswith(".js"):
            file.content_string = as_served(file.content_string, file.src_uri)


def as_served(script: str, name: str) -> str:
    """Return a script without comments and indentation; its lines stay lines.

    Args:
        script: The text of the script.
        name: Its file, as seen from `docs`, for the error.

    Raises:
        PublishingError: A text goes over several lines and would lose its indentation.
    """
    return "".join(f"{line}\n" for line in _lines(script, name))


def _lines(script: str, name: str) -> Iterator[str]:
    for number, line in enumerate(script.splitlines(), start=1):
        code = line.strip()
        if not code or code.startswith("//"):
            continue
        if "`" in _open(code):
            message = "a text in backticks must end in the line in which it begins"
            raise PublishingError(f"docs/{name}", number, message)
        remark = _REMARK.match(code)
        yield remark["code"] if remark and not _open(remark["code"]) else code


def _open(code: str) -> list[str]:
    """Return the quotes outside of whole texts, such as that of a text which does not end."""
    return _QUOTE.findall(_TEXT.sub("", code))


def with_preloads(page: str, root: str, docs: Path) -> str:
    """Return a page that asks for all scripts of the playground at once, if it has one.

    Each script names those it needs only once it is there; over a slow line, seven in a row take
    seven times as long.

    Args:
        page: The HTML of a page.
        root: The address of the site's root as the page writes it, such as `../..`.
        docs: The folder with the scripts.
    """
    if _PLACE not in page:
        return page
    links = "".join(
        f'<link rel="modulepreload" href="{root}/{path}">'
        for path in needed(_FOLDER + "play/playground.js", docs)
    )
    return page.replace("</title>", f"</title>{links}", 1)


def needed(script: str, docs: Path) -> list[str]:
    """Return a script and all that it imports at its start, as seen from `docs`."""
    found, waiting = [script], [script]
    while waiting:
        here = waiting.pop()
        for name in _IMPORT.findall(read_text(docs / here)):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(here), name))
            if path not in found:
                found.append(path)
                waiting.append(path)
    return found
