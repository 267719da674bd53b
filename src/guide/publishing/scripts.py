"""Scripts as the site serves them: without comments and indentation, which a browser skips."""

import re
from collections.abc import Iterator

from mkdocs.structure.files import Files

from guide.errors import PublishingError

_FOLDER = "javascripts/"
_REMARK = re.compile(r"^(?P<code>.*[;,{}\[(:])\s+// .*$")
_QUOTES = ('"', "`")


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
        if _is_open(code, "`"):
            message = "a text in backticks must end in the line in which it begins"
            raise PublishingError(f"docs/{name}", number, message)
        remark = _REMARK.match(code)
        is_remark = remark and not any(_is_open(remark["code"], quote) for quote in _QUOTES)
        yield remark["code"] if remark and is_remark else code


def _is_open(code: str, quote: str) -> bool:
    """Tell whether a text in such quotes begins and does not end."""
    return code.count(quote) % 2 == 1
