"""The package as readers get it: a wheel that the site offers, and the way to it from code."""

import re
import tempfile
import tomllib
from pathlib import Path

import nnbyhand
from guide.files import read_text
from guide.publishing.project import Project
from guide.publishing.reference.sources import relative_url
from guide.remembering import Work

FOLDER = "assets"
"""Where the site keeps the wheel."""

PAGE = "install.md"
"""The page that offers it, as seen from `docs`."""

_PLACE = "{wheel}"
_SAID_OF_IT = ("pyproject.toml", "README.md", "LICENSE")  # what a wheel holds beside the package
_CODE = re.compile(r'<div class="language-python highlight"[^>]*>.*?</div>', re.DOTALL)
_IMPORT = re.compile(r'<span class="nn">nnbyhand[.<]')


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


def with_link(html: str, page: str) -> str:
    """Return the HTML of a page with a link below the first code that needs the package.

    Args:
        html: The whole page.
        page: Its file, as seen from the folder `docs`.
    """
    for block in _CODE.finditer(html):
        if page != PAGE and _IMPORT.search(block[0]):
            link = f'<a href="{relative_url(PAGE, page)}">Install <code>nnbyhand</code></a>'
            return f'{html[: block.end()]}<p class="package-link">{link}</p>{html[block.end() :]}'
    return html
