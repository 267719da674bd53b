"""Where things stand in the repository."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A checkout of the guide.

    Attributes:
        root: The folder that holds `mkdocs.yml`.
    """

    root: Path

    @property
    def docs(self) -> Path:
        """The prose."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """The code, equations and exercises that pages include."""
        return self.root / "snippets"

    @property
    def cache(self) -> Path:
        """Results that can be computed again at any time."""
        return self.root / ".cache"

    def equations_in(self, folder: Path) -> str:
        """Return a name for a folder's equations and their transcriptions, read once as `src` is.

        An equation may use what the others beside it define.
        """
        if folder not in self._read:
            tex = sorted(folder.glob("*.tex"))
            code = [path.with_suffix(".py") for path in tex]
            self._read[folder] = _digest(self.root, [*tex, *code])
        return self._read[folder]

    @cached_property
    def _read(self) -> dict[Path, str]:
        return {}

    @cached_property
    def fingerprint(self) -> str:
        """A name for the content of `src`, read once: every build has a `Project` of its own."""
        return _digest(self.root, sorted((self.root / "src").rglob("*")))

    def pages(self) -> Iterator[Path]:
        """Yield the Markdown pages that readers get, in a stable order; templates are none."""
        for path in sorted(self.docs.rglob("*.md")):
            if not any(part.startswith("_") for part in path.relative_to(self.docs).parts):
                yield path

    def page(self, path: Path) -> str:
        """Return the name of a page, its file as seen from `docs`."""
        return path.relative_to(self.docs).as_posix()

    def relative(self, path: Path) -> str:
        """Return `path` as seen from the root, the way errors and marks name it."""
        return path.relative_to(self.root).as_posix()


def _digest(root: Path, paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file() and "__pycache__" not in path.parts:
            name = path.relative_to(root).as_posix()
            digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


HERE = Project(Path(__file__).resolve().parents[3])
