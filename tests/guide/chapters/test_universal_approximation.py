"""The experiments of the chapter on universal approximation: bounds kept, exact cases, shapes."""

import runpy

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.universal_approximation.experiments.by_hand import (
    PIECES,
    POINTS,
    ByHand,
    by_hand,
    cell_error,
    count_pieces,
    curvature,
    curve,
    random_pieces,
    sawtooth,
    sawtooth_pieces,
)
from guide.chapters.universal_approximation.experiments.limits import outside as measured_outside
from guide.chapters.universal_approximation.experiments.limits import (
    parabolas as measured_parabolas,
)
from guide.chapters.universal_approximation.experiments.training import (
    BEYOND,
    WIDTHS,
    few_examples,
    trained,
)
from guide.chapters.universal_approximation.tables import bumps
from guide.publishing.project import HERE

SNIPPETS = HERE.snippets / "universal-approximation"


def test_the_curve_fills_the_range_of_a_lamp() -> None:
    assert curve(np.array([0.0, 0.25, 0.5, 0.75, 1.0])) == pytest.approx([0.5, 1, 0.5, 0, 0.5])
    assert curve(POINTS).min() >= -1e-12
    assert curve(POINTS).max() <= 1 + 1e-12


def test_the_curvature_is_the_largest_change_of_slope() -> None:
    step = POINTS[1]
    bends = np.abs(np.diff(curve(POINTS), 2)) / step**2
    assert curvature() == pytest.approx(bends.max(), rel=1e-4)
    assert curvature() == pytest.approx(8.4 * np.pi**2)


@pytest.mark.parametrize("pieces", [4, 7, 32])
def test_dots_are_connected_by_straight_lines(pieces: int) -> None:
    knots = np.linspace(0, 1, pieces + 1)
    network = ByHand.dots(pieces)
    assert network.w.size == pieces
    assert network(POINTS) == pytest.approx(np.interp(POINTS, knots, curve(knots)), abs=1e-10)


def test_a_hat_falls_as_steeply_as_it_rises() -> None:
    found = runpy.run_path(str(SNIPPETS / "three_corners.py"))
    slopes = np.diff(found["hat"]) / np.diff(found["x"])
    assert slopes.tolist() == [0, 1 / found["h"], -1 / found["h"], 0]


def test_an_activation_that_is_a_polynomial_but_for_a_point_approximates_nothing() -> None:
    """It is bounded, has one jump and is no polynomial: that alone is not enough."""
    spike = runpy.run_path(str(SNIPPETS / "spike.py"))["spike"]
    assert spike(np.array([-1.0, 0.0, 1e-9])).tolist() == [0, 1, 0]
    rng = np.random.default_rng(0)
    for width in (8, 64):
        w, b = rng.integers(1, 9, size=(2, width))  # whole numbers: the sums can be 0
        hidden = spike(POINTS[:, None] * w - b % w)
        rows = np.concatenate([hidden, np.ones_like(POINTS)[:, None]], axis=1)
        best = rows @ np.linalg.pinv(rows) @ curve(POINTS)
        assert hidden.any()
        assert np.abs(best - curve(POINTS)).max() > 0.49, "half of the curve's height"


def test_a_bump_is_as_tall_as_the_curve_in_the_middle_of_its_piece() -> None:
    middles = (np.arange(8) + 0.5) / 8
    network = ByHand.bumps(8)
    assert network.w.size == 16
    assert network(middles) == pytest.approx(curve(middles), abs=1e-10)
    assert network(middles + 0.03) == pytest.approx(curve(middles), abs=1e-6)


def test_the_bound_holds_and_is_nearly_reached() -> None:
    found = by_hand()
    assert (found.dots <= found.bound).all()
    assert (found.dots[PIECES.index(32) :] > 0.95 * found.bound[PIECES.index(32) :]).all()


def test_errors_fall_with_the_width_and_with_its_square() -> None:
    found = by_hand()
    assert found.bumps_exponent == pytest.approx(-1, abs=0.02)
    assert found.dots_exponent == pytest.approx(-2, abs=0.03)
    assert found.dots_for_a_digit == pytest.approx(np.sqrt(10), rel=0.02)
    assert found.dots[4] == ByHand.dots(64).error()
    assert found.bound[4] == pytest.approx(curvature() / 8 / 64**2)


def test_no_width_of_squares_passes_the_floor() -> None:
    found = measured_parabolas()
    assert (found.errors >= found.floor).all()
    wide = found.errors[found.widths.index(3) :]
    assert np.ptp(wide) < 1e-9, "three units draw every parabola"
    assert found.errors[2, 1] == pytest.approx(found.errors[9, 1])
    rng = np.random.default_rng(0)
    parabolas = np.stack([np.ones_like(POINTS), POINTS, POINTS**2]).T @ rng.normal(size=(3, 200))
    assert (np.abs(parabolas - curve(POINTS)[:, None]).max(axis=0) > found.floor).all()
    assert np.abs(found.best - curve(POINTS)).max() > found.floor


def test_beyond_the_interval_networks_go_straight_on() -> None:
    found = trained().beyond
    assert found.shape == (100, BEYOND.size)
    far = found[:, BEYOND > 1.2].astype(float)
    near = found[:, (BEYOND >= 0) & (BEYOND <= 1)]
    assert np.abs(np.diff(far, 2, axis=1)).max() < 0.005, "hardly any corner lies out there"
    assert far[:, -1].std() > 5 * near.std(axis=0).max()
    outside = measured_outside()
    assert outside.low < outside.median < outside.high
    assert outside.inside < 0.003 < abs(outside.by_hand - 0.5)


def test_training_does_not_find_what_can_be_set_by_hand() -> None:
    found = trained()
    assert found.errors.shape == (len(WIDTHS), found.networks) == (5, 100)
    assert found.better_at_4 > 0 == found.better_from_8
    assert found.best_at_64 < found.median_at_64 < found.median_at_16
    assert found.best_at_64 > 10 * ByHand.dots(64).error()
    assert found.by_hand == pytest.approx([ByHand.dots(width).error() for width in WIDTHS])
    assert found.fast_wave < 60
    assert found.slow_wave > 90


def test_other_seeds_train_other_networks() -> None:
    found = trained(seeds=3, steps=20)
    assert np.unique(found.errors[2]).size == 3
    assert not np.array_equal(found.beyond[0], found.beyond[1])


def test_seven_points_lie_on_the_slow_wave_and_hide_the_fast_one() -> None:
    seven = np.linspace(0, 1, 7)
    assert curve(seven) == pytest.approx(0.5 + 0.3 * np.sin(2 * np.pi * seven))
    found = few_examples()
    assert found.seen < 1e-5
    assert 0.19 < found.between < 0.25


def test_more_inputs_and_fewer_cells_cost_accuracy() -> None:
    errors = np.array([[cell_error(n, side) for side in (10, 20)] for n in (1, 2, 3)])
    assert (np.diff(errors, axis=0) > 0).all()
    assert (np.diff(errors, axis=1) < 0).all()
    fine = np.linspace(0, 1, 4001)[1:-1]
    middles = (np.floor(fine * 10) + 0.5) / 10
    assert errors[0, 0] == pytest.approx(np.abs(curve(fine) - curve(middles)).max(), abs=2e-3)


def test_the_table_counts_cells() -> None:
    rows = {row[0]: row[1:] for row in bumps().rows}
    assert rows["2"][1].startswith("400 bumps")
    assert rows["3"][2].startswith("64,000 bumps")
    assert rows["10"][0] == "at least 10¹⁰ bumps"
    assert rows["64"] == tuple(f"at least 10{power} bumps" for power in ("⁶⁴", "⁸³", "¹⁰²"))


@pytest.mark.parametrize("layers", [1, 2, 5, 10])
def test_each_layer_doubles_the_pieces(layers: int) -> None:
    assert sawtooth_pieces(layers) == 2**layers
    teeth = np.arange(2**layers + 1)
    assert sawtooth(teeth / 2**layers, layers) == pytest.approx(teeth % 2)


def test_pieces_are_counted_as_drawn() -> None:
    x = np.linspace(-1, 1, 4097)
    assert count_pieces(3 * x + 1) == 1
    for corners in ([0.0], [-0.5, 0.1234, 0.7]):
        assert count_pieces(nn.relu(x[:, None] - corners).sum(axis=1)) == 1 + len(corners)


def test_random_depth_does_not_multiply_pieces() -> None:
    found = random_pieces()
    assert 20 < found.ten_layers < 101
    assert 20 < found.one_layer <= 101
    assert random_pieces(seeds=3) != found
