"""Code that readers see is formatted, in lines short enough for a phone turned sideways."""

import subprocess
from pathlib import Path

from guide.publishing.project import HERE

COLUMNS = 79


def test_snippets_and_labs_are_formatted(tmp_path: Path) -> None:
    shown = [*HERE.snippets.rglob("*.py"), *(HERE.docs / "practice").glob("*.py")]
    for path in shown:
        copy = tmp_path / path.relative_to(HERE.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        # The formatter insists on a space after the hash; results have none.
        copy.write_text(path.read_text(encoding="utf-8").replace("\n#>", "\n# >"), encoding="utf-8")
    command = ["ruff", "format", "--isolated", f"--line-length={COLUMNS}", "--diff", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_no_line_is_longer_than_the_column() -> None:
    shown = [*HERE.snippets.rglob("*.py"), *(HERE.docs / "practice").glob("*.py")]
    long = [
        f"{HERE.relative(path)}:{number}"
        for path in shown
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > COLUMNS
    ]
    assert long == []
