"""The experiments of the chapter on optimizers: known limits, spreads, and what captions say."""

from dataclasses import fields

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.optimizers.experiments.decay import DECAY, RATE, STEPS
from guide.chapters.optimizers.experiments.decay import decayed as measured_decayed
from guide.chapters.optimizers.experiments.decay import penalized as measured_penalized
from guide.chapters.optimizers.experiments.digits import (
    OPTIMIZERS,
    RATES,
    best_rates,
    carried_rate,
    default_rate,
    default_rates,
    held_out_errors,
    longer_default,
    memory,
    rate_grid,
    starting_weights,
    uncorrected_digits,
    weight_size,
)
from guide.chapters.optimizers.experiments.ravine import (
    CURVATURES,
    SHOWN,
    START,
    momenta,
    straight_race,
    turned_race,
    zigzag,
)
from guide.chapters.optimizers.experiments.ravine import walk as measured_walk
from guide.chapters.optimizers.experiments.steps import (
    fading,
    half_swing,
    high_swing,
    momentum_lengths,
    rate_limits,
    swing,
    uncorrected,
    usual_swing,
)

SLUGS = list(OPTIMIZERS)


def test_gradient_descent_multiplies_each_distance_by_its_own_factor() -> None:
    walk = zigzag(rate=0.038, steps=30)
    assert walk.path == pytest.approx(START * (1 - 0.038 * CURVATURES) ** np.arange(31)[:, None])
    assert walk.crossings == 30
    assert walk.left_across < walk.left_along
    assert 0.038 < walk.critical_rate == 2 / 50


def test_a_turned_ravine_is_the_same_for_those_with_one_rate() -> None:
    axes = np.array([[1, 1], [-1, 1]]) / np.sqrt(2)
    for kind in (nn.SGD, nn.Momentum, nn.Nesterov):
        straight = measured_walk(kind(rate=0.01), START, 40)
        turned = measured_walk(kind(rate=0.01), START @ axes, 40, turn=np.pi / 4)
        assert turned == pytest.approx(straight @ axes)
    straight = measured_walk(nn.AdaGrad(rate=0.3), START, 40)
    turned = measured_walk(nn.AdaGrad(rate=0.3), START @ axes, 40, turn=np.pi / 4)
    assert np.abs(turned - straight @ axes).max() > 0.1


@pytest.mark.parametrize("race", [straight_race, turned_race])
def test_every_optimizer_ends_the_race_at_a_rate_inside_the_grid(
    race: type[straight_race],
) -> None:
    found = race()
    assert found.quartiles.shape == (len(SHOWN), 3)
    assert (np.diff(found.quartiles, axis=1) >= 0).all()
    assert found.quartiles.max() < 300
    assert found.quartiles[0, 0] < found.quartiles[0, 2], "starts matter"
    assert [getattr(found, kind.slug) for kind in SHOWN] == found.quartiles[:, 1].tolist()
    assert found.sgd_good < found.adam_good


def test_only_adagrad_suffers_from_the_turn() -> None:
    straight, turned = straight_race(), turned_race()
    assert straight.momentum == turned.momentum
    assert turned.adagrad > turned.sgd > 20 * straight.adagrad
    others = [kind.slug for kind in SHOWN if kind is not nn.AdaGrad]
    for slug in others:
        assert getattr(turned, slug) == pytest.approx(getattr(straight, slug), rel=0.15)
    assert straight.rmsprop == max(getattr(straight, slug) for slug in others)


def test_momentum_sums_powers() -> None:
    found = momentum_lengths()
    assert found.steady == pytest.approx(1 / (1 - 0.9))
    assert found.alternating == pytest.approx(1 / (1 + 0.9))
    assert found.ratio == pytest.approx(19)
    assert 0.9**found.steps_to_half < 0.5 < 0.9 ** (found.steps_to_half - 1)


def test_more_momentum_overshoots_more_and_settles_later() -> None:
    plain, half = swing(), half_swing()
    usual, high = usual_swing(), high_swing()
    assert plain.overshoot == 0
    assert half.overshoot < usual.overshoot < high.overshoot < 100
    assert half.settled < plain.settled < usual.settled < high.settled
    assert 0.9**plain.settled < 0.01 < 0.9 ** (plain.settled - 1)


def test_a_ravine_wants_some_momentum_and_not_the_most() -> None:
    found = momenta()
    assert found.values == (0.0, 0.5, 0.7, 0.9, 0.99)
    assert (found.best, found.least) == (0.7, found.steps[2])
    assert found.least < found.steps[1] < found.steps[3] < found.steps[0] < found.steps[4]
    race = straight_race()
    assert (found.steps[0], found.steps[3]) == (race.sgd, race.momentum), "the race of the page"


def test_rates_stay_below_the_known_limits() -> None:
    found = rate_limits()
    assert found.sgd == pytest.approx(2, abs=0.002)
    assert found.momentum == pytest.approx(2 * (1 + 0.9), abs=0.002)
    assert found.nesterov == pytest.approx(2 * (1 + 0.9) / (1 + 2 * 0.9), abs=0.002)


def test_adagrad_fades_as_the_root_of_the_steps() -> None:
    assert fading(steps=400).percent == pytest.approx(100 / 20)
    assert fading().percent == pytest.approx(1)


def test_uncorrected_steps_follow_their_formula() -> None:
    t = np.arange(1, 1001)
    lengths = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    found = uncorrected()
    assert found.first == pytest.approx(np.sqrt(10), rel=1e-6)
    assert found.longest == pytest.approx(lengths.max(), rel=1e-6)
    assert found.longest_at == int(lengths.argmax()) + 1
    assert found.total_50 == pytest.approx(lengths[:50].sum(), rel=1e-6)


def test_decay_does_not_ask_for_slopes_but_the_penalty_does() -> None:
    decayed, penalized = measured_decayed(), measured_penalized()
    expected = 100 * (1 - RATE * DECAY) ** STEPS
    assert decayed.large[-1, 1] == pytest.approx(expected, abs=1)
    assert decayed.small[-1, 1] == pytest.approx(expected, abs=1)
    assert penalized.small[-1, 1] < expected / 1.5 < expected * 1.3 < penalized.large[-1, 1]
    for found in (decayed, penalized):
        for quartiles in (found.large, found.small):
            assert (quartiles[0] == 100).all()
            assert quartiles[-1, 0] < quartiles[-1, 1] < quartiles[-1, 2], "seeds matter"


def test_best_rates_lie_inside_the_grid_and_win_it() -> None:
    grid = rate_grid()
    assert grid.quartiles.shape == (len(SLUGS), len(RATES), 3)
    for slug, quartiles in zip(SLUGS, grid.quartiles, strict=True):
        place = RATES.index(getattr(grid, slug))
        assert 0 < place < len(RATES) - 1
        assert quartiles[place, 1] == quartiles[:, 1].min()
    assert grid.sgd > grid.momentum > grid.adam
    assert grid.sgd_good < grid.adam_good < grid.nesterov_good


def test_the_ranking_changes_between_tuned_and_default_rates() -> None:
    tuned, default = best_rates(), default_rates()
    assert tuned.nesterov < tuned.adam < tuned.momentum < tuned.sgd
    assert default.nesterov < default.momentum < default.adagrad < default.adam < default.sgd
    assert tuned.gap < default.gap / 5
    assert tuned.quartiles[0, 0] > tuned.quartiles[SLUGS.index("adam"), 2], "they do not overlap"
    assert default_rate("sgd") == 0.01
    assert default_rate("adam") == nn.Adam().rate


def test_slips_cost_far_more_than_the_choice_of_the_optimizer() -> None:
    tuned = best_rates()
    worst = tuned.quartiles[:, 1].max()
    assert carried_rate().median > 5 * worst
    assert uncorrected_digits().median > 3 * worst
    assert worst < longer_default().median < default_rates().adam / 2


def test_other_weights_give_other_errors() -> None:
    first = held_out_errors(nn.Adam(0.03), starting_weights(3), epochs=1)
    second = held_out_errors(nn.Adam(0.03), starting_weights(3, draw=1), epochs=1)
    assert first.shape == (3,)
    assert not np.array_equal(first, second)


def test_memory_counts_vectors_of_parameters() -> None:
    found = memory()
    assert found.parameters == 64 * 16 + 16 + 16 * 10 + 10
    assert (found.momentum, found.adam) == (found.parameters, 2 * found.parameters)
    assert len(fields(found)) == 3


def test_first_weights_have_the_size_of_their_rule() -> None:
    expected = np.sqrt((64 * 16 * 2 / 64 + 16 * 10 * 2 / 16) / (64 * 16 + 16 * 10))
    assert weight_size() == pytest.approx(expected, rel=0.02)
