"""A text file says the same however an editor saved it, and stays as it was saved."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jupytext
import markdown
import pytest
from mkdocs.utils.yaml import yaml_load
from mkdocs_jupyter import nbconvert2

from guide.errors import PublishingError
from guide.files import read_text, rewrite
from guide.publishing.equations.source import displayed_latex, read_equation
from guide.publishing.labs import runs as lab_runs
from guide.publishing.ledger.opening import open_ledger
from guide.publishing.project import HERE, Project

MARK = b"\xef\xbb\xbf"
WAYS = {
    "LF": lambda text: text,
    "CRLF": lambda text: text.replace(b"\n", b"\r\n"),
    "LF and mark": lambda text: MARK + text,
    "CRLF and mark": lambda text: MARK + text.replace(b"\n", b"\r\n"),
}


@pytest.fixture(params=WAYS)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of three lines, saved in one of the ways that editors have."""
    path = tmp_path / "file.txt"
    path.write_bytes(WAYS[request.param]("one −\n\nthree\n".encode()))
    return path


def test_every_way_to_save_a_text_is_read_alike(saved: Path) -> None:
    assert read_text(saved) == "one −\n\nthree\n"


def test_what_is_rewritten_stays_as_it_was_saved(saved: Path) -> None:
    before = saved.read_bytes()
    rewrite(saved, read_text(saved).replace("three", "3"))
    assert saved.read_bytes() == before.replace(b"three", b"3")


def test_mixed_line_ends_become_those_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"1\r\n2\n3")
    rewrite(path, read_text(path))
    assert path.read_bytes() == b"1\r\n2\r\n3"


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        ("one\ntwo\nthrée\n".encode("latin-1"), 3, "0xe9"),
        (MARK + "one\r\ntwo\r\nthrée".encode("cp1252"), 3, "0xe9"),
        ("one\n".encode("utf-16"), 1, "0xff"),
    ],
)
def test_other_encodings_are_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, line: int, byte: str
) -> None:
    path = tmp_path / "docs/page.md"
    path.parent.mkdir()
    path.write_bytes(content)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PublishingError, match=rf"^docs/page\.md:{line}: byte {byte} is no UTF-8"):
        read_text(path)
    monkeypatch.chdir(HERE.docs)
    with pytest.raises(PublishingError, match=re.escape(f"{path.as_posix()}:{line}: ")):
        read_text(path)


@pytest.mark.parametrize("way", WAYS)
def test_an_equation_has_its_header_and_its_lines(tmp_path: Path, way: str) -> None:
    plain = (HERE.snippets / "activations/sigmoid.tex").read_bytes()
    path = tmp_path / "sigmoid.tex"
    path.write_bytes(plain)
    expected = read_equation(path, tmp_path)
    path.write_bytes(WAYS[way](plain))
    assert read_equation(path, tmp_path) == expected
    assert displayed_latex(path) == expected.latex


@pytest.mark.parametrize("way", WAYS)
def test_a_snippet_is_included_without_mark(tmp_path: Path, way: str) -> None:
    """The library that fills snippets in reads them itself; `mkdocs.yml` tells it how."""
    with (HERE.root / "mkdocs.yml").open("rb") as file:
        extensions = yaml_load(file)["markdown_extensions"]
    [options] = [item["pymdownx.snippets"] for item in extensions if "pymdownx.snippets" in item]
    (tmp_path / "idea.py").write_bytes(WAYS[way](b"x = 1\n"))
    name = "pymdownx.snippets"
    settings = {name: {**options, "base_path": [str(tmp_path)]}}
    text = markdown.markdown('--8<-- "idea.py"', extensions=[name], extension_configs=settings)
    assert text == "<p>x = 1</p>"


@pytest.mark.parametrize("way", WAYS)
def test_a_lab_keeps_its_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """jupytext, which the builder of lab pages calls, would show a header after a mark as code."""
    monkeypatch.setattr(jupytext, "read", jupytext.read)
    plugin = SimpleNamespace(config={"execute": False})
    config = SimpleNamespace(plugins={"mkdocs-jupyter": plugin})
    page = SimpleNamespace(render=None, file=SimpleNamespace(src_uri="lab.py"))
    lab_runs.keep(page, Project(tmp_path), config)
    lab = tmp_path / "lab.py"
    plain = b"# ---\n# jupyter:\n#   jupytext:\n#     formats: py:percent\n# ---\n\n# %%\nx = 1\n"
    lab.write_bytes(WAYS[way](plain))
    shown = nbconvert2.nb2html(str(lab), execute=False)
    assert shown.count("highlight-ipynb") >= 1
    assert "formats" not in shown
    assert "\ufeff" not in shown


def test_a_page_that_is_no_text_is_one_fault_among_others(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_bytes("Größe".encode("latin-1"))
    (tmp_path / "docs/b.md").write_text("```text\ntyped\n```\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"a\.md:1: byte 0xf6 is no UTF-8.*\n.*b\.md:1: a fenced"):
        open_ledger(Project(tmp_path), None)  # no formula: no typesetter is asked


def test_nothing_in_src_leans_on_the_encoding_of_the_system() -> None:
    """Python tells, where it is asked to, of each text that is read or written so."""
    code = (
        "import warnings;"
        "warnings.filterwarnings('error', category=EncodingWarning, module='guide|nnbyhand');"
        "from guide.publishing.typesetting.katex import Katex;"
        "from guide.publishing.project import HERE;"
        "from guide.publishing.labs import runs;"
        "from guide.publishing.commands import chapter, refresh;"
        "from guide.publishing.website import frontend, links;"
        "k = Katex(HERE); k._render(r'\\alpha', display=False); k.close();"
        "frontend.install(HERE); frontend.assets(HERE);"
        "import nnbyhand as nn; nn.iris()"
    )
    run_in_ascii("-X", "warn_default_encoding", "-c", code)


def test_a_report_reaches_every_terminal() -> None:
    code = (
        "from guide.publishing import __main__ as commands;"
        "commands.refresh = lambda _: ['docs/a.md:1: −1 is now −2'];"
        "commands.main(['refresh'])"
    )
    assert run_in_ascii("-c", code.encode("unicode_escape").decode()) == (
        "docs/a.md:1: \\u22121 is now \\u22122\n"
    )


def run_in_ascii(*arguments: str) -> str:
    """Run Python as on a system whose encoding is ASCII, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=HERE.root,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
