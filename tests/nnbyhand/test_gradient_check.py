"""The gradient check: right gradients pass, wrong ones are found and located."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

import nnbyhand as nn


def cubes(w: np.ndarray) -> np.floating:
    return np.sum(w**3)


POINT = np.array([[1.0, -2.0], [3.0, 0.5]])
GRADIENT = 3 * POINT**2


def test_a_right_gradient_has_a_tiny_error() -> None:
    assert nn.gradient_check(cubes, POINT, GRADIENT).relative_error < 1e-8


def test_a_central_difference_worked_by_hand() -> None:
    # (3**3 - 1**3) / (3 - 1) = 13 around 2 with step 1, while the slope 3 * 2**2 is 12.
    # The step is relative to the entry, so 1/2 moves 2 by 1. The error is (13 - 12) / 13.
    report = nn.gradient_check(cubes, [2.0], [12.0], step=1 / 2)
    assert report == nn.GradientReport(1 / 13, (0,), 12.0, 13.0, 1.0)
    assert str(report) == (
        "largest relative error 7.7e-02 at index (0,): analytic 12, numeric 13, step 1.0e+00"
    )


@pytest.mark.parametrize(("factor", "error"), [(-1, 2), (2, 0.5), (0.5, 0.5), (0, 1), (1.01, 0.01)])
def test_a_wrong_entry_is_found_and_measured(factor: float, error: float) -> None:
    wrong = GRADIENT.copy()
    wrong[1, 0] *= factor
    report = nn.gradient_check(cubes, POINT, wrong)
    assert report.index == (1, 0)
    assert report.relative_error == pytest.approx(error, rel=0.02)
    assert report.analytic == pytest.approx(27 * factor)
    assert report.numeric == pytest.approx(27)
    # 3 * eps**(1/3), with eps = 2.22e-16
    assert report.step == pytest.approx(1.8166e-5, rel=1e-3)


@pytest.mark.parametrize("seed", range(5))
def test_one_random_direction_finds_a_wrong_entry(seed: int) -> None:
    wrong = GRADIENT.copy()
    wrong[1, 0] *= -1
    right = nn.gradient_check(cubes, POINT, GRADIENT, rng=np.random.default_rng(seed))
    found = nn.gradient_check(cubes, POINT, wrong, rng=np.random.default_rng(seed))
    assert right.relative_error < 1e-8
    assert found.relative_error > 1e-2
    assert found.index is None
    assert " in a random direction: " in str(found)


def test_one_direction_costs_two_calls_and_all_entries_two_each() -> None:
    calls = []

    def count(w: np.ndarray) -> np.floating:
        calls.append(w)
        return cubes(w)

    nn.gradient_check(count, POINT, GRADIENT, rng=np.random.default_rng(0))
    assert len(calls) == 2
    nn.gradient_check(count, POINT, GRADIENT)
    assert len(calls) == 2 + 2 * 4


def test_a_single_number_can_be_checked() -> None:
    # The sigmoid's slope at 0 is 1/4.
    assert nn.gradient_check(nn.sigmoid, 0, 0.25).relative_error < 1e-9
    assert nn.gradient_check(nn.sigmoid, 0.0, 0.26).relative_error > 1e-2
    assert nn.gradient_check(nn.sigmoid, 0, 0.25, rng=np.random.default_rng(0)).step < 1e-5


def test_a_function_that_changes_its_argument_is_harmless() -> None:
    def overwrites(w: np.ndarray) -> np.floating:
        w *= 2
        return cubes(w)

    before = POINT.copy()
    assert nn.gradient_check(overwrites, POINT, 8 * GRADIENT).relative_error < 1e-8
    np.testing.assert_array_equal(POINT, before)


def test_zero_gradients_agree() -> None:
    report = nn.gradient_check(lambda w: np.sum(0 * w), [1.0, 2.0], [0.0, 0.0])
    assert report.relative_error == 0


def test_rounding_in_a_large_value_is_no_error_but_a_wrong_small_entry_is() -> None:
    # Values near 1000 are known to about 1e-13, so their differences cannot show a slope of 0.
    w = np.array([0.3, 0.7])

    def shifted(w: np.ndarray) -> np.floating:
        return 1000 + np.sin(w[0])

    assert nn.gradient_check(shifted, w, [np.cos(0.3), 1e-12]).relative_error < 1e-4
    assert nn.gradient_check(shifted, w, [np.cos(0.3), 1e-4]).relative_error > 1e-3


def test_a_slope_that_differences_cannot_resolve_is_measured_against_the_value() -> None:
    # A constant 2 at 0 resolves slopes down to 2 * 6e-6. The claim of 3e-6 is 1/4 of that, nearly.
    report = nn.gradient_check(lambda _: 2.0, [0.0], [3e-6])
    assert report.numeric == 0
    assert report.relative_error == pytest.approx(3e-6 / (2 * 6.0555e-6), rel=1e-4)


@pytest.mark.parametrize("rng", [None, np.random.default_rng(0)])
def test_large_entries_are_moved_in_proportion(rng: np.random.Generator | None) -> None:
    # The root of 1e8 is 1e4, its slope 1 / 2e4 = 5e-5. The step is 1e8 * 6.055e-6 = 605.5.
    right = nn.gradient_check(lambda w: np.sum(np.sqrt(w)), [1e8], [5e-5], rng=rng)
    wrong = nn.gradient_check(lambda w: np.sum(np.sqrt(w)), [1e8], [1e-4], rng=rng)
    assert right.relative_error < 1e-8
    assert wrong.relative_error == pytest.approx(0.5)
    assert right.step == pytest.approx(605.5, rel=1e-3)


def test_errors_name_the_argument() -> None:
    for call, kind, message in (
        (
            lambda: nn.gradient_check(cubes, POINT.astype(np.float32), GRADIENT),
            nn.InputTypeError,
            "point: got dtype float32, expected float64.",
        ),
        (
            lambda: nn.gradient_check(cubes, POINT, GRADIENT.astype(np.float32)),
            nn.InputTypeError,
            "gradient: got dtype float32, expected float64.",
        ),
        (
            lambda: nn.gradient_check(cubes, [1.0, np.nan], [1.0, 1.0]),
            nn.InputValueError,
            "point: got nan at index (1,), expected finite numbers.",
        ),
        (
            lambda: nn.gradient_check(cubes, [1.0, 2.0], [np.inf, 1.0]),
            nn.InputValueError,
            "gradient: got inf at index (0,), expected finite numbers.",
        ),
        (
            lambda: nn.gradient_check(cubes, POINT, GRADIENT[0]),
            nn.ShapeError,
            "gradient: got shape (2,), expected shape (2, 2) as point has.",
        ),
        (
            lambda: nn.gradient_check(cubes, np.zeros((0, 2)), np.zeros((0, 2))),
            nn.ShapeError,
            "point: got shape (0, 2), expected a shape with entries.",
        ),
        (
            lambda: nn.gradient_check(lambda w: w**2, [1.0], [2.0]),
            nn.ShapeError,
            "function(point), with point moved at index (0,): got shape (1,), expected one number",
        ),
        (
            lambda: nn.gradient_check(lambda w: np.float32(w.sum()), [1.0], [1.0]),
            nn.InputTypeError,
            "function(point), with point moved at index (0,): got dtype float32, expected float64.",
        ),
        (
            lambda: nn.gradient_check(lambda w: np.nan * w.sum(), [[1.0]], [[1.0]]),
            nn.InputValueError,
            "function(point), with point moved at index (0, 0): got nan",
        ),
        (
            lambda: nn.gradient_check(cubes, POINT, GRADIENT, step=0.0),
            nn.InputValueError,
            "step: got 0.0, expected a number above 0 and below inf. The default is 6.1e-06.",
        ),
        (
            lambda: nn.gradient_check(cubes, POINT, GRADIENT, step=1e-30),
            nn.InputValueError,
            "step: got a move lost in rounding, expected about 6.1e-06. Enlarge it.",
        ),
    ):
        with pytest.raises(kind) as error:
            call()
        assert str(error.value).startswith(message)


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        nn.gradient_check(cubes, POINT, GRADIENT).step = 1  # type: ignore[misc]
