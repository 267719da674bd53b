"""Writes pages with their code filled in, for `pytest --codeblocks` to run as a reader would."""

from pathlib import Path

from guide.files import read_text, write_atomically
from guide.publishing.pieces.page_text import pieces_of
from guide.publishing.pieces.sections import Section, section
from guide.publishing.pieces.snippets import frameworks_in
from guide.publishing.project import Project

# Where the blocks go that need no framework, and where those that do.
_FOLDERS = {False: "pages", True: "framework-pages"}


def expand_pages(project: Project) -> list[Path]:
    """Write `build/pages/**/*.md` and return the files; pages without code have none.

    What imports a framework goes to `build/framework-pages`, which `make test-frameworks` runs.

    pytest-codeblocks knows no includes and runs only fences that open with exactly `python`; each
    block stands here as a reader copies it, followed by the output that it must print.
    """
    for folder in _FOLDERS.values():
        for stale in (project.root / "build" / folder).rglob("*.md"):
            stale.unlink()
    written = []
    for path in project.pages():
        page = path.relative_to(project.docs)
        for folder, blocks in _blocks(project, path, page.as_posix()).items():
            target = project.root / "build" / folder / page
            write_atomically(target, "\n".join([f"# {page}", *blocks]) + "\n")
            written.append(target)
    return written


def _blocks(project: Project, path: Path, page: str) -> dict[str, list[str]]:
    """Return the blocks of a page by the folder that they belong to."""
    blocks: dict[str, list[str]] = {}
    for piece in pieces_of(read_text(path), page):
        if piece.kind == "code":
            name, part = section(project.snippets, piece.reference, f"docs/{page}", piece.line)
            source = read_text(project.snippets / name)
            folder = _FOLDERS[bool(frameworks_in(source, f"snippets/{name}"))]
            code = _lines(source, part)
            heading = f"\nLine {piece.line}: {piece.reference}\n"
            block = [heading, "```python", *code, "```", *_expected(code)]
            blocks.setdefault(folder, []).extend(block)
    return blocks


def _lines(source: str, part: Section | None) -> list[str]:
    lines = source.splitlines()
    return lines if part is None else lines[part.first - 1 : part.last]


def _expected(code: list[str]) -> list[str]:
    output = [line.removeprefix("#>").removeprefix(" ") for line in code if line.startswith("#>")]
    return (
        ["\n<!--pytest-codeblocks:expected-output-->\n", "```text", *output, "```"]
        if output
        else []
    )
