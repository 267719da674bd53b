""" "Show as Python" gives scripts that run, and reach the numbers of the page."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playground_cases import MOONS, TRAININGS, layers

from guide.publishing.typesetting.katex import node

HERE = Path(__file__).parent
EPOCHS = 12
LEGS: dict[str, dict[str, Any]] = {
    "another rate": {"changes": {"rate": 0.03}, "then": 7},
    "another optimizer": {
        "changes": {"optimizer": "adam", "rate": 0.02, "batchSize": 0},
        "then": 7,
    },
    "a penalty": {"changes": {"penalty": "l2", "strength": 0.1}, "then": 3},
    "weights by hand": {"changes": {"parameters": [*range(-8, 8), 1e20]}, "then": 1},
    "other data": {"changes": {"dataset": "spirals", "dataSeed": 8}, "then": 5},
    "other activations": {"changes": {"hidden": layers("4 gelu"), "dropout": 0.5}, "then": 9},
}
SCRIPTS: dict[str, dict[str, Any]] = (
    {name: {"choices": case, "epochs": EPOCHS} for name, case in TRAININGS.items()}
    | {f"leg: {name}": {"choices": MOONS, "epochs": EPOCHS, **leg} for name, leg in LEGS.items()}
    | {
        "in mid-epoch": {"choices": MOONS, "epochs": 5, "steps": 3},
        "leg in mid-epoch": {"choices": MOONS, "epochs": 5, "changes": {}, "then": 2, "steps": 1},
        "leg before training": {
            "choices": MOONS,
            "epochs": 4,
            "changes": {"loss": "mse", "rate": 0.01},
        },
        "before training": {"choices": MOONS, "epochs": 0},
        "before training, with a goal": {"choices": {**MOONS, "stopEpochs": 30}, "epochs": 0},
        "diverged": {
            "choices": {"dataset": "plane", "loss": "mse", "rate": 900, "hidden": [], "held": 0},
            "epochs": 500,
        },
    }
)
RUNNER = """
import contextlib, io, json, sys
found = []
for text in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, "script", "exec"), {"__name__": "__main__"})
    found.append(printed.getvalue())
print(json.dumps(found))
"""


@cache
def made() -> dict[str, Any]:
    """Return the scripts, with what the page shows beside them."""
    asked = [{"kind": "script", **case} for case in SCRIPTS.values()]
    command = [str(node()), "--no-warnings", str(HERE / "playground_parity.mjs")]
    given = subprocess.check_output(command, input=json.dumps(asked), encoding="utf-8")
    return dict(zip(SCRIPTS, json.loads(given), strict=True))


@cache
def printed() -> dict[str, dict[str, float]]:
    """Return what each script prints, from a Python of its own that runs them all."""
    command = [sys.executable, "-W", "error", "-c", RUNNER]
    texts = json.dumps([each["text"] for each in made().values()])
    given = json.loads(subprocess.check_output(command, input=texts, encoding="utf-8"))
    lines = {name: text.splitlines() for name, text in zip(SCRIPTS, given, strict=True)}
    return {name: dict(map(measure, texts)) for name, texts in lines.items()}


def measure(line: str) -> tuple[str, float]:
    """Return name and value of a line such as "training loss 0.5"."""
    name, _, value = line.rpartition(" ")
    return name, float(value)


BEFORE = [name for name in SCRIPTS if "before training" in name]


@pytest.mark.parametrize("name", BEFORE)
def test_script_begins_with_the_loss_of_the_page(name: str) -> None:
    start = printed()[name]["training loss at the start"]
    assert start == pytest.approx(made()[name]["lossNow"], rel=1e-9)


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name not in BEFORE])
def test_script_reaches_the_numbers_of_the_page(name: str) -> None:
    shown, found = made()[name], printed()[name]
    assert found["training loss"] == pytest.approx(shown["latest"]["loss"], rel=1e-9)
    held = shown["latest"]["validationLoss"]
    assert found.get("validation loss") == (held and pytest.approx(held, rel=1e-9))
    assert found.get("training accuracy") == shown["accuracy"]
    assert found.get("validation accuracy") == shown["heldAccuracy"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_reads_well(name: str) -> None:
    text = made()[name]["text"]
    assert max(map(len, text.splitlines())) <= 79
    assert ast.get_docstring(ast.parse(text))
    assert "Infinity" not in text
    assert not re.search(r"\b(undefined|null|true|false|NaN)\b", text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("in mid-epoch", "epoch 6 is under way:\n# this ends with epoch 5."),
        (
            "leg in mid-epoch",
            "epoch 3 since the last change is under way:\n# this ends with epoch 2.",
        ),
        ("before training", "no epoch has ended:\n# this trains for 100."),
        ("before training, with a goal", "no epoch has ended:\n# this trains for 30."),
        ("leg before training", "no epoch has ended since the last change:\n# this trains for"),
        ("diverged", "numbers ran away in epoch"),
    ],
)
def test_script_says_where_it_ends_elsewhere(name: str, said: str) -> None:
    assert said in made()[name]["text"]


def test_first_leg_draws_its_weights_and_a_later_one_has_them_written() -> None:
    assert "start = [" not in made()["SGD"]["text"]
    assert "start = [" in made()["leg: another rate"]["text"]
