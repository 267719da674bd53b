"""Sets where a page leads: below chapters, labs, and each section of interview questions."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import PurePosixPath

from guide.publishing.reference.sources import relative_url
from guide.publishing.ways.ways import PYTHON, QUESTIONS, Way

_SECTION = re.compile(r'<h2 id="(?P<slug>[\w-]+)".*?(?=<h2 |\Z)', re.DOTALL)
# docs/javascripts/progress.js brings it to life; without script it is not shown.
_PROGRESS = """<div class="progress" data-search-exclude>
<label><input type="checkbox"> Read</label>
<p>Reaching the end marks a chapter as read. Your progress is stored only in this browser.
<button type="button">Erase my progress</button></p>
</div>"""


class WaysOn:
    """Where the pages of the site lead."""

    def __init__(self, ways: Mapping[str, Way], title: Callable[[str], str]) -> None:
        """Remember the ways, and how to get the title of a page, as seen from `docs`."""
        self.ways = ways
        self.title = title

    def added(self, content: str, page: str) -> str:
        """Return the HTML of a page with where it leads."""
        folder, _, file = page.partition("/")
        slug = PurePosixPath(file).stem
        if page == QUESTIONS:
            return _SECTION.sub(lambda match: match[0] + self._back(match["slug"]), content)
        if folder == "learn" and slug in self.ways:
            return f"{content}\n{self._from_chapter(self.ways[slug], slug, page)}\n{_PROGRESS}"
        if folder == "practice" and (chapters := self._practiced_in(slug)):
            return f"{content}\n{self._from_lab(chapters, page)}"
        return content

    def _from_chapter(self, way: Way, slug: str, page: str) -> str:
        def link(target: str) -> str:
            return self._link(target, page)

        labs = [f"{link(_lab(lab))}: {escape(what)}" for lab, what in way.practice.items()]
        if way.nearest:
            labs = [f"No lab is devoted to this chapter; the closest is {link(_lab(way.nearest))}"]
        written = [
            f"{self._named(f'{PYTHON}#{name}', page, self.title(PYTHON))}: {escape(what)}"
            for name, what in way.exercises.items()
        ]
        later = [f"{link(_chapter(name))}: {escape(what)}" for name, what in way.later.items()]
        look_up = ", ".join(link(f"reference/{name}.md") for name in way.look_up)
        rows = {
            "Practice": [*labs, *written, self._questions(way, slug, page)],
            "Reference": [look_up],
            "Used later": later,
        }
        return _block(rows)

    def _from_lab(self, chapters: list[str], page: str) -> str:
        rows = {
            "Read": [self._link(_chapter(slug), page) for slug in chapters],
            "Answer": [self._questions(self.ways[slug], slug, page, on=True) for slug in chapters],
        }
        return _block({name: [", ".join(links)] for name, links in rows.items()})

    def _back(self, slug: str) -> str:
        """Return the line that leads from a section of questions to its chapter and its labs."""
        if slug not in self.ways:
            return ""
        labs = [self._link(_lab(lab), QUESTIONS) for lab in self.ways[slug].practice]
        parts = [f"<b>Read</b> {self._link(_chapter(slug), QUESTIONS)}"]
        parts += [f"<b>Practice</b> {', '.join(labs)}"] if labs else []
        return f'<p class="way-back" data-search-exclude>{" · ".join(parts)}</p>\n'

    def _questions(self, way: Way, slug: str, page: str, *, on: bool = False) -> str:
        if not way.questions:
            return self._named(QUESTIONS, page, "All interview questions")
        words = f"{way.questions} interview questions"
        if on:
            words = f"{way.questions} questions on {self.title(_chapter(slug)).lower()}"
        return self._named(f"{QUESTIONS}#{slug}", page, words)

    def _practiced_in(self, lab: str) -> list[str]:
        return [slug for slug, way in self.ways.items() if lab in way.practice]

    def _link(self, target: str, page: str) -> str:
        return self._named(target, page, self.title(target))

    def _named(self, target: str, page: str, name: str) -> str:
        return f'<a href="{relative_url(target, page)}">{escape(name)}</a>'


def _chapter(slug: str) -> str:
    return f"learn/{slug}.md"


def _lab(slug: str) -> str:
    return f"practice/{slug}.py"


def _block(rows: Mapping[str, Iterable[str]]) -> str:
    """Return rows of links, each under its name; a row without links is left out."""
    groups = [
        f"<div><dt>{name}</dt>{''.join(f'<dd>{item}</dd>' for item in items)}</div>"
        for name, items in rows.items()
        if items
    ]
    label = ", ".join(name.lower() for name, items in rows.items() if items).capitalize()
    return (
        f'<nav class="ways" aria-label="{label}" data-search-exclude>'
        f"<dl>{''.join(groups)}</dl></nav>"
    )
