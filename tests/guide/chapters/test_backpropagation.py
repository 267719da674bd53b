"""The experiments of the chapter on backpropagation: known values, other ways to compute them."""

import runpy
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.backpropagation import tables
from guide.chapters.backpropagation.experiments.cost import cost
from guide.chapters.backpropagation.experiments.slips import (
    RATE,
    Slip,
    _backward,
    _drawn,
    _joined,
    _way_back,
    slips,
)
from guide.chapters.backpropagation.experiments.starts import random_starts, standstill
from guide.chapters.backpropagation.experiments.step_size import step_sizes
from guide.chapters.backpropagation.experiments.worked import (
    nudge,
    output_errors,
    two_paths,
    worked,
)
from guide.experiments.two_switches import EXAMPLE, PARAMETERS, TARGET, network

SNIPPETS = Path(__file__).parents[3] / "snippets" / "backpropagation"


def test_the_worked_example_is_what_hand_calculation_gives() -> None:
    found = worked()
    a1 = 1 / (1 + np.exp([-0.5, 0.75]))
    a2 = 1 / (1 + np.exp(-(a1[0] - a1[1] + 0.1)))
    delta1 = (a2 - 1) * np.array([1, -1]) * a1 * (1 - a1)
    assert found.z1.tolist() == [0.5, -0.75]
    assert found.a2 == pytest.approx(a2)
    assert found.delta2 == pytest.approx(a2 - 1)
    assert found.loss == pytest.approx(-np.log(a2))
    assert found.delta1 == pytest.approx(delta1)
    slopes = [*delta1, 0, 0, *delta1, *(a1 * (a2 - 1)), a2 - 1]
    assert found.gradient == pytest.approx(slopes)
    assert found.nudged == pytest.approx(found.gradient, abs=1e-9)


def test_the_nudge_travels_by_the_factors_of_the_chain() -> None:
    found, moved = worked(), nudge()
    assert moved.z == pytest.approx(0.001 * found.a1[0])
    assert moved.a == pytest.approx(moved.z * found.output_slope, rel=1e-3)
    assert moved.loss == pytest.approx(moved.a * found.loss_slope, rel=1e-3)
    assert found.gradient[6] == pytest.approx(found.a1[0] * found.output_slope * found.loss_slope)


def test_two_paths_add_up_to_what_a_nudge_of_the_switch_moves() -> None:
    paths = two_paths()
    assert paths.both == pytest.approx(paths.measured, rel=1e-8)
    assert paths.both * worked().delta2 == pytest.approx(worked().inputs[0])
    assert min(paths.first, paths.second) > 0


def test_the_snippets_find_the_slopes_of_the_package() -> None:
    by_hand = runpy.run_path(str(SNIPPETS / "one_example.py"))
    gradient = worked().gradient
    assert by_hand["delta1"] == pytest.approx(gradient[4:6], abs=1e-15)
    assert by_hand["a1"] * by_hand["delta2"] == pytest.approx(gradient[6:8], abs=1e-15)
    layers = runpy.run_path(str(SNIPPETS / "layers.py"))
    shapes = [(5, 4), (4, 3), (3, 2)]
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(6, 5)), rng.random((6, 2))
    drawn = [(rng.normal(size=shape), rng.normal(size=shape[1])) for shape in shapes]
    vector = np.concatenate([each.ravel() for pair in drawn for each in pair])
    same = nn.MLP((5, 4, 3, 2), hidden=nn.sigmoid, rng=rng).with_parameters(vector)
    made = same.forward(x)
    loss = nn.binary_cross_entropy_from_logits
    # The package's loss is a mean over both outputs, too.
    expected = 2 * same.backward(made, loss.gradient(made.outputs, y)).parameters
    slopes = layers["backward"](layers["forward"](x, drawn), y, drawn)
    assert np.concatenate([each.ravel() for pair in slopes for each in pair]) == pytest.approx(
        expected, abs=1e-15
    )


def test_autodiff_finds_the_slopes_of_the_worked_example() -> None:
    value = runpy.run_path(str(SNIPPETS / "autodiff.py"))["Value"]
    p = [value(number) for number in PARAMETERS]
    x1, x2 = value(1.0), value(0.0)
    h1 = (x1 * p[0] + x2 * p[2] + p[4]).sigmoid()
    h2 = (x1 * p[1] + x2 * p[3] + p[5]).sigmoid()
    (h1 * p[6] + h2 * p[7] + p[8]).sigmoid().minus_log().backward()
    found = worked()
    assert [each.grad for each in p] == pytest.approx(found.gradient, abs=1e-15)
    assert [x1.grad, x2.grad] == pytest.approx(found.inputs, abs=1e-15)


def test_starts_are_sorted_by_what_they_answer() -> None:
    found = random_starts()
    assert found.quartiles.shape == (found.steps, 3)
    assert (np.diff(found.quartiles, axis=1) >= 0).all()
    assert found.stuck == pytest.approx(found.networks * (100 - found.learned) / 100)
    assert 0 < found.ledge < found.stuck
    assert 0 < found.ledge_gap < 0.001
    assert found.ledge_loss == pytest.approx(np.log(2) / 2, abs=0.01)
    half_way = found.quartiles[found.half_way - 1 : found.half_way + 1, 1]
    assert half_way[1] <= found.quartiles[0, 1] / 2 < half_way[0]
    learner, stayer = (network(each)(nn.XOR.x)[:, 0] for each in (found.learner, found.stayer))
    assert np.abs(learner - nn.XOR.y[:, 0]).max() < 0.05
    assert np.sort(stayer) == pytest.approx([0, 0.5, 0.5, 1], abs=0.05)


def test_the_network_worked_by_hand_ends_on_the_ledge_where_blames_cancel() -> None:
    found, end = random_starts(), standstill()
    assert end.deltas == pytest.approx(found.by_hand_answers - nn.XOR.y[:, 0])
    assert end.deltas.mean() == pytest.approx(end.bias_slope)
    assert end.blame_low == pytest.approx(-end.blame_high, abs=0.01)
    assert end.length < 0.001
    assert found.by_hand[-1] == pytest.approx(np.log(2) / 2, abs=0.01)
    assert found.by_hand[0] == pytest.approx(nn.binary_cross_entropy(network()(nn.XOR.x), nn.XOR.y))


def test_more_steps_do_not_leave_the_ledge() -> None:
    loss, rng = nn.binary_cross_entropy, np.random.default_rng(0)
    start = network(random_starts().stayer)
    end = nn.train(
        start, nn.XOR.x, nn.XOR.y, loss=loss, optimizer=nn.SGD(2), epochs=500, rng=rng
    ).network
    before, after = (loss(each(nn.XOR.x), nn.XOR.y) for each in (start, end))
    assert np.log(2) / 2 < after < before < np.log(2) / 2 + 0.005


def test_differences_err_by_bending_on_one_side_and_by_rounding_on_the_other() -> None:
    found = step_sizes()
    assert found.bending == pytest.approx(2, abs=0.01)
    assert found.bending_one_sided == pytest.approx(1, abs=0.01)
    assert found.rounding == pytest.approx(-1, abs=0.05)
    assert found.best < found.best_one_sided < found.best_coarse
    assert found.best_step == pytest.approx(np.finfo(float).eps ** (1 / 3), rel=5)
    for quartiles in (found.central, found.one_sided, found.coarse):
        assert (np.diff(quartiles, axis=1) >= 0).all()
    lost = found.steps < 1e-8  # too small to move a float32 near 1
    assert found.coarse[lost, 1] == pytest.approx(1)


@pytest.mark.parametrize("each", output_errors(), ids=lambda each: each.loss)
def test_formulas_of_output_errors_are_what_nudges_show(each: object) -> None:
    named = {activation.name: activation for activation in nn.ACTIVATIONS}
    z = np.array([worked().z2, 0.0])
    a = named[each.activation](z if each.activation == "softmax" else z[:1])[0]
    assert eval(each.formula, {"a": a, "y": 1.0}) == pytest.approx(each.nudged, rel=1e-8)
    assert each.plain == pytest.approx(a - 1)
    loss = next(loss for loss in nn.LOSSES if loss.name == each.loss)
    facts = loss.facts
    assert each.passes == (facts.plain_error and facts.output_activation == each.activation)


def test_the_table_of_output_errors_holds_every_pair_that_sends_the_plain_error() -> None:
    plain = {
        (loss.facts.output_activation, loss.name)
        for loss in nn.LOSSES
        if loss.facts.plain_error and not loss.facts.built_in
    }
    passing = {(each.activation, each.loss) for each in output_errors() if each.passes}
    assert passing == plain


def test_the_right_backward_pass_agrees_with_the_package() -> None:
    layers = _drawn(3)
    vector = _joined(layers)
    same = nn.MLP((2, 8, 8, 1), rng=np.random.default_rng(0)).with_parameters(vector)
    made = same.forward(nn.XOR.x)
    upstream = nn.binary_cross_entropy_from_logits.gradient(made.outputs, nn.XOR.y)
    expected = same.backward(made, upstream).parameters
    assert np.allclose(_joined(_backward(layers, "none")), expected, atol=1e-15)


@pytest.mark.parametrize("slip", [slip for slip in get_args(Slip) if slip != "none"])
def test_each_slip_changes_the_first_gradient_in_its_own_way(slip: Slip) -> None:
    layers = _drawn(3)
    right, wrong = (_backward(layers, kind) for kind in ("none", slip))
    same = [np.allclose(one[0], other[0]) for one, other in zip(right, wrong, strict=True)]
    # The mask, the transpose and new weights spoil what comes back; the last layer's are right.
    assert same == ([False] * 3 if slip == "sum" else [False, slip == "transpose", True])
    if slip == "sum":
        assert np.allclose(_joined(wrong), 4 * _joined(right))
    if slip == "early":
        moved = [*layers[:2], (layers[2][0] - RATE * right[2][0], layers[2][1])]
        assert not np.allclose(_joined(_backward(moved, "none")), _joined(wrong))


@pytest.mark.parametrize("slip", ["none", "mask", "transpose", "sum"])
def test_a_gradient_check_refuses_all_but_the_right_pass(slip: Slip) -> None:
    rng = np.random.default_rng(1)
    layers = [(w, rng.normal(size=b.shape)) for w, b in _drawn(1)]  # no unit at the corner of ReLU
    start = nn.MLP((2, 8, 8, 1), rng=rng)

    def loss(parameters: np.ndarray) -> np.ndarray:
        outputs = start.with_parameters(parameters)(nn.XOR.x)
        return nn.binary_cross_entropy_from_logits(outputs, nn.XOR.y)

    claimed = _joined(_backward(layers, slip))[0]
    error = nn.gradient_check(loss, _joined(layers)[0], claimed).relative_error
    assert error < 1e-6 if slip == "none" else error > 0.1


def test_slips_are_silent_and_a_right_pass_learns_best() -> None:
    found = slips()
    learned = {slip: outcome.learned for slip, outcome in found.outcomes.items()}
    assert set(learned) == set(get_args(Slip)) == set(tables.SLIPS)
    assert learned["none"] == max(learned.values())
    assert found.outcomes["transpose"].learned > 90
    assert found.outcomes["none"].error.tolist() == [0, 0, 0]
    assert found.outcomes["sum"].error == pytest.approx([3, 3, 3])
    assert found.error_without_transpose > 10


def test_costs_follow_from_the_sizes() -> None:
    found = cost()
    pairs = list(pairwise((64, 32, 32, 10)))
    forward = sum(inputs * units for inputs, units in pairs)
    assert found.forward == forward
    assert found.backward == 2 * forward - 64 * 32
    assert found.parameters == forward + 32 + 32 + 10
    assert found.nudging == 2 * found.parameters * forward
    for layers in (1, 2, 5):
        assert cost((7,) * (layers + 1)).ratio == pytest.approx(2 - 1 / layers)


def test_every_row_of_the_worked_table_says_how_its_value_comes_about() -> None:
    rows = tables.worked_example().rows
    calls = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "log": np.log}
    python = str.maketrans({"−": "-", "·": "*"})
    for name, value, how, nudged in rows:
        written = value.strip("*").translate(python)
        computed = eval(how.translate(python), calls)
        assert computed == pytest.approx(float(written), abs=1.01e-4), name
        assert nudged in {"", value}
    assert sum(bool(row[3]) for row in rows) == PARAMETERS.size
    assert worked().a2 == network()(EXAMPLE).item()
    assert TARGET.item() == 1


def test_a_forgotten_transpose_is_silent_only_between_layers_of_one_width() -> None:
    silent = []
    for w, _ in _drawn(2)[1:]:  # nobody goes back through the first layer
        inputs, units = w.shape[1:]
        delta = np.ones((2, len(nn.XOR.y), units))
        if inputs == units:
            silent.append((delta @ w).shape == (delta @ w.mT).shape)
            assert _way_back(w, w, "transpose") is w
        else:
            with pytest.raises(ValueError, match="mismatch"):
                delta @ w
            assert np.array_equal(_way_back(w, w, "transpose"), w.mT), "it would have stopped"
    assert silent == [True]
