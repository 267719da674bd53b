"""The folder of results that can be computed again: `.cache`, or one that lasts for this run."""

import atexit
import multiprocessing
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from guide.files import write_atomically

ROOM = 16
"""Megabytes that must be free: labs keep six at once, and fail where they cannot."""

_VARIABLE = "GUIDE_CACHE"


@cache
def cache_folder(root: Path) -> Path:
    """Return the folder in which a checkout keeps results.

    It is `.cache`, or what the variable `GUIDE_CACHE` names, as seen from `root`: `make newest` and
    `make oldest` must find nothing there that other versions computed. Where it cannot be written,
    a warning says so, and this run and the processes that it starts keep results in a temporary
    folder. What it holds is copied there.
    """
    folder = root / os.environ.get(_VARIABLE, ".cache")
    problem = _problem(folder)
    if problem is None:
        return folder
    made = tempfile.mkdtemp(prefix="nnbyhand-cache-")
    os.environ[_VARIABLE] = made
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    with suppress(OSError):  # not a folder, or not to be read either
        shutil.copytree(folder, made, dirs_exist_ok=True)
    _warn(folder, problem)
    return Path(made)


def keep(path: Path, content: bytes) -> None:
    """Write a file of the cache; where that fails after all, a warning says so, and work goes on.

    Args:
        path: The file, in a folder of the cache for results of its kind.
        content: What shall stand in it.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        _warn(path.parents[1], _reason(error))


def tell_of_damage(path: Path) -> None:
    """Warn, once for each cache, that a file in it cannot be read."""
    _warn_of_damage(path.parents[1])


def _problem(folder: Path) -> str | None:
    """Return why nothing more can be written to a folder, or None."""
    trial = folder / f"trial-{os.getpid()}"
    try:
        write_atomically(trial, b"")
        trial.unlink()
        free = shutil.disk_usage(folder).free >> 20
    except OSError as error:
        return _reason(error)
    return None if free >= ROOM else f"{free} MB are free there, {ROOM} MB are needed"


def _reason(error: OSError) -> str:
    is_file = isinstance(error, FileExistsError | NotADirectoryError)
    return "a file of this name is there" if is_file else error.strerror or str(error)


@cache  # a warning is given once
def _warn(folder: Path, reason: str) -> None:
    _tell(
        f"results cannot be kept in {folder} ({reason}); work goes on, but the next run computes"
        " them again"
    )


@cache  # as above
def _warn_of_damage(folder: Path) -> None:
    _tell(f"a result in {folder} is damaged; work goes on, and it is computed again")


def _tell(problem: str) -> None:
    # The process that started this one finds the result missing, and says so itself.
    if multiprocessing.parent_process() is None:
        sys.stderr.write(f"WARNING: {problem}\n")
