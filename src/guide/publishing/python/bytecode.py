"""The Python that a first Run imports, compiled at build: a reader's browser need not do it.

Pyodide brings its standard library as source, and compiling what it imports at its start takes most
of the time until the first letter is printed.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from guide.publishing.project import Project
from guide.publishing.typesetting.katex import node
from guide.remembering import Work

ARCHIVES = ("python_stdlib.zip", "runner.zip")
"""What is compiled."""

_SCRIPT = Path(__file__).with_suffix(".mjs")
_COMPILING = Path(__file__).with_name("compiling.py")


def compiled(project: Project, core: Path, runner: bytes) -> dict[str, bytes]:
    """Return the archives of the standard library and of the runner, with bytecode, by name.

    Args:
        project: The checkout.
        core: The folder of Pyodide.
        runner: The archive of what runs readers' code, as source.
    """
    behind = (_compile, _SCRIPT, _COMPILING, core / "package.json")
    digests = tuple(hashlib.sha256(data).hexdigest() for data in (_library(core), runner))
    work = Work("python-bytecode", behind, digests, lambda: _compile(core, runner))
    return project.memory.result(work)


def _library(core: Path) -> bytes:
    return (core / ARCHIVES[0]).read_bytes()


def _compile(core: Path, runner: bytes) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ARCHIVES[1]).write_bytes(runner)
        shutil.copy(_COMPILING, folder)
        command = [str(node()), str(_SCRIPT), str(core), str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own script)
        return {archive: (folder / "made" / archive).read_bytes() for archive in ARCHIVES}
