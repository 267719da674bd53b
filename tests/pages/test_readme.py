"""README and CONTRIBUTING tell the truth: their scripts run, and print what stands below them."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from guide.publishing.pieces.sections import sections_of
from guide.publishing.pieces.snippets import refreshed

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def fences(name: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each fenced block of a file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [(match[2], textwrap.dedent(match[3])) for match in FENCE.finditer(text)]


def scripts() -> list[tuple[str, str]]:
    """Return the scripts of the README, each with the block that follows it."""
    blocks = fences("README.md")
    return [
        (text, shown if after == "text" else "")
        for (kind, text), (after, shown) in zip(blocks, [*blocks[1:], ("", "")], strict=True)
        if kind == "python"
    ]


def test_two_scripts_of_ten_lines_stand_in_the_readme_and_no_other_output() -> None:
    assert len(scripts()) == 2
    assert [kind for kind, _ in fences("README.md")].count("text") == 2
    assert all(len([line for line in script.split("\n") if line]) <= 10 for script, _ in scripts())


@pytest.mark.parametrize("number", [0, 1])
def test_script_prints_what_stands_below_it(number: int, tmp_path: Path) -> None:
    script, shown = scripts()[number]
    path = tmp_path / "script.py"
    path.write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == shown
    assert shown


def test_contributing_shows_what_refresh_writes() -> None:
    [snippet, page] = [text for kind, text in fences("CONTRIBUTING.md") if kind == "text"]
    path, section = re.fullmatch(r'--8<-- "(.+):(.+)"\n', page).groups()
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"Write `snippets/{path}`" in text
    assert section in sections_of(snippet, path)
    [result] = re.findall(r"^#> .*$", refreshed(snippet, path), re.MULTILINE)
    assert f"writes `{result}` under the `print`" in text
