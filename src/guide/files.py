"""Writes files so that nobody ever reads half of one, and says where those are that may be lost."""

import os
import tempfile
from pathlib import Path


def cache_folder(root: Path) -> Path:
    """Return the folder of a checkout for results that can be computed again at any time.

    The variable `GUIDE_CACHE` names another one, as seen from `root`: `make newest` and
    `make oldest` must find nothing there that other versions computed.
    """
    return root / os.environ.get("GUIDE_CACHE", ".cache")


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
