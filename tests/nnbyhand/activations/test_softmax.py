"""Softmax: rows of scores become rows of probabilities."""

from math import inf, log, nan

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn

SCORES = np.log([[1.0, 2.0, 3.0], [1.0, 1.0, 2.0]])
rows = hnp.arrays(np.float64, (2, 3), elements=st.floats(-50, 50))


def test_probabilities_worked_by_hand() -> None:
    # exp gives 1, 2, 3 with sum 6, and 1, 1, 2 with sum 4.
    np.testing.assert_allclose(nn.softmax(SCORES), [[1 / 6, 2 / 6, 3 / 6], [1 / 4, 1 / 4, 2 / 4]])


def test_jacobian_worked_by_hand() -> None:
    # p = 1/6, 2/6, 3/6. Diagonal: 1/6 * 5/6, 2/6 * 4/6, 3/6 * 3/6. Off it: -1/6 * 2/6, and so on.
    np.testing.assert_allclose(
        nn.softmax.jacobian(SCORES)[0],
        np.array([[5, -2, -3], [-2, 8, -6], [-3, -6, 9]]) / 36,
    )


def test_backward_worked_by_hand() -> None:
    # The weighted average of 1, 0, 2 is 1/6 + 0 + 6/6 = 7/6, so the gradient is
    # 1/6 * (1 - 7/6) = -1/36, 2/6 * (0 - 7/6) = -14/36, 3/6 * (2 - 7/6) = 15/36.
    gradient = nn.softmax.backward(SCORES[0], [1, 0, 2])
    np.testing.assert_allclose(gradient, np.array([-1, -14, 15]) / 36)


@given(z=rows, upstream=rows)
def test_backward_is_upstream_times_the_jacobian(z: np.ndarray, upstream: np.ndarray) -> None:
    product = np.einsum("...i,...ij->...j", upstream, nn.softmax.jacobian(z))
    np.testing.assert_allclose(nn.softmax.backward(z, upstream), product, atol=1e-13)


def test_jacobian_agrees_with_differences() -> None:
    z = np.random.default_rng(1).normal(size=(2, 3))
    jacobian = nn.softmax.jacobian(z)
    for row, output in np.ndindex(2, 3):
        gradient = np.zeros((2, 3))
        gradient[row] = jacobian[row, output]
        report = nn.gradient_check(lambda z, at=(row, output): nn.softmax(z)[at], z, gradient)
        assert report.relative_error < 1e-8, report


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_the_jacobian_keeps_the_dtype(dtype: type[np.floating]) -> None:
    assert nn.softmax.jacobian(SCORES.astype(dtype)).dtype == dtype


@given(z=rows)
def test_rows_of_the_jacobian_sum_to_zero_and_it_is_symmetric(z: np.ndarray) -> None:
    jacobian = nn.softmax.jacobian(z)
    np.testing.assert_allclose(jacobian.sum(axis=-1), 0, atol=1e-15)
    np.testing.assert_allclose(jacobian, jacobian.swapaxes(-1, -2), atol=1e-16)


@given(z=rows, shift=st.integers(-(2**20), 2**20))
def test_a_shift_changes_nothing(z: np.ndarray, shift: int) -> None:
    coarse = np.round(z * 1024) / 1024  # so that adding the shift is exact
    np.testing.assert_array_equal(nn.softmax(coarse + shift), nn.softmax(coarse))


def test_rows_do_not_touch_each_other() -> None:
    # A maximum over the whole array would turn the second row into 0 / 0.
    together = nn.softmax([[5000.0, 5001.0], [-5000.0, -5001.0]])
    np.testing.assert_array_equal(together[0], nn.softmax([5000.0, 5001.0]))
    np.testing.assert_array_equal(together[1], together[0][::-1])


@given(z=hnp.arrays(np.float64, 5, elements=st.floats(-700, 700)))
def test_softmax_against_zero_is_the_sigmoid(z: np.ndarray) -> None:
    pairs = np.stack([z, np.zeros_like(z)], axis=-1)
    np.testing.assert_allclose(nn.softmax(pairs)[:, 0], nn.sigmoid(z), rtol=1e-13)
    np.testing.assert_allclose(
        nn.softmax.jacobian(pairs)[:, 0, 0], nn.sigmoid.derivative(z), atol=1e-15
    )


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_infinite_scores(dtype: type[np.floating]) -> None:
    most = np.finfo(dtype).max
    z = [
        [-inf, 0, 0],  # an excluded class: the others share
        [-inf, -inf, 7],
        [inf, most, -inf],  # a lone leader takes all
        [most, -most, -inf],  # the gap exceeds the largest float
        [inf, inf, 0],  # the shares of two leaders depend on the way there
        [-inf, -inf, -inf],
        [nan, 0, inf],
        [0, 0, log(2)],  # an ordinary row beside them: 1, 1, 2 of 4
    ]
    expected = [
        [0, 0.5, 0.5],
        [0, 0, 1],
        [1, 0, 0],
        [1, 0, 0],
        [nan, nan, nan],
        [nan, nan, nan],
        [nan, nan, nan],
        [0.25, 0.25, 0.5],
    ]
    p = nn.softmax(np.array(z, dtype))
    np.testing.assert_allclose(p, expected, rtol=np.finfo(dtype).eps)


@pytest.mark.parametrize("score", [-inf, -3.0, 0.0, inf])
def test_a_single_class_is_certain(score: float) -> None:
    assert nn.softmax([score]) == 1


@pytest.mark.parametrize("z", [3.0, np.zeros((4, 0))])
def test_a_row_is_needed(z: float | np.ndarray) -> None:
    for call in (nn.softmax, nn.softmax.jacobian, lambda z: nn.softmax.backward(z, z)):
        with pytest.raises(nn.ShapeError) as error:
            call(z)
        assert str(error.value) == (
            f"z: got shape {np.shape(z)}, expected shape (..., classes) with at least one class. "
            "Put the scores of one example in one row: [[0.5, 1.5, 2.0]]."
        )


def test_one_row_has_one_jacobian_and_an_ensemble_one_for_each_row() -> None:
    # p = 1/2, 1/2: 1/4 on the diagonal and -1/4 off it.
    expected = [[0.25, -0.25], [-0.25, 0.25]]
    np.testing.assert_array_equal(nn.softmax.jacobian([0.0, 0.0]), expected)
    stacked = nn.softmax.jacobian(np.zeros((4, 3, 2)))
    np.testing.assert_array_equal(stacked, np.broadcast_to(expected, (4, 3, 2, 2)))
