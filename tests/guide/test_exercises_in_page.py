"""The exercises in the page: right answers pass, and wrong ones are told what is wrong."""

import ast
import re
import sys
from typing import Any

import pytest
from exercise_answers import RIGHT, WRONG, Wrong

from guide.publishing.pieces.sections import sections_of
from guide.publishing.project import HERE
from guide.publishing.python.exercises import exercises, source_of

sys.path.append(str(HERE.docs / "javascripts/python"))  # where the page has its runner
import runner

NAMES = exercises(HERE)


def section(kind: str, name: str) -> str:
    """Return the start or the answer of an exercise as the page shows it."""
    folder, mark = {"start": ("start", "start"), "answer": ("exercises", "answer")}[kind]
    text = (HERE.snippets / f"play-python/{folder}/{name}.py").read_text(encoding="utf-8")
    part = sections_of(text, name)[mark]
    return "\n".join(text.splitlines()[part.first - 1 : part.last]) + "\n"


def functions(code: str) -> str:
    """Return code without what comes after its last function."""
    ends = [node.end_lineno for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    return "\n".join(code.splitlines()[: max(ends)]) + "\n"


def findings(name: str, code: str) -> list[dict[str, Any]]:
    """Return what the check says, run as the page runs it."""
    done = runner.check(source_of(name, HERE), code, f"exercise-{name}", ignore, ignore)
    assert done["kind"] == "done", done
    assert done["findings"]
    return done["findings"]


def ignore(*_: object) -> None:
    """Take what is printed or drawn."""


def changed(code: str, change: Wrong) -> str:
    assert change.old in code, f"the answer no longer holds {change.old!r}"
    return code.replace(change.old, change.new)


def wrong_answer(name: str, change: Wrong) -> str:
    """Return a wrong answer; what calls its functions is left out, for it may stop there."""
    answer = section("answer", name)
    only = functions(answer)
    return changed(only if change.old in only else answer, change)


def each(answers: dict[str, tuple[Wrong, ...]]) -> list[Any]:
    return [
        pytest.param(name, change, id=f"{name}-{at}")
        for name, changes in answers.items()
        for at, change in enumerate(changes)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_model_answer_passes(name: str) -> None:
    assert all(finding["ok"] for finding in findings(name, section("answer", name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_start_runs_and_is_told_what_to_do_first(name: str) -> None:
    first, *_ = (f["text"] for f in findings(name, section("start", name)) if not f["ok"])
    asks = r"`return\b|gradients\(x, y, parameters\)`\. Call it|Return "
    assert re.search(asks, first), first


def test_every_exercise_has_enough_wrong_answers() -> None:
    assert sorted(WRONG) == sorted(RIGHT) == NAMES
    assert min(len(changes) for changes in WRONG.values()) >= 8


@pytest.mark.parametrize(("name", "change"), each(WRONG))
def test_a_wrong_answer_is_told_its_fault(name: str, change: Wrong) -> None:
    wrong = [
        finding["text"]
        for finding in findings(name, wrong_answer(name, change))
        if not finding["ok"]
    ]
    assert len(wrong) == 1
    assert re.search(change.says, wrong[0]), wrong[0]
    assert re.match(r"[A-Z0-9`].*[.:?)`]$", wrong[0], re.DOTALL), "it is no sentence"
    assert wrong[0].count("`") % 2 == 0, "code in it does not end"


@pytest.mark.parametrize(("name", "change"), each(RIGHT))
def test_another_right_answer_passes(name: str, change: Wrong) -> None:
    assert [
        f["text"] for f in findings(name, changed(section("answer", name), change)) if not f["ok"]
    ] == []
