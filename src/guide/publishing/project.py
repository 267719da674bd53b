"""Where things stand in the repository."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guide.dependencies import Sources
from guide.files import cache_folder


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
        return cache_folder(self.root)

    def equations_in(self, folder: Path) -> str:
        """Return a name for a folder's equations and their transcriptions, read once as `src` is.

        An equation may use what the others beside it define.
        """
        if folder not in self._read:
            tex = sorted(folder.glob("*.tex"))
            code = [path.with_suffix(".py") for path in tex]
            self._read[folder] = self._sources.digest(filter(Path.is_file, [*tex, *code]))
        return self._read[folder]

    def behind(self, *modules: str) -> str:
        """Return a name for the content of modules and of what they import, read once, too.

        A module that is not there has no content.
        """
        if modules not in self._read:
            places = map(self._sources.place, modules)
            self._read[modules] = self._sources.digest(path for path in places if path is not None)
        return self._read[modules]

    @cached_property
    def _read(self) -> dict[object, str]:
        return {}

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self.root / "src")

    @cached_property
    def fingerprint(self) -> str:
        """A name for the content of `src`, read once: every build has a `Project` of its own."""
        return self._sources.digest([self._sources.folder])

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


HERE = Project(Path(__file__).resolve().parents[3])
