"""Rewrites what pages and snippets print, from what running and computing gives now."""

from importlib.util import find_spec

from guide.files import read_text, rewrite
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.snippets import frameworks_in, refreshed
from guide.publishing.project import Project


def refresh(project: Project) -> list[str]:
    """Rewrite results in snippets and numbers in prose; return what changed, a line each.

    Raises:
        PublishingError: A snippet or an experiment fails; files done by then are whole.
    """
    return [*_refresh_snippets(project), *_refresh_numbers(project)]


def _refresh_snippets(project: Project) -> list[str]:
    changed = []
    for path in sorted(project.snippets.rglob("*.py")):
        before = read_text(path)
        if path.with_suffix(".tex").exists():
            continue  # the transcription of an equation prints nothing
        if not all(map(find_spec, frameworks_in(before, project.relative(path)))):
            continue  # a framework that is not installed here
        after = refreshed(before, project.relative(path))
        if after != before:
            rewrite(path, after)
            changed.append(f"{project.relative(path)}: results rewritten")
    return changed


def _refresh_numbers(project: Project) -> list[str]:
    changed = []
    for path in project.pages():
        before = after = read_text(path)
        page = project.page(path)
        for piece in reversed(pieces_of(before, page)):
            now = piece.as_computed()
            if now == piece.text:
                continue
            start, end = piece.span
            written = after[start:end].replace(f"*{piece.text}*", f"*{now}*", 1)
            after = after[:start] + written + after[end:]
            changed.append(f"docs/{page}:{piece.line}: {piece.text} is now {now}")
        if after != before:
            rewrite(path, after)
    return changed
