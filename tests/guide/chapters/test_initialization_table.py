"""The tables of the chapter on initialization say what the package does."""

import inspect
import math
import re

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.initialization.experiments.zeros import zero_starts
from guide.chapters.initialization.tables import gains, rules, zeros

SHAPE = (300, 100)
N_IN, N_OUT = SHAPE


def computed(cell: str) -> float:
    """Return the value of a fraction, or the root of one, for a layer of that shape."""
    python = cell.strip("$").replace(r"n_{\text{in}}", "N_IN").replace(r"n_{\text{out}}", "N_OUT")
    python = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1) / (\2))", python)
    python = re.sub(r"\\sqrt\{([^{}]*)\}", r"math.sqrt(\1)", python)
    return float(eval(python, {"math": math, "N_IN": N_IN, "N_OUT": N_OUT}))


def row(name: str) -> tuple[str, ...]:
    return next(row for row in rules().rows if f"nn.{name}" in row[0])


def test_every_rule_of_the_package_has_its_row() -> None:
    named = re.findall(r"nn\.(\w+)", " ".join(row[0] for row in rules().rows))
    classes = {
        name
        for name, value in vars(nn).items()
        if inspect.isclass(value)
        and issubclass(value, nn.Initialization)
        and value is not nn.Initialization
    }
    assert set(named) == classes | {"zeros"}
    assert len(named) == len(set(named))


@pytest.mark.parametrize("name", ["LeCun", "Glorot", "He"])
def test_variances_and_limits_are_what_the_package_draws(name: str) -> None:
    cells = row(name)
    rng = np.random.default_rng(0)
    kind = getattr(nn, name)
    assert computed(cells[1]) == pytest.approx(kind().std(*SHAPE) ** 2)
    assert kind()(SHAPE, rng=rng).var() == pytest.approx(computed(cells[1]), rel=0.03)
    largest = np.abs(kind(uniform=True)(SHAPE, rng=rng)).max()
    assert 0.999 * computed(cells[2]) < largest <= computed(cells[2])


@pytest.mark.parametrize("shape", [(300, 100), (100, 300)])
def test_orthogonal_weights_have_the_variance_of_the_larger_width(shape: tuple[int, int]) -> None:
    assert row("Orthogonal")[1] == "1 / larger width"
    drawn = nn.orthogonal(shape, rng=np.random.default_rng(0))
    assert (drawn**2).mean() == pytest.approx(1 / 300)


def test_the_use_of_a_rule_is_the_usual_one_of_the_package() -> None:
    for activation, name in ((nn.relu, "He"), (nn.leaky_relu, "He"), (nn.tanh, "Glorot")):
        assert type(nn.usual_initialization(activation)).__name__ == name
    assert "ReLU" in row("He")[3]
    assert "tanh" in row("Glorot")[3]


def test_every_activation_of_one_number_has_its_gains() -> None:
    elementwise = [each for each in nn.ACTIVATIONS if isinstance(each, nn.Elementwise)]
    assert [row[0].strip("*") for row in gains().rows] == [each.name for each in elementwise]
    for activation, cells in zip(elementwise, gains().rows, strict=True):
        assert float(cells[1]) == pytest.approx(float(activation.derivative(0.0)), abs=0.005)
        assert float(cells[2]) == pytest.approx(nn.gain(activation), abs=0.005)
        assert float(cells[3]) == pytest.approx(nn.gain(activation, backward=True), abs=0.005)
        assert cells[4] == type(nn.usual_initialization(activation)).__name__


def test_the_table_of_zeros_has_a_cell_for_every_outcome() -> None:
    found = {row[0]: row[1:] for row in zeros().rows}
    assert found.keys() == zero_starts().keys()
    assert found["all weights 0"][:2] == ("only the output bias moves",) * 2
    assert set(found["all weights 0.5"]) == {"all move, units stay equal"}
    learned = zero_starts()["all weights random"][0].learned
    assert found["all weights random"][0] == f"all move, {learned:.0f} percent learn"
