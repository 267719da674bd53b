"""First weights: their spread, their shape, and the gain that activations ask for.

A sample of n numbers has a standard deviation off by about 1 / sqrt(2 n) of itself. Here n is
60,000, so 3 parts in 1,000; the tests allow 2 in 100, with fixed seeds.
"""

import math

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.activations.base import Activation
from nnbyhand.initialization.base import Constant, Initialization, Normal, Uniform, zeros
from nnbyhand.initialization.scaled import (
    Glorot,
    He,
    LeCun,
    Orthogonal,
    gain,
    glorot_normal,
    glorot_uniform,
    he_normal,
    he_uniform,
    lecun_normal,
    lecun_uniform,
    orthogonal,
    usual_initialization,
)

SHAPE = (200, 300)
# inputs 200, outputs 300: 1/200 = 0.005, 2/500 = 0.004, 2/200 = 0.01.
SPREADS = [
    (lecun_normal, math.sqrt(0.005)),
    (lecun_uniform, math.sqrt(0.005)),
    (glorot_normal, math.sqrt(0.004)),
    (glorot_uniform, math.sqrt(0.004)),
    (he_normal, 0.1),
    (he_uniform, 0.1),
    (He(gain=3), 0.3),
    (LeCun(gain=0.5, uniform=True), 0.5 * math.sqrt(0.005)),
    (Normal(0.25), 0.25),
    (Uniform(0.6), 0.6 / math.sqrt(3)),
]


def generator() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.mark.parametrize(("rule", "std"), SPREADS, ids=str)
def test_mean_and_spread(rule: Initialization, std: float) -> None:
    w = rule(SHAPE, rng=generator())
    assert w.shape == SHAPE
    assert w.std() == pytest.approx(std, rel=0.02)
    assert abs(w.mean()) < 5 * std / math.sqrt(w.size)


@pytest.mark.parametrize(("rule", "std"), SPREADS, ids=str)
def test_uniform_draws_end_at_their_limit_and_normal_ones_do_not(
    rule: Initialization, std: float
) -> None:
    largest = np.abs(rule(SHAPE, rng=generator())).max()
    limit = std * math.sqrt(3)
    if getattr(rule, "uniform", isinstance(rule, Uniform)):
        assert 0.99 * limit < largest <= limit
    else:
        assert largest > 3.5 * std


def test_constants() -> None:
    np.testing.assert_array_equal(zeros((3, 2, 4), rng=generator()), np.zeros((3, 2, 4)))
    np.testing.assert_array_equal(Constant(-2)((2, 4), rng=generator()), np.full((2, 4), -2.0))
    assert zeros((2, 4), rng=generator()).dtype == np.float64


@pytest.mark.parametrize("inputs", [1, 3, 5])
@pytest.mark.parametrize("outputs", [1, 3, 5])
@pytest.mark.parametrize("networks", [(), (4,)])
def test_orthogonal_rows_or_columns(inputs: int, outputs: int, networks: tuple[int, ...]) -> None:
    w = Orthogonal(gain=2)((*networks, inputs, outputs), rng=generator())
    assert w.shape == (*networks, inputs, outputs)
    products = w.mT @ w if inputs >= outputs else w @ w.mT
    same = np.broadcast_to(4 * np.eye(min(inputs, outputs)), products.shape)
    np.testing.assert_allclose(products, same, atol=1e-14)


def test_square_orthogonal_weights_keep_the_first_direction_drawn() -> None:
    # Columns are made orthonormal from left to right: the first one only changes its length.
    w = Orthogonal(gain=2.0)((3, 3), rng=generator())
    first = generator().standard_normal((3, 3))[:, 0]
    np.testing.assert_allclose(w[:, 0], 2 * first / np.linalg.norm(first), rtol=1e-12)


def test_orthogonal_draws_favor_no_rotation() -> None:
    # In two dimensions the first column is a direction. Without the correction of signs, QR gives
    # one with a negative first entry almost always. 4,000 draws: 2,000 of each sign, +- 32.
    first = orthogonal((4000, 2, 2), rng=generator())[:, 0, 0]
    assert 1800 < np.sum(first > 0) < 2200
    assert np.mean(first**2) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("rule", [rule for rule, _ in SPREADS] + [orthogonal], ids=str)
def test_each_network_has_its_own_draw_and_each_seed_its_own_weights(rule: Initialization) -> None:
    w = rule((3, 4, 5), rng=np.random.default_rng(1))
    assert len(np.unique(w)) == 60
    assert np.all(w == rule((3, 4, 5), rng=np.random.default_rng(1)))
    assert not np.any(w == rule((3, 4, 5), rng=np.random.default_rng(2)))


@pytest.mark.parametrize(
    ("activation", "forward", "backward"),
    [
        (nn.linear, 1.0, 1.0),
        # Half of the normal distribution passes: 1 / sqrt(1/2).
        (nn.relu, math.sqrt(2), math.sqrt(2)),
        # (1 + slope**2) / 2 of it does.
        (nn.LeakyReLU(0.5), math.sqrt(2 / 1.25), math.sqrt(2 / 1.25)),
        # E[tanh**2] = 0.394294 and E[(1 - tanh**2)**2] = 0.464403, by adaptive quadrature.
        (nn.tanh, 1.592537420, 1.467413592),
        (nn.sigmoid, 1.846228545, 4.722646086),
    ],
    ids=str,
)
def test_gain(activation: Activation, forward: float, backward: float) -> None:
    assert gain(activation) == pytest.approx(forward, rel=1e-9)
    assert gain(activation, backward=True) == pytest.approx(backward, rel=1e-9)


@pytest.mark.parametrize("activation", nn.ACTIVATIONS[:-1], ids=str)
def test_gain_agrees_with_a_sample(activation: Activation) -> None:
    # A million draws: the means are off by about 1 in 1,000.
    z = np.random.default_rng(0).normal(size=1_000_000)
    sampled = 1 / np.sqrt(np.mean(activation(z) ** 2))
    assert gain(activation) == pytest.approx(sampled, rel=0.01)
    slopes = 1 / np.sqrt(np.mean(activation.derivative(z) ** 2))
    assert gain(activation, backward=True) == pytest.approx(slopes, rel=0.01)


def test_he_is_lecun_with_the_gain_of_relu() -> None:
    ours = LeCun(gain=gain(nn.relu))(SHAPE, rng=generator())
    np.testing.assert_allclose(ours, he_normal(SHAPE, rng=generator()), rtol=1e-12)


def test_glorot_lies_between_forward_and_backward() -> None:
    assert LeCun().std(300, 200) < Glorot().std(200, 300) < LeCun().std(200, 300)
    assert Glorot().std(7, 7) == pytest.approx(LeCun().std(7, 7))


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=str)
def test_the_usual_rule(activation: Activation) -> None:
    relu_like = {"ReLU", "leaky ReLU", "ELU", "GELU", "SiLU"}
    expected = he_normal if activation.name in relu_like else glorot_uniform
    assert usual_initialization(activation) == expected


def test_errors() -> None:
    inf, nan = math.inf, math.nan
    for argument, makes, values in (
        ("std", Normal, (0.0, -1.0, inf, nan)),
        ("limit", Uniform, (0.0, -1.0, inf, nan)),
        ("value", Constant, (inf, -inf, nan)),
        ("gain", lambda value: He(gain=value), (0.0, -1.0, inf, nan)),
        ("gain", Orthogonal, (0.0, -1.0, inf, nan)),
    ):
        for value in values:
            with pytest.raises(nn.InputValueError) as error:
                makes(value)
            assert error.value.argument == argument
    with pytest.raises(nn.InputTypeError, match=r"activation: got Softmax\(\), expected an elem"):
        gain(nn.softmax)
