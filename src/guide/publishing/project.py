"""Where things stand in the repository."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guide.cache_folder import cache_folder
from guide.dependencies import SOURCES
from guide.publishing.pieces.chapter_functions import Defined, functions_in
from guide.remembering import Memory


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

    @cached_property
    def memory(self) -> Memory:
        """What was computed before; every build has a `Project`, and reads sources, of its own."""
        return Memory(self.cache)

    def equations_in(self, folder: Path) -> tuple[Path, ...]:
        """Return the equations in a folder and their transcriptions.

        An equation may use what the others beside it define.
        """
        if folder not in self._equations:
            tex = sorted(folder.glob("*.tex"))
            code = [path.with_suffix(".py") for path in tex]
            self._equations[folder] = tuple(filter(Path.is_file, [*tex, *code]))
        return self._equations[folder]

    @cached_property
    def _equations(self) -> dict[Path, tuple[Path, ...]]:
        return {}

    def functions_in(self, chapter: str, room: str) -> Defined:
        """Return what `functions_in` of a chapter's room does; it is looked up once."""
        if (chapter, room) not in self._functions:
            self._functions[chapter, room] = functions_in(chapter, room)
        return self._functions[chapter, room]

    @cached_property
    def _functions(self) -> dict[tuple[str, str], Defined]:
        return {}

    @cached_property
    def fingerprint(self) -> str:
        """A name for the content of `src`."""
        return self.memory.sources.name(SOURCES)

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
