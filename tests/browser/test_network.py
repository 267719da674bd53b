"""The network of the home page computes in the browser what it computes in Python."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide.chapters.home.experiments import RATE, STEPS, Network, home_start, loss, step
from guide.publishing.typesetting.katex import node

HERE = Path(__file__).parent
NETWORK = HERE.parents[1] / "docs/javascripts/network.js"
ASK = f"""
import {{ RATE, START, STEPS, loss, step }} from {json.dumps(NETWORK.as_uri())};
const losses = [loss(START)];
let network = START;
for (let taken = 0; taken < STEPS; taken += 1) {{
  network = step(network);
  losses.push(loss(network));
}}
console.log(JSON.stringify({{ RATE, START, STEPS, losses, end: network }}));
"""


@cache
def in_javascript() -> dict[str, Any]:
    """Return what the page's own module makes of its own start."""
    command = [str(node()), "--no-warnings", "--input-type=module", "--eval", ASK]
    answer: dict[str, Any] = json.loads(subprocess.check_output(command))
    return answer


def numbers(network: Network) -> dict[str, object]:
    """Return a network the way the page writes it."""
    return {
        "hidden": network.hidden.tolist(),
        "hiddenBias": network.hidden_bias[0].tolist(),
        "output": network.output[:, 0].tolist(),
        "outputBias": network.output_bias.item(),
    }


def test_same_start_rate_and_steps() -> None:
    shown = in_javascript()
    assert shown["START"] == numbers(home_start())
    assert (shown["RATE"], shown["STEPS"]) == (RATE, STEPS)


def test_same_loss_after_every_step() -> None:
    network, losses = home_start(), []
    for _ in range(STEPS):
        losses.append(loss(network).item())
        network = step(network)
    losses.append(loss(network).item())
    assert in_javascript()["losses"] == pytest.approx(losses, rel=1e-12)
    assert flat(in_javascript()["end"]) == pytest.approx(flat(numbers(network)), rel=1e-12)


def flat(part: object) -> list[float]:
    """Return the numbers of a network in one row."""
    if isinstance(part, dict):
        return [number for name in sorted(part) for number in flat(part[name])]
    if isinstance(part, list):
        return [number for inner in part for number in flat(inner)]
    return [float(str(part))]


def test_gradients_and_steps_without_a_page() -> None:
    command = [str(node()), "--no-warnings", "--test", str(HERE / "network.test.mjs")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]\d", done.stdout), done.stdout
