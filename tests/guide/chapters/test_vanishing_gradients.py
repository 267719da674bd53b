"""The experiments of the chapter on vanishing gradients: known limits, and what the text claims."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.vanishing_gradients import tables
from guide.chapters.vanishing_gradients.experiments.cures import (
    LIMIT,
    relu_clipped,
    relu_residual,
    relu_untreated,
    sigmoid_batch_norm,
    sigmoid_clipped,
    sigmoid_larger_weights,
    sigmoid_layer_norm,
    sigmoid_residual,
    sigmoid_to_tanh,
    sigmoid_untreated,
    tanh_both,
    tanh_larger_weights,
    tanh_layer_norm,
    tanh_residual,
    tanh_to_relu,
    tanh_untreated,
)
from guide.chapters.vanishing_gradients.experiments.depth import (
    quarter,
    relu_balanced,
    relu_small,
    sigmoid_balanced,
    sigmoid_small,
    small_deviation,
    tanh_balanced,
    tanh_small,
    ten_layers,
)
from guide.chapters.vanishing_gradients.experiments.limits import blocked, underflow
from guide.chapters.vanishing_gradients.experiments.networks import LOSS, Deep, Probe, lamp
from guide.chapters.vanishing_gradients.experiments.powers import powers
from guide.chapters.vanishing_gradients.experiments.slopes import (
    expected,
    relu_slopes,
    sigmoid_slopes,
    tanh_slopes,
)


@pytest.mark.parametrize("activation", [nn.sigmoid, nn.tanh, nn.relu, nn.gelu])
def test_expected_slopes_balance_as_the_gains_of_the_package(activation: nn.Elementwise) -> None:
    found = expected(activation)
    assert found.gain == pytest.approx(nn.gain(activation, backward=True))
    z = np.random.default_rng(1).normal(size=400_000)
    assert found.mean == pytest.approx(activation.derivative(z).mean(), abs=5e-3)
    assert found.root**2 == pytest.approx(found.mean_square)


def test_slopes_have_their_known_largest_values() -> None:
    assert sigmoid_slopes().steepest == 0.25
    assert tanh_slopes().steepest == 1
    assert relu_slopes().balance == pytest.approx(2)


@pytest.mark.parametrize(
    "kind",
    [Deep(nn.tanh, depth=3, width=4), Deep(nn.sigmoid, 2, "batch", residual=True, depth=3)],
)
def test_a_probe_changes_nothing(kind: Deep) -> None:
    probe = Probe()
    probed, plain, (x, y) = kind.drawn(3, probe), kind.drawn(3), lamp()
    assert np.array_equal(probed.parameters, plain.parameters)
    gradients = []
    for network in (probed, plain):
        made = network.forward(x)
        gradients.append(network.backward(made, LOSS.gradient(made.outputs, y)).parameters)
    assert np.array_equal(*gradients)


def test_blame_is_what_the_recursion_gives() -> None:
    kind = Deep(nn.tanh, depth=3, width=4)
    flow, (x, y), network = kind.flow(1), lamp(), kind.drawn(1)
    layers = [tuple(array[0] for array in arrays) for arrays in network.arrays if len(arrays)]
    outputs = [x]
    for w, b in layers[:-1]:
        outputs.append(np.tanh(outputs[-1] @ w + b))
    delta = (nn.sigmoid(outputs[-1] @ layers[-1][0] + layers[-1][1]) - y) / len(x)
    for index in (2, 1, 0):
        a = outputs[index + 1]
        delta = delta @ layers[index + 1][0].T * (1 - a**2)
        assert flow.blame[index, 0] == pytest.approx(np.linalg.norm(delta))
        slopes = outputs[index].T @ delta
        assert flow.weights[index, 0] == pytest.approx(np.linalg.norm(slopes))


def test_ten_layers_stay_at_a_coin_toss_and_one_learns() -> None:
    found = ten_layers(seeds=20)
    assert (np.diff(found.weights[:, 1]) > 0).all()
    assert found.deep[-1, 1] == pytest.approx(np.log(2), abs=1e-3)
    assert found.shallow[-1, 1] < 0.2
    assert found.weights[0, 1] != ten_layers(seeds=10).weights[0, 1], "seeds matter"


def test_the_quarter_bounds_slopes_and_not_gradients() -> None:
    found = quarter(seeds=50)
    assert found.plain[-1, 1] < found.bound[-1] == 0.25**9
    assert found.wide[-1, 1] > 1000 * found.bound[-1]
    assert found.slope_wide < found.slope_plain < 0.25
    assert found.tanh[-1, 1] > found.wide[-1, 1]


def test_balanced_layers_are_level_where_z_is_centered() -> None:
    for level in (tanh_balanced(50), relu_balanced(50)):
        assert 0.1 < level.blame[0, 1] < 10
    assert sigmoid_balanced(50).blame[0, 1] < 1e-2
    for faint in (sigmoid_small(50), tanh_small(50), relu_small(50)):
        assert faint.blame[0, 1] < 1e-6
    assert 0.1 < tanh_small(50).weights[0, 1] < 1
    assert tanh_small(50).last_weights < 1e-8
    assert small_deviation() == pytest.approx(0.1)


def test_blocked_networks_grow_with_depth_and_shrink_with_width() -> None:
    found = blocked(seeds=100)
    assert (np.diff(found.percent, axis=1) >= 0).all()
    assert (np.diff(found.percent[:, 5:], axis=0) <= 0).all()
    at_10, at_30 = found.percent[:, 9], found.percent[:, 29]
    assert at_10[0] > at_10[1] > at_10[2]
    assert at_30[2] < at_30[1]


def test_a_blocked_network_has_no_gradient_at_any_weight() -> None:
    flow = Deep(nn.relu, nn.gain(nn.relu), depth=10, width=2).flow(60)
    dead = (flow.last == 0).all(axis=(1, 2))
    assert 0 < dead.sum() < 60
    assert (flow.weights[:, dead] == 0).all()
    assert (flow.weights[0, ~dead] > 0).all()


def test_the_largest_eigenvalue_decides_in_the_long_run() -> None:
    found = powers(seeds=40)
    assert found.shrinking[-1, 1] < 0.1 < found.keeping[-1, 1] < found.growing[-1, 1]
    assert found.sloped[-1, 1] < 1e-6
    assert found.stretch > 1, "one step may stretch though all powers shrink"
    ratio = (0.9 / 1.1) ** 50
    assert found.shrinking[-1, 1] / found.growing[-1, 1] == pytest.approx(ratio)


def test_floats_end_where_powers_of_two_do() -> None:
    found = underflow(seeds=20)
    assert (found.quarters_16, found.quarters, found.quarters_64) == (13, 75, 538)
    assert found.smallest == 2.0**-149
    assert 40 < found.layers < 90
    assert 50 < found.still < 100


def test_normalization_residuals_and_tanh_level_the_gradient() -> None:
    assert sigmoid_untreated().ratio < 1e-5 > tanh_untreated().ratio
    for cure in (sigmoid_batch_norm(), tanh_layer_norm(), tanh_both()):
        assert 0.5 < cure.ratio < 20
    for cure in (sigmoid_residual(), tanh_residual()):
        assert 0.5 < cure.ratio < 5
    assert sigmoid_to_tanh().ratio > 0.1
    assert tanh_to_relu().ratio < tanh_untreated().ratio
    assert sigmoid_layer_norm().ratio < 1e-3
    assert sigmoid_larger_weights().ratio > 1000 * sigmoid_untreated().ratio


def test_what_learns_and_what_does_not() -> None:
    for cure in (sigmoid_to_tanh(), sigmoid_batch_norm(), tanh_both()):
        assert cure.learned > 90
    for cure in (
        sigmoid_untreated(),
        tanh_untreated(),
        sigmoid_layer_norm(),
        sigmoid_residual(),
    ):
        assert cure.learned == 0
    assert relu_untreated().learned < 5  # one of 250 does: the page says "fewer than 5"
    assert tanh_larger_weights().learned == sigmoid_to_tanh().learned


def test_clipping_acts_on_exploding_only() -> None:
    clipped, untreated = sigmoid_clipped(), sigmoid_untreated()
    assert clipped.first_step < LIMIT
    assert np.array_equal(clipped.accuracies, untreated.accuracies)
    assert relu_untreated().first_step > 100 * LIMIT
    assert relu_clipped().learned > 30
    assert relu_clipped().ratio == relu_untreated().ratio > 100


def test_residual_connections_do_not_act_on_exploding() -> None:
    untreated, residual = relu_untreated(), relu_residual()
    assert residual.ratio > 3 * untreated.ratio > 300
    assert tanh_residual().ratio > 1000 * tanh_untreated().ratio


def test_rows_stay_apart_with_the_mean_of_the_batch_and_not_with_that_of_the_row() -> None:
    assert sigmoid_untreated().rows_differ < 1e-3
    assert sigmoid_layer_norm().rows_differ < 0.1
    assert sigmoid_batch_norm().rows_differ > 10


def test_the_table_lists_what_the_quadrature_gives() -> None:
    table = tables.slopes()
    row = next(row for row in table.rows if row[0] == "**tanh**")
    assert row[1:] == ("1", "0.606", "0.464", "0.681", "2.15")
