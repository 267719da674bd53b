"""The experiments of the chapter on activations: known limits, shapes, seeds that matter."""

from dataclasses import fields

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.activations.experiments.dead_units import (
    LARGE_LEAK,
    RATES,
    SMALL_LEAK,
    Networks,
    dead_units,
    revived_units,
    woken_units,
)
from guide.chapters.activations.experiments.functions import (
    bent_line,
    exp_limit,
    lost_row,
    lowest_output,
    row_errors,
    sigmoid_far_out,
    sigmoid_slope,
)
from guide.chapters.activations.experiments.zigzag import GOAL, NEAR, centered_walk, positive_walk


def test_the_sigmoid_is_steepest_at_zero() -> None:
    grid = np.linspace(-8, 8, 1601)
    assert sigmoid_slope() == nn.sigmoid.derivative(grid).max() == 0.25


def test_far_out_a_short_step_moves_the_sigmoid_by_its_slope() -> None:
    far = sigmoid_far_out()
    rise = (1 / (1 + np.exp(-6.001)) - 1 / (1 + np.exp(-5.999))) / 0.002
    assert far.slope == pytest.approx(rise, rel=1e-6)
    assert far.slope * far.slowdown == pytest.approx(0.25)
    assert far.rise == pytest.approx(1 / (1 + np.exp(-7)) - 1 / (1 + np.exp(-6)))


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_exp_overflows_just_above_its_limit(kind: str) -> None:
    limit = getattr(exp_limit(), kind)
    floats = np.dtype(kind).type
    with np.errstate(over="ignore"):
        assert np.isfinite(np.exp(floats(limit - 0.01)))
        assert np.isinf(np.exp(floats(limit + 0.01)))


def test_gelu_and_silu_are_level_where_they_are_lowest() -> None:
    lowest = lowest_output()
    assert abs(nn.gelu.derivative(lowest.gelu_z)) < 1e-4
    assert abs(nn.silu.derivative(lowest.silu_z)) < 1e-4
    assert lowest.gelu == pytest.approx(nn.gelu.facts.range[0], abs=1e-6)
    assert lowest.silu == pytest.approx(nn.silu.facts.range[0], abs=1e-6)


def test_without_activations_the_network_is_a_line() -> None:
    line = bent_line()
    assert np.abs(np.diff(line.without, 2)).max() < 1e-12


def test_with_relu_the_line_turns_at_its_corners_and_nowhere_else() -> None:
    line = bent_line()
    turns = np.abs(np.diff(line.with_relu, 2))
    beside = np.union1d(line.corners - 1, line.corners)
    assert line.bends == line.corners.size
    assert (turns[line.corners - 1] > 1e-9).all()
    assert np.delete(turns, beside).max() < 1e-12
    assert not np.array_equal(line.with_relu, bent_line(seed=1).with_relu)


def test_a_far_lower_row_is_lost_with_one_maximum_and_kept_with_its_own() -> None:
    gaps = np.arange(150.0)
    shared = row_errors(gaps, own_maximum=False)
    own = row_errors(gaps, own_maximum=True)
    assert own.max() < 1e-6
    assert shared[:80].max() < 1e-6
    assert int(np.isnan(shared).argmax()) == lost_row()
    assert np.isnan(shared[lost_row() :]).all()


@pytest.mark.parametrize("walk", [positive_walk, centered_walk])
def test_walks_lead_from_zero_to_the_goal(walk: type[positive_walk]) -> None:
    found = walk(seeds=20)
    away = np.linalg.norm(found.path - GOAL, axis=1)
    assert found.path[0].tolist() == [0, 0]
    assert away[-1] < NEAR <= away[:-1].min()
    assert found.detour > 1 - NEAR / np.linalg.norm(GOAL)
    assert found.steps != walk(seeds=3).steps


def test_centered_inputs_save_steps_and_way() -> None:
    positive, centered = positive_walk(), centered_walk()
    assert centered.steps < positive.steps / 3
    assert centered.detour < positive.detour


def test_quartiles_are_ordered_percentages_that_grow_with_the_rate() -> None:
    found = dead_units()
    for quartiles in (found.relu, found.small_leak, found.large_leak):
        assert quartiles.shape == (len(RATES), 3)
        assert (np.diff(quartiles, axis=1) >= 0).all()
        assert 0 <= quartiles.min() <= quartiles.max() <= 100
        assert (np.diff(quartiles[:, 1]) >= 0).all()
        assert (quartiles[0] == 0).all()
    assert found.relu[RATES.index(6), 0] < found.relu[RATES.index(6), 2], "seeds matter"


def test_a_dead_relu_stays_as_it_is() -> None:
    harmed = Networks.drawn(20).trained(nn.relu, 10, 50)
    later = harmed.trained(nn.relu, 2, 20)
    dead = harmed.stuck()
    assert 0.5 < dead.mean() < 1
    assert np.array_equal(later.b1[:, 0][dead], harmed.b1[:, 0][dead])
    assert (later.b1[:, 0][~dead] != harmed.b1[:, 0][~dead]).mean() > 0.9


def test_only_a_leak_brings_units_back() -> None:
    revived = revived_units()
    assert revived.relu == 0
    assert 0 < revived.small_leak < revived.large_leak < 50


def test_only_above_the_first_layer_a_dead_relu_can_wake_up() -> None:
    woken = woken_units()
    assert min(woken.first_dead, woken.second_dead) > 100
    assert woken.first == 0 < woken.second < 50


@pytest.mark.parametrize("leak", [nn.relu, SMALL_LEAK, LARGE_LEAK])
def test_training_steps_down_the_gradient(leak: nn.Elementwise) -> None:
    start = Networks.drawn(1, examples=8, hidden=3)

    def loss(w1: np.ndarray) -> float:
        scores = leak(start.x @ w1 + start.b1) @ start.w2 + start.b2
        return float(np.logaddexp(0, np.where(start.y > 0, -scores, scores)).mean())

    step = start.w1 - start.trained(leak, 1, 1).w1
    assert nn.gradient_check(loss, start.w1, step).relative_error < 1e-6


def test_a_network_learns_the_same_alone_and_among_others() -> None:
    together = Networks.drawn(5)
    one = Networks(*(getattr(together, part.name)[3:4] for part in fields(Networks)))
    assert np.allclose(one.trained(nn.relu, 2, 20).w1, together.trained(nn.relu, 2, 20).w1[3:4])
