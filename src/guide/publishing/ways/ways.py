"""Reads docs/ways.yml: where each chapter leads, and so what leads back to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml  # type: ignore[import-untyped]

from guide.errors import PublishingError, PublishingErrors
from guide.files import read_text
from guide.publishing.project import Project
from guide.publishing.reference.pages import pages_by_chapter
from guide.publishing.ways.overview import chapters_in

QUESTIONS = "check/interview.md"
"""The page of interview questions, as seen from `docs`, with a section for each chapter."""

PYTHON = "play/python.md"
"""The page of exercises that are written in the page itself."""

_FILE = "docs/ways.yml"
_SECTION = re.compile(r"^## (?P<title>.+)$(?P<text>(?:\n(?!## ).*)*)", re.MULTILINE)
_QUESTION = re.compile(r'^\?\?\?\+? question "', re.MULTILINE)
_EXERCISE = re.compile(r'data-exercise="(\w+)"')
_KEYS = {"practice", "nearest", "exercises", "later", "look_up", "questions"}


@dataclass(frozen=True)
class Way:
    """Where a chapter leads. Chapters, labs and pages are named by their slugs.

    Attributes:
        practice: Labs that treat it, and what to do there.
        nearest: The lab that comes closest, where none does; empty otherwise.
        questions: How many interview questions the section of its name holds.
        look_up: Pages of the reference.
        later: Chapters that build on it, and what they do with it.
        exercises: Those of Python in the page that belong to it, and what to write there.
    """

    practice: Mapping[str, str]
    nearest: str
    questions: int
    look_up: tuple[str, ...]
    later: Mapping[str, str]
    exercises: Mapping[str, str] = field(default_factory=dict)


class _There(NamedTuple):
    """What a way can lead to.

    Attributes:
        chapters: In the order of `nav`.
        labs: In the order of their files.
        pages: Of the reference.
        exercises: Of Python in the page, in their order there.
        questions: How many there are to each chapter that has some.
        taught: The pages of the reference that describe what a chapter teaches.
    """

    chapters: list[str]
    labs: list[str]
    pages: list[str]
    exercises: list[str]
    questions: dict[str, int]
    taught: dict[str, list[str]]


def read_ways(project: Project) -> dict[str, Way]:
    """Return where each chapter leads, by its slug, in the order of the chapters.

    Raises:
        PublishingErrors: A chapter is left out or unknown, or leads to what is not there.
    """
    text = read_text(project.root / _FILE)
    written, there = _parsed(text), _there(project)
    faults = [
        _fault(text, slug, f"{slug} is no chapter; nav has {', '.join(there.chapters)}")
        for slug in written
        if slug not in there.chapters
    ]
    for slug in there.chapters:
        entry = written.get(slug)
        found = _faults(slug, entry, there) if isinstance(entry, dict) else [_NO_ENTRY]
        faults += [_fault(text, slug, f"{slug}: {message}") for message in found]
    if faults:
        raise PublishingErrors(faults)
    return {slug: _way(slug, written[slug], there) for slug in there.chapters}


_NO_ENTRY = "expected an entry with `practice` or `nearest`, and `later`; there is none"


def questions_by_chapter(project: Project) -> dict[str, int]:
    """Return how many interview questions each section has, by the slug of its title."""
    page = read_text(project.docs / QUESTIONS)
    return {
        match["title"].strip().lower().replace(" ", "-"): len(_QUESTION.findall(match["text"]))
        for match in _SECTION.finditer(page)
    }


def _there(project: Project) -> _There:
    return _There(
        chapters=[PurePosixPath(page).stem for page in chapters_in(project)],
        labs=sorted(path.stem for path in (project.docs / "practice").glob("*.py")),
        pages=sorted(path.stem for path in (project.docs / "reference").glob("*.md")),
        exercises=_EXERCISE.findall(read_text(project.docs / PYTHON)),
        questions=questions_by_chapter(project),
        taught=pages_by_chapter(project),
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        written = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        fault = PublishingError(_FILE, line, f"this is no YAML: {error.problem}")
        raise PublishingErrors([fault]) from error
    if not isinstance(written, dict):
        fault = PublishingError(_FILE, 1, f"expected an entry for each chapter, got {written!r}")
        raise PublishingErrors([fault])
    return written


def _fault(text: str, slug: str, message: str) -> PublishingError:
    """Return an error at the line of a chapter's entry, or at the last where it has none."""
    lines = text.splitlines()
    at = (number for number, line in enumerate(lines, 1) if line.startswith(f"{slug}:"))
    return PublishingError(_FILE, next(at, len(lines)), message)


def _faults(slug: str, entry: dict[str, Any], there: _There) -> Iterator[str]:
    for key in entry.keys() - _KEYS:
        yield f"`{key}` is no key; there are {', '.join(sorted(_KEYS))}"
    if ("practice" in entry) == ("nearest" in entry):
        yield "expected either `practice` or, where no lab treats the chapter, `nearest`"
    labs = [*entry.get("practice", ()), *([entry["nearest"]] if "nearest" in entry else ())]
    yield from _unknown("lab", labs, there.labs)
    yield from _unknown("exercise in the page", entry.get("exercises", ()), there.exercises)
    later = entry.get("later")
    if later is None:
        yield "`later` is missing: name the chapters that build on it, or write `later: none`"
    elif later != "none":
        after = there.chapters[there.chapters.index(slug) + 1 :]
        yield from _unknown("chapter after it", later, after)
    yield from _unknown("page of the reference", entry.get("look_up", ()), there.pages)
    yield from _faults_of_known(slug, entry, there)


def _unknown(kind: str, names: Any, known: list[str]) -> Iterator[str]:  # noqa: ANN401  (any YAML)
    for name in names:
        if name not in known:
            yield f"there is no {kind} named {name!r}; there are {', '.join(known)}"


def _faults_of_known(slug: str, entry: dict[str, Any], there: _There) -> Iterator[str]:
    """Compare an entry with what the build knows by itself."""
    taught, added = there.taught.get(slug, []), entry.get("look_up", [])
    for page in set(taught) & set(added):
        yield f"the package says already that {page} belongs to it: leave it out of `look_up`"
    if not taught and not added:
        yield "no page of the reference belongs to it: name one under `look_up`"
    if entry.get("questions", "own") not in {"own", "all"}:
        yield f"expected `questions: all`, got {entry['questions']!r}"
    if ("questions" in entry) == bool(there.questions.get(slug)):
        yield (
            f"docs/{QUESTIONS} has {there.questions.get(slug, 0)} questions in a section of this"
            " name: give it some, or write `questions: all`, and never both"
        )


def _way(slug: str, entry: dict[str, Any], there: _There) -> Way:
    later = entry["later"]
    return Way(
        practice=entry.get("practice", {}),
        nearest=entry.get("nearest", ""),
        questions=there.questions.get(slug, 0),
        look_up=(*there.taught.get(slug, ()), *entry.get("look_up", ())),
        later={} if later == "none" else later,
        exercises=entry.get("exercises", {}),
    )
