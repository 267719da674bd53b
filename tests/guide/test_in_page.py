"""What pages print is what the runner of the page prints, block by block."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import runner

from guide.files import read_text
from guide.in_page.__main__ import asked, differences
from guide.in_page.blocks import Block, blocks_of
from guide.in_page.session import Ran, ran
from guide.publishing.project import HERE

BLOCKS = blocks_of(HERE)
LABS = [page for page in BLOCKS if page.endswith(".py")]

Runs = dict[str, list[Ran]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Runs, dict[str, list[str]]]:
    """Run all pages by the runner, and the labs as the press does, a process for each way."""
    folder = tmp_path_factory.mktemp("in-page")
    scripts = {lab: read_text(HERE.root / lab) for lab in LABS}
    questions = {
        "guide.in_page.session": asked(BLOCKS),
        "guide.machines.printed": json.dumps(
            {"numbers": [], "tables": [], "snippets": {}, "labs": scripts}
        ),
    }
    processes = [begun(folder / module, module, text) for module, text in questions.items()]
    assert [process.wait() for process in processes] == [0, 0]
    by_runner, by_press = (
        json.loads(read_text(folder / module / "result.json")) for module in questions
    )
    assert by_press["failures"] == {}
    return by_runner, by_press["lines"]


def begun(folder: Path, module: str, text: str) -> subprocess.Popen[bytes]:
    folder.mkdir()
    (folder / "asked.json").write_text(text, encoding="utf-8")
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    environment.pop("MPLBACKEND", None)
    places = [str(folder / name) for name in ("asked.json", "result.json")]
    return subprocess.Popen([sys.executable, "-m", module, *places], env=environment)


def printed(outcome: Ran) -> list[str]:
    assert (outcome["kind"], outcome["err"]) == ("done", "")
    return outcome["out"].splitlines()


def test_pages_with_code_have_blocks() -> None:
    assert len(LABS) == 5  # one compares with scikit-learn, cell by cell
    assert len(BLOCKS) > 20
    assert sum(map(len, BLOCKS.values())) > 150


@pytest.mark.parametrize("page", [page for page in BLOCKS if page not in LABS])
def test_blocks_print_what_stands_in_them(
    page: str, runs: tuple[Runs, dict[str, list[str]]]
) -> None:
    named = [(block.name, block.code) for block in BLOCKS[page]]
    expected = [[*(block.printed or ())] for block in BLOCKS[page]]
    assert [printed(outcome) for outcome in runs[0][page]] == expected
    assert [printed(outcome) for outcome in ran(named, "page", alone=True)] == expected


@pytest.mark.parametrize("lab", LABS)
def test_cells_print_what_the_lab_prints(lab: str, runs: tuple[Runs, dict[str, list[str]]]) -> None:
    by_runner, by_press = runs
    lines = read_text(HERE.root / lab).splitlines()
    for block, outcome in zip(BLOCKS[lab], by_runner[lab], strict=True):
        next_cells = (n for n in range(block.line, len(lines)) if lines[n].startswith("# %%"))
        places = range(block.line, next(next_cells, len(lines)) + 1)
        expected = [text for n in places for text in by_press.get(f"{lab}:{n}", [])]
        assert printed(outcome) == expected, block.name
        figures = sum("plt.show()" in lines[n - 1] for n in places if n <= len(lines))
        assert len(outcome["pictures"]) == figures, block.name


@pytest.mark.parametrize("page", [page for page in BLOCKS if page not in LABS])
def test_a_chapter_never_sends_a_reader_to_blocks_above(page: str) -> None:
    assert not any(missing(page))


@pytest.mark.parametrize("lab", LABS)
def test_a_cell_that_fails_alone_lacks_what_cells_above_it_make(lab: str) -> None:
    alone = ran([(block.name, block.code) for block in BLOCKS[lab]], "alone", alone=True)
    for block, names, outcome in zip(BLOCKS[lab], missing(lab), alone, strict=True):
        assert (outcome["kind"] == "error") == bool(names), block.name
        if names:
            unknown = re.search(r"NameError: name '(\w+)'", outcome["err"])
            assert unknown is not None
            assert unknown[1] in names


def missing(page: str) -> list[list[str]]:
    """Return the names that each block lacks where none above it has run."""
    codes = [block.code for block in BLOCKS[page]]
    return [runner.missing(code, codes[:n], "nowhere") for n, code in enumerate(codes)]


BLOCK = Block("docs/learn/a.md", 7, "a, block 1", "print(1)\n#> 1", ("1",))
CELL = Block("docs/practice/b.py", 9, "b, block 1", "print(1)", None)


def found(out: str, **other: object) -> Ran:
    return Ran(**{"kind": "done", "out": out, "err": "", "pictures": [], **other})


@pytest.mark.parametrize(
    ("block", "wasm", "native", "fault"),
    [
        (BLOCK, found("1\n"), found("1\n"), ""),
        (BLOCK, found("2\n"), found("1\n"), "a.md:7: a, block 1 shows in the page\n2\nand here\n1"),
        (CELL, found("1\n"), found("1\n"), ""),
        (CELL, found("1\n"), found("3\n"), "b.py:9: b, block 1 shows in the page\n1\nand here\n3"),
        (
            BLOCK,
            found("", kind="error", err="Traceback\nValueError: x\n"),
            found("1\n"),
            "docs/learn/a.md:7: a, block 1 fails in the page: ValueError: x",
        ),
        (CELL, found("1\n", pictures=["A plot."]), found("1\n"), "A plot."),
    ],
)
def test_differences_name_their_place_and_both_texts(
    block: Block, wasm: Ran, native: Ran, fault: str
) -> None:
    told = [str(one) for one in differences({"p": [block]}, {"p": [wasm]}, {"p": [native]})]
    assert len(told) == bool(fault)
    assert all(fault in text for text in told)
