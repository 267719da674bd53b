"""The wheel that the site offers, installed alone, does what README shows.

This needs a package registry, so it is part of `make newest` and `make oldest`, which say through
UV_RESOLUTION what versions of NumPy and jaxtyping are installed beside the wheel.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guide.publishing.project import HERE
from guide.publishing.python.wheel import wheel

ROOT = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")
FENCE = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
XOR = """
import numpy as np
import nnbyhand as nn

rng = np.random.default_rng(0)
start = nn.MLP([2, 8, 1], hidden=nn.tanh, output=nn.sigmoid, rng=rng)
x, y = nn.XOR.x, nn.XOR.y
adam, loss = nn.Adam(0.1), nn.binary_cross_entropy
run = nn.train(start, x, y, loss=loss, optimizer=adam, epochs=200, rng=rng)
assert (run.network(x).round() == y).all(), run.network(x)
"""


def uv(*arguments: object) -> str:
    """Run a command of uv away from the checkout, and show what it says if it fails."""
    run = subprocess.run(
        [UV, *map(str, arguments)], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("alone")
    [(place, content)] = wheel(HERE).items()
    offered = folder / Path(place).name
    offered.write_bytes(content)
    uv("venv", "--quiet", "--python", sys.executable, folder / "environment")
    python = folder / "environment/bin/python"
    # The wheel's own requirements count as direct only through the file that they stand in.
    uv("pip", "install", "--quiet", "--python", python, offered, "--requirement", "pyproject.toml")
    return python


def test_nothing_but_numpy_and_jaxtyping_comes_along(alone: Path) -> None:
    installed = json.loads(uv("pip", "list", "--format", "json", "--python", alone))
    names = {package["name"] for package in installed}
    assert {"nnbyhand", "numpy", "jaxtyping"} <= names
    assert names <= {"nnbyhand", "numpy", "jaxtyping", "typeguard", "wadler-lindig"}


def test_examples_of_readme_run(alone: Path, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in [fence["code"] for fence in FENCE.finditer(readme)] or [XOR]:
        run = subprocess.run(
            [alone, "-I", "-W", "error", "-c", code],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert run.returncode == 0, f"{code}\n{run.stderr}"
