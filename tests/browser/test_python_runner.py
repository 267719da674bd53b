"""The runner does in WebAssembly what it does natively, and says what cannot be done there."""

import subprocess
from pathlib import Path

from guide.publishing.typesetting.katex import node

TESTS = Path(__file__).with_name("python_runner.test.mjs")


def test_python_in_webassembly_runs_stops_and_says_what_it_cannot() -> None:
    command = [str(node()), "--no-warnings", "--test", str(TESTS)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout
