"""Builds the package as a wheel, which the site offers: readers get it where they read of it."""

import tempfile
import tomllib
from pathlib import Path

import nnbyhand
from guide.files import read_text
from guide.publishing.project import Project
from guide.remembering import Work

FOLDER = "assets"
"""Where the site keeps the wheel."""

_PLACE = "{wheel}"
_SAID_OF_IT = ("pyproject.toml", "README.md", "LICENSE")  # what a wheel holds beside the package


def wheel_name(project: Project) -> str:
    """Return the name of the wheel's file: it tells pip what is in it."""
    said = tomllib.loads(read_text(project.root / "pyproject.toml"))["project"]
    return f"{said['name']}-{said['version']}-py3-none-any.whl"


def named(page: str, project: Project) -> str:
    """Return the Markdown of a page with the wheel's name wherever it says `{wheel}`."""
    return page.replace(_PLACE, wheel_name(project)) if _PLACE in page else page


def wheel(project: Project) -> dict[str, bytes]:
    """Return the wheel as a file of the site, by path: of the same sources, always the same."""
    said = (project.root / name for name in _SAID_OF_IT)
    work = Work("wheel", (_built, nnbyhand, *said), (), lambda: _built(project))
    return {f"{FOLDER}/{wheel_name(project)}": project.memory.result(work)}


def _built(project: Project) -> bytes:
    # A build from the cache need not pay for this import.
    from hatchling.builders.wheel import WheelBuilder  # noqa: PLC0415  (see above)

    with tempfile.TemporaryDirectory() as folder:
        [made] = WheelBuilder(str(project.root)).build(directory=folder, versions=["standard"])
        return Path(made).read_bytes()
