"""Writes pages with their code filled in, for `pytest --codeblocks` to run as a reader would."""

from pathlib import Path

from guide.files import read_text, write_atomically
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.kinds import pieces_of
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
        if isinstance(piece, CodePiece):
            shown = piece.excerpt(project)
            folder = _FOLDERS[bool(frameworks_in(shown.source, shown.path))]
            heading = f"\nLine {piece.line}: {piece.reference}\n"
            block = [heading, "```python", *shown.lines, "```", *_expected(shown.lines)]
            blocks.setdefault(folder, []).extend(block)
    return blocks


def _expected(code: list[str]) -> list[str]:
    output = [line.removeprefix("#>").removeprefix(" ") for line in code if line.startswith("#>")]
    return (
        ["\n<!--pytest-codeblocks:expected-output-->\n", "```text", *output, "```"]
        if output
        else []
    )
