"""The development server proves the page in the browser first, and everything beside it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.publishing.katex import Katex
from guide.publishing.project import HERE, Project
from guide.publishing.proving import open_ledger
from guide.publishing.writing import Writing

PAGE = "learn/losses.md"
SIGNAL = ".cache/serve/everything-proven"


def checkout(root: Path, package: str = "") -> Project:
    """Write a checkout, whose package holds this, as it is found by one build."""
    for name, text in {f"docs/{PAGE}": "", "src/nnbyhand/losses.py": package}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Project(root)


def labs(project: Project) -> Path:
    return project.cache / "labs" / project.behind("nnbyhand")


@pytest.fixture
def writing(tmp_path: Path) -> Iterator[Writing]:
    """The server after its first build, with a page in the browser."""
    project = checkout(tmp_path)
    one = Writing()
    assert one.begin(project, labs(project)) == ("", labs(project))
    one.end()
    request(one, project, "/learn/losses/")
    yield one
    one.stop()


def request(writing: Writing, project: Project, path: str) -> None:
    app = writing.answering(project, lambda environ, _: [environ["PATH_INFO"].encode()])
    assert app({"PATH_INFO": path}, None) == [path.encode()]


def test_a_listing_is_made_when_somebody_asks_for_it(writing: Writing, tmp_path: Path) -> None:
    asked, begun = "/reference/source/snippets/losses/", []
    request(writing, Project(tmp_path), asked)  # the site's own answer, where there is no listing
    writing.listings = lambda: {"reference/source/snippets/losses.md": "# losses"}
    app = writing.answering(Project(tmp_path), lambda *_: [b"no listing"])
    assert app({"PATH_INFO": asked}, lambda *head: begun.append(head)) == [b"# losses"]
    assert begun == [("200 OK", [("Content-Type", "text/html; charset=utf-8")])]
    assert writing.page == PAGE


@pytest.mark.parametrize("path", ["/learn/nowhere/", "/assets/site.css", "/livereload/1/2", "/"])
def test_only_pages_are_noted(writing: Writing, tmp_path: Path, path: str) -> None:
    request(writing, Project(tmp_path), path)
    assert writing.page == PAGE


def test_after_an_edit_of_prose_every_page_is_proven(writing: Writing, tmp_path: Path) -> None:
    (tmp_path / "docs" / PAGE).write_text("A sentence.", encoding="utf-8")
    project = Project(tmp_path)
    assert writing.begin(project, labs(project)) == ("", labs(project))


def test_after_an_edit_of_the_package_the_page_in_the_browser_comes_first(
    writing: Writing, tmp_path: Path
) -> None:
    before, edited = labs(Project(tmp_path)), checkout(tmp_path, "LIMIT = 1\n")
    assert labs(edited) != before
    assert writing.begin(edited, labs(edited)) == (PAGE, before)


def test_without_a_page_in_the_browser_all_are_proven(tmp_path: Path) -> None:
    writing = Writing()
    for package in ("", "LIMIT = 1\n"):
        project = checkout(tmp_path, package)
        assert writing.begin(project, labs(project)) == ("", labs(project))
        writing.end()


def test_a_build_of_everything_follows_and_makes_the_server_build_again(
    writing: Writing, tmp_path: Path
) -> None:
    edited = checkout(tmp_path, "LIMIT = 1\n")  # no site can be built of it: that ends soon
    writing.begin(edited, labs(edited))
    assert not (tmp_path / SIGNAL).exists()
    writing.end()
    wait_for(tmp_path / SIGNAL)
    assert writing.begin(edited, labs(edited)) == ("", labs(edited))


@pytest.mark.shell
def test_an_edit_meanwhile_begins_it_anew_and_the_same_sources_do_not(
    writing: Writing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", sleeper(tmp_path))
    running = []
    for package in ("LIMIT = 1\n", "LIMIT = 1\n", "LIMIT = 2\n"):
        edited = checkout(tmp_path, package)
        assert writing.begin(edited, labs(edited))[0] == PAGE
        writing.end()
        running.append(writing.beside)
    assert running[0] is running[1] is not running[2]
    assert running[0] is not None
    assert running[0].wait(10) != 0
    writing.stop()
    assert running[2] is not None
    assert running[2].wait(10) != 0
    assert not (tmp_path / SIGNAL).exists()


def test_where_processes_have_no_group_the_build_itself_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "killpg")  # as on Windows
    one = Writing()
    one.beside = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    build = one.beside
    one.stop()
    assert build.wait(10) != 0


def sleeper(folder: Path) -> str:
    """Write a program that takes any arguments and a minute."""
    program = folder / "sleeper"
    program.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def wait_for(path: Path) -> None:
    for _ in range(300):
        if path.exists():
            return
        time.sleep(0.1)
    pytest.fail(f"{path.name} never came")


def test_known_proofs_are_taken_and_the_first_page_is_proven() -> None:
    katex, pages = Katex(HERE), ("learn/neuron.md", "learn/perceptron.md")
    whole = open_ledger(HERE, katex, pages)
    known = whole.known_beside("learn/neuron.md")
    stale = {pieces: found._replace(state="as it was") for pieces, found in known.items()}
    again = open_ledger(HERE, katex, pages, stale)
    assert again.entries == whole.entries
    katex.close()
    assert again.states == {**whole.states, "learn/perceptron.md": "as it was"}
