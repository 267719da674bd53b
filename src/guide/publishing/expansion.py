"""Writes pages with their code filled in, for `pytest --codeblocks` to run as a reader would."""

from pathlib import Path

from guide.files import write_atomically
from guide.publishing.pages import pieces_of
from guide.publishing.project import Project
from guide.publishing.sections import Section, section


def expand_pages(project: Project) -> list[Path]:
    """Write `build/pages/**/*.md` and return the files; pages without code have none.

    pytest-codeblocks knows no includes and runs only fences that open with exactly `python`; each
    block stands here as a reader copies it, followed by the output that it must print.
    """
    target = project.root / "build" / "pages"
    for stale in target.rglob("*.md"):
        stale.unlink()
    written = []
    for path in project.pages():
        page = path.relative_to(project.docs)
        blocks = _blocks(project, path, page.as_posix())
        if blocks:
            write_atomically(target / page, "\n".join([f"# {page}", *blocks]) + "\n")
            written.append(target / page)
    return written


def _blocks(project: Project, path: Path, page: str) -> list[str]:
    pieces = pieces_of(path.read_text(encoding="utf-8"), page)
    blocks = []
    for piece in pieces:
        if piece.kind == "code":
            name, part = section(project.snippets, piece.reference, f"docs/{page}", piece.line)
            code = _lines(project.snippets / name, part)
            blocks.append(f"\nLine {piece.line}: {piece.reference}\n")
            blocks += ["```python", *code, "```", *_expected(code)]
    return blocks


def _lines(path: Path, part: Section | None) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return lines if part is None else lines[part.first - 1 : part.last]


def _expected(code: list[str]) -> list[str]:
    output = [line.removeprefix("#>").removeprefix(" ") for line in code if line.startswith("#>")]
    return (
        ["\n<!--pytest-codeblocks:expected-output-->\n", "```text", *output, "```"]
        if output
        else []
    )
