"""The experiments of the chapter on initialization: theory, known limits, seeds that matter."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.initialization.experiments import starts
from guide.chapters.initialization.experiments.bottleneck import SIZES, bottleneck, saturated
from guide.chapters.initialization.experiments.gains import factors, gains
from guide.chapters.initialization.experiments.orthogonal import lengths
from guide.chapters.initialization.experiments.signals import (
    ACTIVATIONS,
    DEPTH,
    RULES,
    WIDTH,
    backward,
    draw,
    forward,
    signals,
)
from guide.chapters.initialization.experiments.starts import sigmoid_gain, tanh_outputs
from guide.chapters.initialization.experiments.training import DEPTHS, budget, with_adam
from guide.chapters.initialization.experiments.training import RULES as STARTS
from guide.chapters.initialization.experiments.twins import (
    PAIRS,
    _start,
    different_units,
    equal_units,
    nudged_units,
    one_unit_floor,
)
from guide.chapters.initialization.experiments.zeros import (
    from_random,
    from_zero_output,
    zero_starts,
)


def test_equal_units_stay_equal_and_others_do_not() -> None:
    assert equal_units().gap < 1e-9
    assert nudged_units().gap > 1
    assert np.abs(np.diff(equal_units().weights, axis=1)).max() < 1e-9


def test_equal_units_stay_above_the_floor_of_one_unit() -> None:
    floor = one_unit_floor()
    assert floor == pytest.approx(-(2 * np.log(2 / 3) + np.log(1 / 3)) / 4)
    found = equal_units()
    assert floor < found.lowest <= found.low <= found.median <= found.high
    assert different_units().low < floor


def test_only_different_units_learn_the_lamp() -> None:
    equal, nudged = equal_units(), nudged_units()
    assert equal.learned == 0 < nudged.learned < different_units().learned
    assert equal_units(seeds=20).median != equal.median


@pytest.mark.parametrize("nudge", [0.0, 0.01])
def test_copies_start_equal_up_to_the_nudge(nudge: float) -> None:
    start = _start(50, nudge=nudge).parameters
    gaps = np.array([np.abs(start[:, one] - start[:, two]).max() for one, two in PAIRS])
    assert gaps[2] == 0
    assert (gaps <= 5 * nudge).all()
    assert (gaps[[0, 1, 3]] > 0).all() == (nudge > 0)


def test_what_moves_from_zeros_is_what_the_gradients_say() -> None:
    found = zero_starts()
    tanh, relu, sigmoid = found["all weights 0"]
    for stuck in (tanh, relu, found["hidden weights 0, output weights random"][1]):
        assert (stuck.hidden_moves, stuck.output_moves) == (False, False)
        assert stuck.bias_moves
    assert sigmoid.hidden_moves
    assert not sigmoid.apart
    for outcome in found["all weights 0.5"]:
        assert outcome.hidden_moves
        assert not outcome.apart
        assert outcome.learned == 0
    for name in ("hidden weights random, output weights 0", "all weights random"):
        assert all(outcome.apart and outcome.learned > 50 for outcome in found[name])


def test_zero_weights_have_exactly_zero_gradients() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(9, 2)), rng.integers(2, size=(9, 1)).astype(float)
    for hidden in (nn.tanh, nn.relu):
        network = nn.MLP([2, 4, 4, 1], hidden=hidden, initialization=nn.zeros, rng=rng)
        made = network.forward(x)
        loss = nn.binary_cross_entropy_from_logits
        gradient = network.backward(made, loss.gradient(made.outputs, y)).parameters
        assert np.flatnonzero(gradient).tolist() == [len(gradient) - 1]


def test_sums_follow_the_theory_where_it_is_exact() -> None:
    found = signals()
    for rule, factor in (("LeCun, Glorot", 1), ("He", 2), ("std 1", WIDTH), ("orthogonal", 1)):
        quartiles = found.sums["linear", rule]
        theory = float(factor) ** np.arange(DEPTH + 1)
        assert (quartiles[:, 0] < 1.1 * theory).all()
        assert (quartiles[:, 2] > 0.9 * theory).all()
    assert 2**DEPTH / 2 < found.relu_lecun < 2**DEPTH * 2
    assert 0.5 < found.sums["ReLU", "He"][-1, 1] < 1.5
    assert 0.5 < found.gradients["ReLU", "He"][0, 1] < 1.5


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=lambda activation: activation.slug)
def test_its_own_gain_keeps_every_activation_near_one(activation: nn.Elementwise) -> None:
    found = signals().sums[activation.name, "own gain"]
    assert (np.abs(np.log(found[:, 1])) < np.log(1.5)).all()


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=lambda activation: activation.slug)
def test_uniform_and_orthogonal_draws_do_as_normal_ones(activation: nn.Elementwise) -> None:
    for by_rule in (signals().sums, signals().gradients):
        for same in (("He", "He, uniform"), ("LeCun, Glorot", "Glorot, uniform", "orthogonal")):
            medians = np.array([by_rule[activation.name, rule][:, 1] for rule in same])
            assert (medians.max(axis=0) < 2 * medians.min(axis=0)).all()


def test_quartiles_are_ordered_and_seeds_matter() -> None:
    found = signals()
    assert found.sums.keys() == {(each.name, rule) for each in ACTIVATIONS for rule in RULES}
    assert found.gradients.keys() == found.sums.keys()
    for quartiles in (*found.sums.values(), *found.gradients.values()):
        assert (np.diff(quartiles, axis=1) >= 0).all()
    assert signals(seeds=10).sums["ReLU", "He"][-1, 1] != found.sums["ReLU", "He"][-1, 1]


def test_backward_carries_the_slopes_that_differences_give() -> None:
    rng = np.random.default_rng(0)
    weights = [w.astype(float) for w in draw(nn.LeCun(), 1)]
    first, last = rng.normal(size=(2, 1, 2, WIDTH))

    def loss(z: np.ndarray) -> float:
        return float((nn.tanh(forward(nn.tanh, weights[1:], z)[-1]) * last).sum())

    sums = forward(nn.tanh, weights, first)
    slopes = backward(nn.tanh, weights, sums, last)
    assert len(slopes) == DEPTH
    assert nn.gradient_check(loss, sums[1], slopes[0]).relative_error < 1e-6


def test_small_weights_fade_and_large_ones_saturate() -> None:
    found = tanh_outputs()
    assert found.small < 1e-9 < found.small_first < 0.1 < found.fitting < found.large < 1
    assert 50 < found.flat < 100
    assert factors().shrink == pytest.approx(np.sqrt(WIDTH) * 0.01)
    assert 12 <= np.median([counts.argmax() for counts in found.counts["std 1/8"]]) <= 18


def test_a_sigmoid_with_gain_4_and_centered_biases_is_a_tanh() -> None:
    found = sigmoid_gain()
    assert found.centered == pytest.approx(found.tanh)
    assert found.plain < 16.0 ** -(DEPTH - 1)  # the slope is at most 1/4
    assert found.plain < found.gain_4 < found.centered
    rng = np.random.default_rng(0)
    w, z = rng.normal(size=(WIDTH, WIDTH)), rng.normal(size=(3, WIDTH))
    sums = nn.sigmoid(2 * z) @ (4 * w) - 2 * w.sum(axis=0)
    assert np.allclose(sums, 2 * nn.tanh(z) @ w)
    assert starts.sigmoid_gain(seeds=10).tanh != found.tanh


def test_a_waist_multiplies_by_the_ratio_of_the_widths() -> None:
    found = bottleneck()
    wide, narrow = SIZES[0], SIZES[2]
    assert found.sums["fan-out"][2, 1] == pytest.approx(wide / narrow, rel=0.1)
    assert found.gradients["fan-in"][2, 1] == pytest.approx(wide / narrow, rel=0.1)
    assert found.sums["fan-in"][2, 1] == pytest.approx(1, rel=0.1)
    assert found.gradients["fan-out"][2, 1] == pytest.approx(1, rel=0.1)
    # 2 * 256 / (256 + 64) times 2 * 64 / (64 + 4), and backward the same.
    assert found.sums["Glorot"][2, 1] == pytest.approx(1.6 * 128 / 68, rel=0.1)
    assert round(found.gradients["Glorot"][2, 1]) == round(found.sums["Glorot"][2, 1]) == 3


def test_fan_out_before_a_narrow_layer_saturates_it() -> None:
    found = saturated()
    # A normal sum of std s is beyond artanh(0.99) = 2.65: by 0.8 percent for s = 1.
    assert found.fan_in == pytest.approx(0.8, abs=0.3)
    assert found.fan_out == pytest.approx(79, abs=3)


def test_orthogonal_weights_keep_every_length() -> None:
    found = lengths()
    assert found.off < 1e-12
    low, median, high = found.lecun[-1]
    assert low < median < high < 1
    assert found.lecun[0] == pytest.approx(1)
    assert np.ptp(found.lecun[-1]) > 0.3


def test_deep_relu_networks_need_he_and_all_need_the_right_size() -> None:
    found = budget()
    coin = np.log(2)
    assert found.small == pytest.approx(coin, abs=1e-3)
    gap = [found.by["ReLU", "Glorot"][n, 1] - found.by["ReLU", "own gain"][n, 1] for n in (0, 2)]
    assert 0 < gap[0] < gap[1]
    assert found.by["ReLU", "std 1"][0, 1] < found.by["ReLU", "own gain"][0, 1]
    assert found.diverged["ReLU", "std 1"][-1] > 50
    assert found.by["tanh", "std 1"][-1, 1] > found.by["tanh", "Glorot"][-1, 1]
    for activation, rule in found.by:
        assert rule in STARTS
        assert found.by[activation, rule].shape == (len(DEPTHS), 3)


def test_adam_forgives_a_factor_but_not_a_hundredth() -> None:
    found = with_adam()
    plain = budget()
    assert found.glorot < plain.by["ReLU", "Glorot"][-1, 1] / 2
    assert found.he < plain.by["ReLU", "own gain"][-1, 1]
    assert found.small == pytest.approx(np.log(2), abs=1e-3)


def test_gains_are_those_of_the_package() -> None:
    found = gains()
    assert found.relu == pytest.approx(np.sqrt(2))
    assert found.sigmoid_backward > 4
    assert found.tanh < found.silu
    assert found.tanh_backward < found.tanh
    assert found.gelu > found.relu
    assert found.sigmoid == nn.gain(nn.sigmoid)


def test_factors_are_powers() -> None:
    found = factors()
    assert (found.large, found.ten_halves, found.ten_thirds) == (64, 1024, 59049)
    assert found.small == pytest.approx(found.shrink**2)


def test_zero_output_weights_learn_as_well_as_random_ones() -> None:
    zero, random = from_zero_output(), from_random()
    for name in ("tanh", "relu", "sigmoid"):
        assert getattr(zero, name) > getattr(random, name) - 10
