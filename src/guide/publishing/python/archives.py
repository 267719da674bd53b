"""Pure Python for the page, packed: what the package needs, and what runs a reader's code."""

import io
import re
import tomllib
import zipfile
from collections.abc import Container, Mapping
from importlib.metadata import distribution

from guide.files import read_text
from guide.publishing.project import Project

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_OF_THIS_MACHINE = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
_RUNNER = "javascripts/python"


def dependencies(project: Project, elsewhere: Container[str]) -> list[str]:
    """Return what the package needs, and what that needs, but for what comes from elsewhere."""
    said = tomllib.loads(read_text(project.root / "pyproject.toml"))["project"]
    found: list[str] = []
    waiting = [*said["dependencies"]]
    while waiting:
        wish = waiting.pop(0)
        name = _name(wish)
        if "extra ==" in wish or name in elsewhere or name in found:
            continue
        found.append(name)
        waiting += distribution(name).requires or []
    return found


def _name(wish: str) -> str:
    match = _NAME.match(wish)
    return re.sub(r"[-_.]+", "-", match[0]).lower() if match else wish


def packed(name: str) -> tuple[str, bytes]:
    """Return an installed distribution as a file: its name, and an archive with its license."""
    installed = distribution(name)
    files = {
        path.as_posix(): path.read_binary()
        for path in installed.files or []
        if ".." not in path.parts
        and "__pycache__" not in path.parts
        and path.name not in _OF_THIS_MACHINE
    }
    return f"{name}-{installed.version}.zip", archive(files)


def runner(project: Project) -> bytes:
    """Return the Python that runs readers' code, as an archive."""
    folder = project.docs / _RUNNER
    return archive(
        {
            path.relative_to(folder).as_posix(): read_text(path).encode()
            for path in sorted(folder.rglob("*.py"))
        }
    )


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files in an archive: of the same files, always the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(files):
            target.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return made.getvalue()
