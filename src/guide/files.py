"""Reads text as UTF-8 on every system, and writes so that nobody ever reads half of a file."""

import codecs
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from guide.errors import PublishingError

T = TypeVar("T")


def read_text(path: Path) -> str:
    r"""Return the text of a file in UTF-8, with or without a byte order mark.

    Lines end with `\n`, whether the file ends them with LF (Linux, macOS) or CRLF (Windows).

    Raises:
        PublishingError: The file is not UTF-8; the message names the line.
    """
    data = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is no UTF-8; save the file in this encoding"
        raise PublishingError(_shown(path), line, message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def until_written(function: Callable[[Path], T]) -> Callable[[Path], T]:
    """Let a function of a file remember what it returned, until the file is written again."""

    @lru_cache(maxsize=4096)
    def remembered(path: Path, *state: int) -> T:  # noqa: ARG001  (only the cache reads it)
        return function(path)

    @wraps(function)
    def now(path: Path) -> T:
        state = path.stat()
        stamps = state.st_mtime_ns, state.st_ctime_ns, state.st_ino, state.st_size
        return remembered(path, *stamps)

    return now


def rewrite(path: Path, text: str) -> None:
    """Replace the text of a file that is there, and write it as its editor does.

    A byte order mark stays; all lines end as the first one does.
    """
    before = path.read_bytes()
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if before.partition(b"\n")[0].endswith(b"\r") else "\n"
    write_atomically(path, mark + text.replace("\n", ends).encode())


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace `path` by a file with this content; whoever reads it sees the old one or the new.

    Args:
        path: The file; missing folders are made.
        content: Text (written as UTF-8) or bytes.
    """
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _shown(path: Path) -> str:
    """Return a path as seen from the folder one works in, where it is below that."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
