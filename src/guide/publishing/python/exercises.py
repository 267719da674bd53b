"""The checks of exercises in the page as files of the site, each whole, for the browser."""

import re

from guide.files import read_text
from guide.publishing.project import Project

FOLDER = "assets/python/exercises"
"""Where the site keeps them."""

_SOURCES = "src/guide/exercises"
_CHECK = re.compile(r"^def check\(", re.MULTILINE)
_SHARED = re.compile(
    r"^from guide\.exercises\.(?P<name>\w+) import (?:\([^)]*\)|[^\n(]+)\n", re.MULTILINE
)


def exercises(project: Project) -> list[str]:
    """Return the names of all exercises: of the modules that have a function `check`."""
    folder = project.root / _SOURCES
    return sorted(path.stem for path in folder.glob("*.py") if _CHECK.search(read_text(path)))


def exercise_files(project: Project) -> dict[str, str]:
    """Return the files of all exercises, by path."""
    return {f"{FOLDER}/{name}.py": source_of(name, project) for name in exercises(project)}


def source_of(name: str, project: Project) -> str:
    """Return the text of an exercise, with modules that it shares in place of their imports."""
    done = {name}

    def whole(name: str) -> str:
        return _SHARED.sub(instead, read_text(project.root / _SOURCES / f"{name}.py"))

    def instead(line: re.Match[str]) -> str:
        if line["name"] in done:
            return ""
        done.add(line["name"])
        return whole(line["name"])

    return whole(name)
