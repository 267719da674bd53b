"""Which scripts a page needs at once: it asks for them before the first one names the others."""

import posixpath
import re
from pathlib import Path

from guide.files import read_text

_FOLDER = "javascripts/"
_IMPORT = re.compile(r' from "(\.[^"]+)";$', re.MULTILINE)
_PLACE = "data-playground"


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
