"""docs/ways.yml says of every chapter where it leads; what is wrong in it is named by its line."""

import re
from pathlib import Path

import pytest

from guide.errors import PublishingErrors
from guide.publishing.project import HERE, Project
from guide.publishing.python.exercises import exercises
from guide.publishing.ways import ways
from guide.publishing.ways.markup import WaysOn
from guide.publishing.ways.ways import Way, questions_by_chapter, read_ways

NAV = "nav:\n  - Learn:\n      - One: learn/one.md\n      - Two: learn/two.md\n"
QUESTIONS = (
    '# Questions\n\n## One\n\n??? question "Why?"\n    So.\n\n??? question "How?"\n    So.\n'
)
GOOD = """one:
  practice:
    gates: set it by hand
  exercises:
    sum: write it
  later:
    two: builds on it

two:
  nearest: gates
  look_up: [losses]
  questions: all
  later: none
"""
TAUGHT = {"one": ["layers", "losses"]}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    files = {
        "mkdocs.yml": NAV,
        "docs/check/interview.md": QUESTIONS,
        "docs/practice/gates.py": "",
        "docs/play/python.md": '<div data-exercise="sum">',
        "docs/reference/losses.md": "",
        "docs/reference/layers.md": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(ways, "pages_by_chapter", lambda _: TAUGHT)
    return Project(tmp_path)


def read(project: Project, text: str) -> dict[str, Way]:
    (project.docs / "ways.yml").write_text(text, encoding="utf-8")
    return read_ways(project)


def test_a_way_joins_what_is_written_and_what_is_known(project: Project) -> None:
    found = read(project, GOOD)
    assert found == {
        "one": Way(
            {"gates": "set it by hand"},
            "",
            2,
            ("layers", "losses"),
            {"two": "builds on it"},
            {"sum": "write it"},
        ),
        "two": Way({}, "gates", 0, ("losses",), {}),
    }


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("two:\n", "three:\n", r":9: three is no chapter; nav has one, two"),
        ("two:\n", "three:\n", r":13: two: expected an entry .* there is none"),
        ("    gates: set", "    doors: set", r":1: one: there is no lab named 'doors'.* are gates"),
        (
            "    sum: write",
            "    all: write",
            r":1: one: there is no exercise in the page named 'all'.* are sum",
        ),
        ("  nearest: gates\n", "", r":9: two: expected either `practice` or"),
        (
            "    two: builds",
            "    one: builds",
            r":1: one: there is no chapter after it named 'one'",
        ),
        ("  later: none\n", "", r":9: two: `later` is missing"),
        ("[losses]", "[prices]", r":9: two: there is no page of the reference named 'prices'"),
        ("  look_up: [losses]\n", "", r":9: two: no page of the reference belongs to it"),
        ("one:\n", "one:\n  look_up: [losses]\n", r":1: one: the package says already that losses"),
        ("  questions: all\n", "", r":9: two: docs/check/interview.md has 0 questions"),
        ("one:\n", "one:\n  questions: all\n", r":1: one: docs/check/interview.md has 2 questions"),
        ("questions: all", "questions: some", r":9: two: expected `questions: all`, got 'some'"),
        (
            "  later:\n",
            "  latre:\n",
            r":1: one: `latre` is no key; there are exercises, later, look_up",
        ),
        ("one:\n", "one: [\n", r":\d+: this is no YAML"),
        (GOOD, "- one\n", r":1: expected an entry for each chapter, got \['one'\]"),
    ],
)
def test_a_fault_is_named_by_its_line(
    project: Project, right: str, wrong: str, message: str
) -> None:
    assert right in GOOD
    with pytest.raises(PublishingErrors) as caught:
        read(project, GOOD.replace(right, wrong, 1))
    assert re.search(f"^docs/ways.yml{message}", str(caught.value), re.MULTILINE), caught.value


def test_every_way_leads_back() -> None:
    found = read_ways(HERE)
    labs = {path.stem for path in (HERE.docs / "practice").glob("*.py")}
    assert {lab for way in found.values() for lab in way.practice} == labs
    assert questions_by_chapter(HERE).keys() <= found.keys()
    written = [name for way in found.values() for name in way.exercises]
    assert sorted(written) == exercises(HERE)


def test_pages_show_where_they_lead() -> None:
    ways = {
        "one": Way(
            {"gates": "set it by hand"},
            "",
            2,
            ("losses",),
            {"two": "builds on it"},
            {"sum": "write it"},
        ),
        "two": Way({}, "gates", 0, ("losses",), {}),
    }
    titles = {
        "practice/gates.py": "Gates",
        "learn/one.md": "One",
        "learn/two.md": "Two",
        "reference/losses.md": "Losses & co",
        "play/python.md": "Python",
    }
    on = WaysOn(ways, titles.__getitem__)
    chapter = on.added("<p>The end.</p>", "learn/one.md")
    assert chapter.startswith("<p>The end.</p>")
    for item in (
        '<dd><a href="../../practice/gates/">Gates</a>: set it by hand</dd>',
        '<dd><a href="../../play/python/#sum">Python</a>: write it</dd>',
        '<dd><a href="../../check/interview/#one">2 interview questions</a></dd>',
        '<dd><a href="../../reference/losses/">Losses &amp; co</a></dd>',
        '<dd><a href="../two/">Two</a>: builds on it</dd>',
    ):
        assert item in chapter
    last = on.added("", "learn/two.md")
    assert 'the closest is <a href="../../practice/gates/">Gates</a></dd>' in last
    assert ">All interview questions<" in last
    assert "Used later" not in last
    lab = on.added("", "practice/gates.py")
    assert '<dt>Read</dt><dd><a href="../../learn/one/">One</a></dd>' in lab
    assert '<a href="../../check/interview/#one">2 questions on one</a>' in lab
    questions = on.added('<h2 id="one">One</h2><p>?</p>\n<h2 id="x">X</h2>', "check/interview.md")
    assert re.search(r"<p>\?</p>\n<p class=.*learn/one/.*practice/gates/.*</p>\n<h2", questions)
    assert questions.count("way-back") == 1
    assert on.added("<p>Home.</p>", "index.md") == "<p>Home.</p>"
