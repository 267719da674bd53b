"""The playground computes in the browser what `nnbyhand` computes, from the same draws."""

import asyncio
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playground_cases import TRAININGS, layers
from playground_reference import ACTIVATIONS, LOSSES, OPTIMIZERS, RULES, start, tasks
from static_server import serving
from visits import ROOT, browsing

import nnbyhand as nn
from guide.publishing.typesetting.katex import node

HERE = Path(__file__).parent
EPOCHS = 200
# First weights from which next to nothing moves.
STILL = {f"first weights: {rule}" for rule in ("zeros", "small")}
SUITES = ("clock", "gradients", "sessions", "sharing", "tables", "fuzz")
SEEDS = (0, 1, 12345, 2**32 - 1)
CALLS: list[list[Any]] = [
    ["random", 1000],
    ["uniform", 1000, -2.5, 3.0],
    ["permutation", 10],
    ["standardNormal", 20_000],
    ["permutation", 251],
    ["random", 10],
]
Z = [0.0, 1e-8, -1e-8, 0.0099, -0.0101, 40.0, -40.0, 1000.0, -1000.0, 1e200, -1e200]
Z += np.linspace(-8, 8, 201).tolist()


def loss_questions() -> dict[str, dict[str, Any]]:
    """Return outputs near and far, with targets for each loss."""
    rng = np.random.default_rng(3)
    far = np.array([[0.0], [700.0], [-700.0], [1e-9], [35.0], [-35.0]])
    column = np.concatenate([far, 3 * rng.standard_normal((14, 1))])
    rows = np.concatenate([np.repeat(far, 3, axis=1), 3 * rng.standard_normal((14, 3))])
    return {
        "mse": {"outputs": rows, "targets": rng.standard_normal((20, 3))},
        "bce": {"outputs": column, "targets": rng.integers(0, 2, (20, 1))},
        "bce of a sure no": {
            "outputs": np.array([[-30.0], [-33.0], [-36.0]]),
            "targets": np.zeros((3, 1)),
        },
        "ce": {"outputs": rows, "targets": rng.integers(0, 3, 20)},
    }


GRADIENTS = np.random.default_rng(4).standard_normal((10, 6))
SIZES, KINDS = [7, 8, 3, 1], ["relu", "tanh", "linear"]
QUESTIONS: dict[str, dict[str, Any]] = (
    {f"draws {seed}": {"kind": "draws", "seed": seed, "calls": CALLS} for seed in SEEDS}
    | {f"activation {name}": {"kind": "activation", "name": name, "z": Z} for name in ACTIVATIONS}
    | {
        f"loss {name}": {
            "kind": "loss",
            "name": name.split(maxsplit=1)[0],
            "outputs": case["outputs"].ravel().tolist(),
            "targets": case["targets"].ravel().tolist(),
            "count": len(case["outputs"]),
            "units": case["outputs"].shape[1],
        }
        for name, case in loss_questions().items()
    }
    | {
        f"optimizer {name}": {
            "kind": "optimizer",
            "name": name,
            "rate": 0.05,
            "start": [0.5, -1, 0, 2, 1e-3, -4],
            "gradients": GRADIENTS.tolist(),
        }
        for name in OPTIMIZERS
    }
    | {
        f"initialization {rule} {seed}": {
            "kind": "initialization",
            "sizes": SIZES,
            "activations": KINDS,
            "rule": rule,
            "seed": seed,
        }
        for rule in RULES
        for seed in SEEDS
    }
    | {f"task {name}": {"kind": "task", "choices": case} for name, case in TRAININGS.items()}
    | {
        f"gradient {name}": {"kind": "gradient", "choices": case}
        for name, case in TRAININGS.items()
    }
)
RUNS = {
    name: {"kind": "training", "choices": case, "epochs": EPOCHS}
    for name, case in TRAININGS.items()
}


@cache
def in_node() -> dict[str, Any]:
    """Return the answers that Node gives, to all questions at once."""
    asked = QUESTIONS | {f"training {name}": run for name, run in RUNS.items()}
    command = [str(node()), "--no-warnings", str(HERE / "playground_parity.mjs")]
    given = subprocess.check_output(command, input=json.dumps([*asked.values()]), encoding="utf-8")
    return dict(zip(asked, json.loads(given), strict=True))


@cache
def in_chromium() -> dict[str, Any]:
    """Return the trainings of a page that imports the modules."""
    module = f"/{HERE.relative_to(ROOT).as_posix()}/playground_answers.js"
    ask = "async ([module, asked]) => asked.map((await import(module)).answer)"

    async def session() -> list[Any]:
        async with browsing() as browser:
            page = await browser.new_page()
            await page.route("**/favicon.ico", lambda route: route.abort())
            await page.goto(served.origin + module)
            answers: list[Any] = await page.evaluate(ask, [module, [*RUNS.values()]])
            return answers

    with serving(ROOT) as served:
        return dict(zip(RUNS, asyncio.run(session()), strict=True))


def assert_near(found: Any, expected: Any, *, rtol: float, atol: float = 0) -> None:  # noqa: ANN401
    """Compare numbers; where they nearly cancel, in units of the largest."""
    wanted = np.asarray(expected, float).ravel()
    largest = np.abs(wanted).max(initial=0)
    given = np.asarray(found, float).ravel()
    np.testing.assert_allclose(given, wanted, rtol=rtol, atol=max(atol, rtol * largest))


@pytest.mark.parametrize("seed", SEEDS)
def test_random_numbers(seed: int) -> None:
    rng = np.random.default_rng(seed)
    names = {"standardNormal": "standard_normal"}
    for (name, count, *bounds), found in zip(CALLS, in_node()[f"draws {seed}"], strict=True):
        method = getattr(rng, names.get(name, name))
        expected = method(*bounds, count)
        if name == "permutation":
            assert found == expected.tolist()
        else:
            np.testing.assert_allclose(found, expected, rtol=1e-12)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activation_and_slope(name: str) -> None:
    found, activation = in_node()[f"activation {name}"], ACTIVATIONS[name]
    with np.errstate(over="ignore"):
        slopes = activation.derivative(Z)
    np.testing.assert_allclose(found["values"], activation(Z), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(found["slopes"], slopes, rtol=1e-12, atol=2e-15)
    assert found["looped"] == [found["values"], found["slopes"]]


@pytest.mark.parametrize("name", loss_questions())
def test_loss_and_gradient(name: str) -> None:
    found, case = in_node()[f"loss {name}"], loss_questions()[name]
    value, gradient = LOSSES[name.split(maxsplit=1)[0]].value_and_gradient(
        case["outputs"], case["targets"]
    )
    assert_near(found["value"], value, rtol=1e-12)
    assert_near(found["slopes"], gradient, rtol=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizer(name: str) -> None:
    optimizer = OPTIMIZERS[name](0.05)
    parameters = np.array(QUESTIONS[f"optimizer {name}"]["start"], float)
    state, expected = optimizer.start(parameters), []
    for gradient in GRADIENTS:
        parameters, state = optimizer.step(parameters, gradient, state)
        expected.append(parameters)
    np.testing.assert_allclose(in_node()[f"optimizer {name}"], expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rule", RULES)
def test_first_weights(rule: str, seed: int) -> None:
    choices = {
        "hidden": layers("8 relu", "3 tanh"),
        "dropout": 0,
        "loss": "bce",
        "dataset": "moons",
        "classes": 2,
        "initialization": rule,
    }
    network = start(choices, SIZES[0], np.random.default_rng(seed))
    found = in_node()[f"initialization {rule} {seed}"]
    np.testing.assert_allclose(found, network.parameters, rtol=1e-12)


@pytest.mark.parametrize("name", TRAININGS)
def test_task(name: str) -> None:
    found = in_node()[f"task {name}"]
    for part, task in zip(("train", "validation"), tasks(found["choices"]), strict=True):
        if task is None:
            assert found[part] is None
        else:
            for field, expected in task._asdict().items():
                assert_near(found[part][field], expected, rtol=1e-12)


@pytest.mark.parametrize("name", TRAININGS)
def test_outputs_loss_and_gradient(name: str) -> None:
    found = in_node()[f"gradient {name}"]
    train, _ = tasks(found["choices"])
    rng = np.random.default_rng(found["choices"]["seed"])
    network, loss = start(found["choices"], train.x.shape[1], rng), LOSSES[found["choices"]["loss"]]
    made = network.forward(train.x, rng=rng)
    value, upstream = loss.value_and_gradient(made.outputs, train.y)
    assert_near(found["value"], value, rtol=1e-12)
    gradient = network.backward(made, upstream).parameters
    assert_near(found["gradient"], gradient, rtol=1e-12)
    if not found["choices"]["dropout"]:
        parts = [each for each in network.cut(gradient) if each]
        assert_near(found["outputs"], made.outputs, rtol=1e-12)
        norms = [np.linalg.norm([*map(np.linalg.norm, each)]) for each in parts]
        assert_near(found["gradientNorms"], norms, rtol=1e-12)
    if found["confusion"]:
        threshold = 0 if found["choices"]["loss"] == "bce" else 0.5
        confusion = nn.confusion_matrix(network(train.x), train.y, threshold=threshold)
        assert found["confusion"] == confusion.tolist()
    else:
        assert found["choices"]["dataset"] in {"plane", "sine"}


@cache
def in_python() -> dict[str, Any]:
    """Return what the package makes of the trainings, with choices as the page completes them."""
    asked = [(in_node()[f"training {name}"]["choices"], EPOCHS) for name in TRAININGS]
    command = [sys.executable, "-W", "error", str(HERE / "playground_reference.py")]
    given = subprocess.check_output(command, input=json.dumps(asked), encoding="utf-8")
    return dict(zip(TRAININGS, json.loads(given), strict=True))


@pytest.mark.parametrize("place", ["node", "chromium"])
@pytest.mark.parametrize("name", TRAININGS)
def test_two_hundred_epochs(name: str, place: str) -> None:
    found = in_node()[f"training {name}"] if place == "node" else in_chromium()[name]
    expected = in_python()[name]
    assert len(found["losses"]) == EPOCHS
    for field in ("losses", "parameters"):
        assert_near(found[field], expected[field], rtol=1e-9)
    if expected["validationLosses"] is None:
        assert set(found["validationLosses"]) == {None}
    else:
        assert_near(found["validationLosses"], expected["validationLosses"], rtol=1e-9)


@pytest.mark.parametrize("name", [name for name in TRAININGS if name not in STILL])
def test_training_learns(name: str) -> None:
    """Two networks that both stand still would agree, too."""
    losses = in_python()[name]["losses"]
    assert losses[-1] < 0.97 * losses[0]


@pytest.mark.parametrize("name", SUITES)
def test_in_javascript_alone(name: str) -> None:
    command = [str(node()), "--no-warnings", "--test", str(HERE / f"playground_{name}.test.mjs")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
