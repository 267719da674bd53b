"""The experiments of the chapter on losses: known values, optimal fits, honest training."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.losses.experiments import outliers as lines
from guide.chapters.losses.experiments import sigmoid as units
from guide.chapters.losses.experiments.cross_entropy import (
    bits_per_nat,
    coin,
    expected,
    forecasters,
    rounds_to_one,
    softmax_twice,
    sure_and_wrong,
)
from guide.chapters.losses.experiments.cross_entropy import lamp as measured_lamp
from guide.chapters.losses.experiments.outliers import outlier
from guide.chapters.losses.experiments.sigmoid import with_cross_entropy, with_fast_mse, with_mse


def test_the_lamp_is_charged_what_a_hand_computes() -> None:
    lamp = measured_lamp()
    hidden = 1 / (1 + np.exp(-np.array([0.5, -0.75])))
    output = 1 / (1 + np.exp(-(hidden[0] - hidden[1] + 0.1)))
    assert lamp.output == pytest.approx(output)
    assert lamp.loss == pytest.approx(-np.log(output))
    assert lamp.truths[2] == pytest.approx(output)
    assert lamp.losses[2] == pytest.approx(lamp.loss)
    assert lamp.mean == pytest.approx(lamp.losses.mean())
    assert lamp.mse == pytest.approx(((1 - lamp.truths) ** 2).mean())


def test_a_coin_costs_one_bit() -> None:
    assert coin() * bits_per_nat() == pytest.approx(1)


@pytest.mark.parametrize(("dtype", "least"), [(np.float32, 17), (np.float64, 37)])
def test_the_sigmoid_rounds_to_one(dtype: type[np.floating], least: int) -> None:
    assert rounds_to_one(dtype) == least
    assert 1 / (1 + np.exp(-dtype(least))) == 1
    assert 1 / (1 + np.exp(-dtype(least - 1))) < 1


def test_only_the_score_keeps_loss_and_slope() -> None:
    found = sure_and_wrong()
    assert found.loss.dtype == np.float32
    late = found.score > 17
    truth = np.logaddexp(0, found.score.astype(float))
    assert found.loss[2] == pytest.approx(truth, rel=1e-6)
    assert (found.slope[2][late] == 1).all()
    assert np.isinf(found.loss[0][late]).all()
    assert np.isnan(found.slope[0][late]).all()
    assert found.loss[1][late] == pytest.approx(-np.log(1e-8), rel=1e-6)
    assert (found.slope[1][late] == 0).all()


def test_shares_of_shares_never_get_cheap() -> None:
    z = 5 * np.random.default_rng(0).normal(size=(1000, 3))
    costs = -np.log(nn.softmax(nn.softmax(z)))
    assert softmax_twice() == pytest.approx(np.log(1 + 2 / np.e))
    assert softmax_twice() < costs.min() < softmax_twice() + 0.01


@pytest.mark.parametrize("truth", [0.2, 0.5, 0.7])
def test_proper_scores_are_least_at_the_truth(truth: float) -> None:
    found = expected(truth)
    assert found.best_cross_entropy == pytest.approx(truth)
    assert found.best_squared == pytest.approx(truth)
    if truth != 0.5:
        assert found.best_absolute == round(truth)


def test_a_calibrated_forecaster_can_lose() -> None:
    found = forecasters()
    assert found.vague == pytest.approx(np.log(2))
    assert found.honest == pytest.approx(-0.9 * np.log(0.9) - 0.1 * np.log(0.1))
    assert found.loud == pytest.approx(-0.9 * np.log(0.99) - 0.1 * np.log(0.01))
    assert found.honest < found.loud < found.vague


@pytest.mark.parametrize(
    ("fit", "loss"),
    [
        (lines.least_squares, nn.mse),
        (lines.least_absolute, nn.mae),
        (lines.least_huber, nn.Huber(delta=lines.DELTA)),
    ],
)
@pytest.mark.parametrize("shift", [0.0, 10.0])
def test_no_other_line_has_less_loss(
    fit: type[lines.least_squares], loss: nn.Loss, shift: float
) -> None:
    x, y = lines.noisy_points(3)
    y = lines.with_bad_point(y, shift)
    rng = np.random.default_rng(1)
    for row, (start, slope) in zip(y, fit(x, y), strict=True):
        best = loss((start + slope * x)[:, None], row[:, None])
        for size in (1e-4, 1e-2, 1):
            others = np.array([start, slope]) + size * rng.normal(size=(200, 2))
            outputs = others[:, :1] + others[:, 1:] * x
            assert loss(outputs[..., None], row[:, None]).min() > best


def test_only_squares_follow_the_bad_point() -> None:
    found = outlier()
    shifts = np.array(found.shifts)
    assert np.allclose(found.mse, found.mse[-1, 1] / 10 * shifts[:, None])
    far = shifts >= 2
    for quartiles in (found.mae, found.huber):
        assert (np.diff(quartiles, axis=1) >= 0).all()
        assert np.ptp(quartiles[far], axis=0).max() < 0.01
    assert found.mae[-1, 1] < found.huber[-1, 1] < found.mse[-1, 1] / 10
    assert found.mae[-1, 1] != outlier(seeds=100).mae[-1, 1], "seeds matter"


def test_units_startwrong_units() -> None:
    x, y, w, b = units.wrong_units(50)
    z = x @ w + b
    assert ((z > 0) != (y > 0)).mean() > 0.99
    assert np.median(np.abs(z)) > 4


def test_units_step_down_their_loss() -> None:
    x, y, w, b = (part[0] for part in units.wrong_units(1))
    z = x @ w + b

    def mse(z: np.ndarray) -> float:
        return float(nn.mse(nn.sigmoid(z), y))

    assert nn.gradient_check(mse, z, units.slope_of_mse(z, y)).relative_error < 1e-6


def test_cross_entropy_turns_all_units_around_and_mse_does_not() -> None:
    cross, fast, slow = (
        with_cross_entropy(),
        with_fast_mse(),
        with_mse(),
    )
    for found in (cross, fast, slow):
        assert found.converted[0] == 0
        assert found.converted[-1] == pytest.approx(100 - found.stuck)
        assert found.converted.shape == (units.STEPS,)
    assert cross.stuck == 0 < fast.stuck < slow.stuck
    assert cross.steps * 3 < fast.steps < slow.steps
