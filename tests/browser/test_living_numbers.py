"""What living figures compute in the browser is what the build computed, at any setting."""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from living_figures import FIGURES, SCRIPTS

import nnbyhand as nn
from guide.chapters.gradient_descent.experiments import bowl
from guide.chapters.gradient_descent.experiments.bills import batch_walk, bottom
from guide.chapters.hyperparameters.experiments.sweeps import rate_valley
from guide.chapters.hyperparameters.experiments.task import START as STARTING_VALUES
from guide.chapters.losses.experiments import outliers
from guide.chapters.optimizers.experiments.ravine import SHOWN, START, straight_race, walk
from guide.chapters.regularization.experiments.price import STRENGTHS, priced
from guide.chapters.universal_approximation.experiments.by_hand import ByHand
from guide.experiments.random_layers import sent
from guide.experiments.two_switches import PARAMETERS, network
from guide.publishing.typesetting.katex import node

HERE = Path(__file__).parent
ACTIVATIONS = {each.slug: each for each in nn.ACTIVATIONS if isinstance(each, nn.Elementwise)}


def models(name: str, *settings: dict[str, Any]) -> list[Any]:
    """Return what a figure's own module makes of each of some settings."""
    address = json.dumps((SCRIPTS / f"{name}.js").as_uri())
    ask = f"""import {{ model }} from {address};
    console.log(JSON.stringify({json.dumps(settings)}.map(model)));"""
    command = [str(node()), "--no-warnings", "--input-type=module", "--eval", ask]
    answer: list[Any] = json.loads(subprocess.check_output(command))
    return answer


def test_neuron() -> None:
    (found,) = models("neuron-line", {"w1": 0.75, "w2": -1.25, "b": 0.5})
    unit = nn.Perceptron([0.75, -1.25], 0.5)
    assert found["sums"] == pytest.approx(nn.AND.x @ unit.weights + unit.bias)
    assert found["answers"] == unit(nn.AND.x).tolist()


@pytest.mark.parametrize("slug", ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "gelu", "silu"])
def test_activations(slug: str) -> None:
    name, activation = slug.replace("-", "_"), ACTIVATIONS[slug]
    for found in models(
        "activation-slope", *({"activation": name, "z": z} for z in (-2.5, 0, 1.3))
    ):
        z = np.array([found["z"]])
        assert found["output"] == pytest.approx(activation(z).item(), abs=1e-14)
        assert found["slope"] == pytest.approx(activation.derivative(z).item(), abs=1e-14)
        places, slopes = np.array(found["slopes"]).T
        assert slopes == pytest.approx(activation.derivative(places), abs=1e-14)


def test_gradient_descent() -> None:
    for rate in (0.02, 0.25, 0.45, 0.55):
        (found,) = models("gradient-descent-rate", {"rate": rate, "steps": 20})
        walked = bowl.bowl_walk(rate, 20)
        assert found["walk"] == pytest.approx(walked.tolist(), rel=1e-12)
        away = walked - bowl.PRICE
        assert away[1:] == pytest.approx(found["factor"] * away[:-1], abs=1e-9)


def test_batches() -> None:
    for batch, rate in ((1, 0.1), (4, 0.3), (16, 0.6), (64, 0.3)):
        (found,) = models("batch-noise", {"batch": batch, "rate": rate, "steps": 48})
        walked = batch_walk(batch, rate, 48)
        assert np.array(found["walk"]) == pytest.approx(walked, rel=1e-9)
        away = np.hypot(*(walked - bottom()).T)
        assert found["away"] == pytest.approx(away.tolist(), rel=1e-6)


def test_outlier() -> None:
    x, y = outliers.noisy_points(1)
    fits = outliers.least_squares, outliers.least_absolute, outliers.least_huber
    for shift in (0.0, 0.75, 3.0, 10.0):
        (found,) = models("losses-outlier", {"shift": shift})
        for name, fit in zip(("mse", "mae", "huber"), fits, strict=True):
            line, clean = fit(x, outliers.with_bad_point(y, shift))[0], fit(x, y)[0]
            assert found["lines"][name] == pytest.approx(line.tolist(), rel=1e-9)
            rise = float((line - clean) @ [1, x[-1]])
            assert found["rises"][name] == pytest.approx(rise, abs=1e-9)


def test_optimizers() -> None:
    best = straight_race().best_rates
    for times in (0.25, 1.0, 4.0):
        (racers,) = models("optimizers-race", {"times": times, "steps": 60})
        assert [racer["name"] for racer in racers] == [kind.slug for kind in SHOWN]
        for racer, kind, rate in zip(racers, SHOWN, best, strict=True):
            with np.errstate(over="ignore"):
                path = walk(kind(rate=times * rate), START, 60)
            assert np.array(racer["path"]) == pytest.approx(path, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("slug", "gain", "depth"), [("sigmoid", 1, 10), ("relu", 2**0.5, 20)])
def test_random_layers(slug: str, gain: float, depth: int) -> None:
    settings = {"activation": slug, "gain": gain, "depth": depth}
    (found,) = models("vanishing-depth", settings)
    expected = sent(ACTIVATIONS[slug], gain, depth)
    for part in ("sums", "blame"):
        assert np.array(found[part]) == pytest.approx(getattr(expected, part), rel=1e-9)
    if depth == 20:
        (scaled,) = models("initialization-scale", settings)
        assert scaled["sums"] == found["sums"]


@pytest.mark.parametrize("lamp", ["and", "or", "nand", "xor"])
def test_perceptron(lamp: str) -> None:
    gate: nn.Data = getattr(nn, lamp.upper())
    settings = [{"lamp": lamp, "updates": updates} for updates in range(17)]
    run = nn.learn_perceptron(gate.x, gate.y).updates[:16]
    for updates, found in enumerate(models("perceptron-updates", *settings)):
        made = min(updates, len(run))
        unit = run[made - 1] if made else nn.Perceptron([0.0, 0.0], 0.0)
        assert found["parameters"] == [*unit.weights, unit.bias]
        answers = nn.Perceptron(unit.weights, unit.bias)(gate.x)
        assert found["wrong"] == gate.x[answers != gate.y[:, 0]].tolist()


def test_hats() -> None:
    for pieces in (2, 7, 12, 40):
        (found,) = models("hats", {"pieces": pieces})
        assert found["error"] == pytest.approx(ByHand.dots(pieces).error(), abs=1e-12)


@pytest.mark.parametrize(
    ("slug", "batch", "epochs"),
    [("adam", 8, 30), ("sgd", 64, 30), ("momentum", 32, 8), ("rmsprop", 2, 2)],
)
def test_rate_valley(slug: str, batch: int, epochs: int) -> None:
    kind = next(each for each in nn.OPTIMIZERS if each.slug == slug)
    expected = rate_valley(replace(STARTING_VALUES, optimizer=kind, batch=batch, epochs=epochs))
    settings = {"optimizer": slug, "batch": batch, "epochs": epochs}
    (found,) = models("rate-valley", settings)
    assert np.array(found["validation"]) == pytest.approx(expected.validation, rel=1e-6)
    assert found["training"] == pytest.approx(expected.training, rel=1e-6)
    assert found["best"] == expected.validation[:, 1].argmin()


def test_price_of_weights() -> None:
    for strength, units in ((float(STRENGTHS[0]), 40), (float(STRENGTHS[16]), 7)):
        (found,) = models("l2-price", {"strength": strength, "units": units})
        expected = priced(strength, units)
        curve = np.column_stack([expected.grid, expected.curve])
        assert np.array(found["curve"]) == pytest.approx(curve, abs=1e-6)
        assert found["training"] == pytest.approx(expected.train.tolist(), rel=1e-6)
        assert found["validation"] == pytest.approx(expected.validation.tolist(), rel=1e-6)
        assert found["length"] == pytest.approx(expected.length, rel=1e-6)


@pytest.mark.parametrize(("second", "weight", "target"), [(0.0, 1.0, 1), (0.65, -1.5, 0)])
def test_passes(second: float, weight: float, target: int) -> None:
    parameters = PARAMETERS.copy()
    parameters[6] = weight
    shown = network(parameters)
    made = shown.forward(np.array([[1.0, second]]))
    upstream = nn.binary_cross_entropy.gradient(made.outputs, np.array([[float(target)]]))
    slopes = shown.backward(made, upstream).parameters
    settings = {"second": second, "weight": weight, "target": str(target)}
    (found,) = models("backward-pass", settings)
    back = found["back"]
    computed = [*np.ravel(back["hidden"]), *back["delta1"], *back["output"], back["delta2"]]
    assert computed == pytest.approx(slopes.tolist(), abs=1e-14)
    assert found["made"]["a2"] == pytest.approx(made.outputs.item(), abs=1e-14)
    (forward,) = models("forward-pass", {"first": 1.0, "second": second})
    assert forward["a2"] == pytest.approx(network()([[1.0, second]]).item(), abs=1e-14)


def test_every_figure_has_a_comparison() -> None:
    compared = set(re.findall(r'models\(\s*"([\w-]+)"', Path(__file__).read_text(encoding="utf-8")))
    assert compared == set(FIGURES)


def test_modules_without_a_page() -> None:
    command = [str(node()), "--no-warnings", "--test", str(HERE / "living.test.mjs")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]", done.stdout), done.stdout
