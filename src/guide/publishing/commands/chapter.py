"""Makes a new chapter that passes every check before its author has typed a word."""

import re
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text, rewrite, write_atomically
from guide.publishing.project import Project

# Template in docs/_templates -> where its copy goes.
_FILES = {
    "chapter.md": "docs/learn/{slug}.md",
    "idea.py.txt": "snippets/{slug}/idea.py",
    "equation.tex.txt": "snippets/{slug}/equation.tex",
    "exercise.py.txt": "snippets/{slug}/exercises/first.py",
    "init.py.txt": "src/guide/chapters/{module}/__init__.py",
    "experiments.py.txt": "src/guide/chapters/{module}/experiments.py",
    "figures.py.txt": "src/guide/chapters/{module}/figures.py",
}


def new_chapter(project: Project, slug: str) -> list[str]:
    """Copy the templates for a chapter, enter it in `nav` and `docs/ways.yml`, and list the files.

    Args:
        project: The checkout.
        slug: The chapter's name in addresses and folders, such as `gradient-descent`.

    Raises:
        PublishingError: The name is no slug, or a file of the chapter exists; nothing is written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug):
        message = f"NAME={slug!r} is no slug; use lower-case words and hyphens: gradient-descent"
        raise PublishingError("make chapter", 1, message)
    names = {
        "slug": slug,
        "module": slug.replace("-", "_"),
        "title": slug.replace("-", " ").capitalize(),
    }
    copies = {
        template: project.root / target.format(**names) for template, target in _FILES.items()
    }
    for path in copies.values():
        if path.exists():
            message = f"the chapter {slug!r} exists already; nothing was written"
            raise PublishingError(project.relative(path), 1, message)
    texts = {
        path: _filled(project.docs / "_templates" / template, names)
        for template, path in copies.items()
    }
    entered = _entered(project, names)
    for path, text in texts.items():
        write_atomically(path, text)
    for path, text in entered.items():
        rewrite(path, text)
    return [project.relative(path) for path in (*texts, *entered)]


def _entered(project: Project, names: dict[str, str]) -> dict[Path, str]:
    """Return the files that list all chapters, with the new one in them."""
    navigation, ways = project.root / "mkdocs.yml", project.docs / "ways.yml"
    way = _filled(project.docs / "_templates" / "way.yml.txt", names)
    return {navigation: _navigation(navigation, names), ways: read_text(ways) + way}


def _filled(template: Path, names: dict[str, str]) -> str:
    text = read_text(template)
    for name, value in names.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def _navigation(path: Path, names: dict[str, str]) -> str:
    """Return `mkdocs.yml` with the chapter after the last one under Learn."""
    lines = read_text(path).splitlines()
    last = max(
        number for number, line in enumerate(lines) if re.search(r": learn/[\w-]+\.md$", line)
    )
    indent = re.match(r"\s*", lines[last])
    entry = f"{indent[0] if indent else ''}- {names['title']}: learn/{names['slug']}.md"
    return "\n".join([*lines[: last + 1], entry, *lines[last + 1 :]]) + "\n"
