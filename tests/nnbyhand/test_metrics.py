"""Accuracy, log loss and R2, by hand and for ensembles of networks."""

from collections.abc import Callable
from math import inf, log, nan

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.labels import one_hot
from nnbyhand.metrics import accuracy, decide, log_loss, r2

SCORES = np.array([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.1, 0.1, 0.8], [0.4, 0.35, 0.25]])
LABELS = np.array([1, 0, 1, 0])  # the third example is taken for class 2
ROW = "Give one row per example: values.reshape(-1, 1) makes a column of a flat array."
TARGET = "Give one target per example: y.reshape(-1, 1) makes a column of a flat array."
PROBABILITY = (
    "expected a probability, from 0 to 1. "
    "If these are scores, take their softmax, or the sigmoid of a single column."
)
SUM = (
    "expected about 1. The probabilities of one example stand in one row; softmax makes such rows."
)
DTYPES = [np.float16, np.float32, np.float64]


def test_accuracy_by_hand() -> None:
    assert accuracy(SCORES, LABELS) == 3 / 4
    assert accuracy(SCORES, one_hot(LABELS, 3)) == 3 / 4
    assert accuracy([0, 1, 2, 2, 1], [0, 1, 1, 2, 0]) == 3 / 5
    assert accuracy([[0.4], [0.6], [0.9]], [[0], [1], [0]]) == pytest.approx(2 / 3)
    assert accuracy(SCORES, LABELS).dtype == np.float64
    assert accuracy(SCORES, LABELS).shape == ()
    assert isinstance(accuracy(SCORES, LABELS), np.ndarray)
    assert accuracy([1], [1]) == 1


def test_classes_are_counted_by_the_columns_of_each_network() -> None:
    assert decide(SCORES, LABELS, 0.5).classes == 3
    assert decide(np.stack([SCORES, SCORES]), LABELS, 0.5).classes == 3  # and not 4, the examples
    assert decide(SCORES[:, :1], LABELS[:, None], 0.5).classes == 2


def test_ties_go_to_the_first_class_and_to_class_0() -> None:
    assert accuracy([[0.5, 0.5]], [0]) == 1
    assert accuracy([[0.5]], [[0.0]]) == 1
    assert accuracy([[np.nextafter(0.5, 1)]], [[1.0]]) == 1


def test_the_threshold_turns_a_single_column() -> None:
    z = [[-0.1], [0.2], [0.0]]
    assert accuracy(z, [[0.0], [1.0], [0.0]], threshold=0) == 1
    assert accuracy(z, [[0.0], [1.0], [0.0]]) == pytest.approx(2 / 3)
    assert accuracy(SCORES, LABELS, threshold=0.9) == 3 / 4


def test_a_nan_score_is_wrong_whatever_is_true() -> None:
    assert accuracy([[np.nan, 1.0], [0.0, 1.0]], [0, 1]) == 1 / 2
    assert accuracy([[np.nan, 1.0], [0.0, 1.0]], [1, 1]) == 1 / 2
    for truth in (0.0, 1.0):
        assert accuracy([[np.nan]], [[truth]]) == 0


@given(data=st.data())
def test_an_ensemble_equals_a_loop(data: st.DataObject) -> None:
    z = data.draw(hnp.arrays(np.float64, (2, 3, 4, 3), elements=st.floats(-9, 9)))
    labels = data.draw(hnp.arrays(np.int64, (2, 3, 4), elements=st.integers(0, 2)))
    p, numbers = nn.softmax(z), data.draw(hnp.arrays(np.float64, (2, 3, 4, 3), elements=SMALL))
    shared = [accuracy(z, labels[0, 0]), log_loss(p, labels[0, 0]), r2(z, numbers[0, 0])]
    own = [accuracy(z, labels), log_loss(p, one_hot(labels, 3)), r2(z, numbers)]
    single = accuracy(z[..., :1], labels[..., None] % 2)
    column = log_loss(p[..., :1], labels[..., None] % 2)
    for i in np.ndindex(2, 3):
        one = [accuracy(z[i], labels[0, 0]), log_loss(p[i], labels[0, 0]), r2(z[i], numbers[0, 0])]
        for ours, expected in zip(shared, one, strict=True):
            np.testing.assert_allclose(ours[i], expected, rtol=1e-12)
        one = [accuracy(z[i], labels[i]), log_loss(p[i], labels[i]), r2(z[i], numbers[i])]
        for ours, expected in zip(own, one, strict=True):
            np.testing.assert_allclose(ours[i], expected, rtol=1e-12)
        assert single[i] == accuracy(z[i][:, :1], labels[i][:, None] % 2)
        assert column[i] == pytest.approx(log_loss(p[i][:, :1], labels[i][:, None] % 2), rel=1e-12)


def test_networks_share_rows_of_targets() -> None:
    outputs, rows = np.stack([SCORES, SCORES[:, ::-1]]), one_hot(LABELS, 3)
    for metric in (accuracy, log_loss, r2):
        expected = [metric(SCORES, rows), metric(SCORES[:, ::-1], rows)]
        np.testing.assert_allclose(metric(outputs, rows), expected, rtol=1e-15)
        np.testing.assert_allclose(metric(outputs, np.stack([rows, rows])), expected, rtol=1e-15)


SMALL = st.integers(-8, 8).map(lambda n: n / 4)


def test_log_loss_by_hand() -> None:
    # The truth got 0.5, 0.6, 0.1, 0.4: log 2 + log 5/3 + log 10 + log 5/2 = log(250/3).
    assert log_loss(SCORES, LABELS) == pytest.approx(log(250 / 3) / 4, rel=1e-15)
    assert log_loss(SCORES, one_hot(LABELS, 3)) == log_loss(SCORES, LABELS)
    # 0.75 for class 1 where 1 is true, and where 0 is true: (log 4/3 + log 4) / 2
    binary = log_loss([[0.75], [0.75]], [[1.0], [0.0]])
    assert binary == pytest.approx((log(4 / 3) + log(4)) / 2, rel=1e-15)
    assert isinstance(binary, np.ndarray)


def test_log_loss_of_certainty() -> None:
    for p, y in (([[1.0, 0.0]], [0]), ([[1.0]], [[1.0]]), ([[0.0]], [[0.0]])):
        assert str(log_loss(p, y)) == "0.0"
    for p, y in (([[1.0, 0.0]], [1]), ([[1.0]], [[0.0]]), ([[0.0]], [[1.0]])):
        assert log_loss(p, y) == inf


def test_log_loss_keeps_digits_near_certainty() -> None:
    assert log_loss([[1e-20]], [[0.0]]) == pytest.approx(1e-20, rel=1e-15)


def test_log_loss_of_nan_is_nan_for_that_network_alone() -> None:
    p = np.stack([SCORES, SCORES])
    p[1, 2, 0] = np.nan
    losses = log_loss(p, LABELS)
    assert losses[0] == log_loss(SCORES, LABELS)
    assert np.isnan(losses[1])


@pytest.mark.parametrize("dtype", DTYPES)
def test_floats_keep_their_dtype(dtype: type[np.floating]) -> None:
    p = nn.softmax(np.linspace(-2, 2, 12).reshape(4, 3).astype(dtype))
    assert log_loss(p, LABELS).dtype == dtype
    assert log_loss(p[:, :1], LABELS[:, None]).dtype == dtype
    assert r2(p, SCORES).dtype == dtype
    assert r2(p, np.ones((4, 3))).dtype == dtype
    np.testing.assert_allclose(r2(p, SCORES), r2(p.astype(float), SCORES), rtol=2e-2)


@pytest.mark.parametrize(
    ("p", "message"),
    [
        ([[1.1, -0.1]], f"outputs: got 1.1 at index (0, 0), {PROBABILITY}"),
        ([[0.5], [-0.1]], f"outputs: got -0.1 at index (1, 0), {PROBABILITY}"),
        ([[0.5, 0.25]], f"outputs (sum of a row): got 0.75 at index (0,), {SUM}"),
        ([[0.5, 0.75]], f"outputs (sum of a row): got 1.25 at index (0,), {SUM}"),
    ],
)
def test_log_loss_takes_probabilities(p: list[list[float]], message: str) -> None:
    with pytest.raises(InputValueError) as error:
        log_loss(p, [0] if len(p[0]) == 2 else [[0], [0]])
    assert str(error.value) == message


def test_sums_of_coarse_probabilities_are_not_rounded() -> None:
    # All three are float16 numbers. Their sum, 1 + 21/4096, would be rounded to 1 + 20/4096, which
    # is less than 0.005 above 1.
    p = np.array([[1 / 2, 1 / 4, 1 / 4 + 21 / 4096]], np.float16)
    with pytest.raises(InputValueError, match=r"^outputs \(sum of a row\): got 1\.005126953125 at"):
        log_loss(p, [0])


def test_r2_by_hand() -> None:
    y = np.array([[1.0], [2.0], [6.0]])  # mean 3, squares around it 4 + 1 + 9 = 14
    assert r2(y, y) == 1
    assert r2(np.full((3, 1), 3.0), y) == 0
    # Errors 1, 2, 0: 1 - 5/14. Errors 0, 1, -10: 1 - 101/14, worse than the mean.
    assert r2([[2], [4], [6]], y) == pytest.approx(1 - 5 / 14, rel=1e-15)
    assert r2([[1], [3], [-4]], y) == pytest.approx(1 - 101 / 14, rel=1e-15)
    # Two columns: the mean of 1 - 5/14 and 1.
    both = r2([[2, 1], [4, 2], [6, 6]], np.hstack([y, y]))
    assert both == pytest.approx((1 - 5 / 14 + 1) / 2, rel=1e-15)


def test_r2_of_constant_targets() -> None:
    y = np.full((3, 1), 0.1)  # their mean is not exactly 0.1
    assert r2(y, y) == 1
    assert r2(y + 0.25, y) == 0
    assert r2(y + 1e-16, y) == 0
    assert r2([[1e-200], [0.0]], [[0.0], [0.0]]) == 0  # though the square of 1e-200 is 0
    assert np.isnan(r2([[np.nan], [0.1], [0.1]], y))
    assert r2(y[:1], y[:1]) == 1
    assert r2([[0.1, 2.0], [0.1, 1.0]], [[0.1, 1.0], [0.1, 2.0]]) == (1 + (1 - 2 / 0.5)) / 2


@pytest.mark.parametrize("size", [1e-200, 1e-5, 1e5, 1e200])
def test_r2_has_no_unit(size: float) -> None:
    y = np.array([[1.0], [2.0], [6.0]])
    assert r2(np.array([[2], [4], [6]]) * size, y * size) == pytest.approx(1 - 5 / 14, rel=1e-12)


def test_r2_of_outputs_beyond_all_bounds() -> None:
    y = np.array([[1.0], [2.0]])
    assert r2([[1e200], [1.0]], y) == -inf
    assert r2([[inf], [1.0]], y) == -inf
    assert np.isnan(r2([[np.nan], [1.0]], y))


@pytest.mark.parametrize("metric", [accuracy, log_loss, r2])
@pytest.mark.parametrize("shape", [(), (0, 1), (3, 0), (0,)])
def test_one_row_per_example(metric: Callable[..., np.ndarray], shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        metric(np.zeros(shape), np.zeros(shape))
    assert str(error.value) == (
        f"outputs: got shape {shape}, expected shape (..., examples, columns), none of them 0. "
        f"{ROW}"
    )


@pytest.mark.parametrize("metric", [log_loss, r2])
def test_flat_outputs_are_refused(metric: Callable[..., np.ndarray]) -> None:
    with pytest.raises(ShapeError, match=r"^outputs: got shape \(3,\)"):
        metric(np.zeros(3), np.zeros(3))


@pytest.mark.parametrize("metric", [accuracy, log_loss])
def test_flat_targets_against_a_column_are_refused(metric: Callable[..., np.ndarray]) -> None:
    with pytest.raises(ShapeError) as error:
        metric(np.full((3, 1), 0.5), np.array([0, 1, 1]))
    assert str(error.value) == (
        f"targets: got shape (3,), expected shape (3, 1) as outputs has. {TARGET}"
    )


@pytest.mark.parametrize("shape", [(3,), (3, 1), (1, 3), (4, 2), (2, 4, 3)])
@pytest.mark.parametrize("metric", [accuracy, log_loss])
def test_targets_of_another_shape(
    metric: Callable[..., np.ndarray], shape: tuple[int, ...]
) -> None:
    with pytest.raises(ShapeError) as error:
        metric(SCORES, np.zeros(shape, int))
    assert str(error.value) == (
        f"targets: got shape {shape}, expected shape (4, 3) as outputs has, or integer labels of "
        f"shape (4,). {TARGET}"
    )


def test_two_columns_go_with_labels() -> None:
    assert accuracy([[0.2, 0.8], [0.9, 0.1]], [1, 0]) == 1
    with pytest.raises(ShapeError, match=r"or integer labels of shape \(2,\)\. "):
        accuracy([[0.2, 0.8], [0.9, 0.1]], [1, 0, 1])


@pytest.mark.parametrize("shape", [(3,), (1, 3), (3, 2), (2, 3, 1)])
def test_r2_refuses_targets_of_another_shape(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        r2(np.zeros((3, 1)), np.zeros(shape))
    assert str(error.value) == (
        f"targets: got shape {shape}, expected shape (3, 1) as outputs has. "
        "Give one target per output: y.reshape(-1, 1) makes a column of a flat array."
    )


def test_labels_against_labels() -> None:
    with pytest.raises(ShapeError, match=r"^targets: got shape \(2,\), expected shape \(3,\)"):
        accuracy([0, 1, 2], [0, 1])
    with pytest.raises(InputTypeError, match=r"^outputs: got dtype float64"):
        accuracy([0.0, 1.0], [0, 1])
    with pytest.raises(InputTypeError, match=r"^targets: got dtype float64"):
        accuracy([0, 1], [0.0, 1.0])
    with pytest.raises(InputValueError, match=r"^targets: got label 3, expected .* from 0 to 2"):
        accuracy(SCORES, [0, 1, 2, 3])
    with pytest.raises(
        InputValueError, match=r"^targets: got \[0.5\] at index \(0,\).*hit or missed"
    ):
        accuracy([[0.5]], [[0.5]])


def test_the_threshold_is_a_finite_number() -> None:
    with pytest.raises(InputValueError) as error:
        accuracy([[0.5]], [[1.0]], threshold=np.nan)
    assert str(error.value) == (
        "threshold: got nan, expected a number above -inf and below inf. "
        "Take 0.5 for probabilities and 0 for logits."
    )


def test_inputs_stay_as_they_were() -> None:
    p, y = SCORES.copy(), one_hot(LABELS, 3)
    for metric in (accuracy, log_loss, r2):
        metric(p, y)
    np.testing.assert_array_equal(p, SCORES)
    np.testing.assert_array_equal(y, one_hot(LABELS, 3))


def test_no_decision_is_marked_by_minus_1() -> None:
    for scores, targets in (([[0.7], [nan]], [[1], [1]]), ([[0.2, 0.8], [0.2, nan]], [1, 1])):
        assert decide(scores, targets, 0.5).predicted.tolist() == [1, -1]


def test_outputs_are_exactly_right_where_their_dtype_allows_no_better() -> None:
    # 0.1 in float32 is not 0.1 in float64, but it is the nearest that outputs can come.
    assert r2(np.full((2, 1), 0.1, np.float32), [[0.1], [0.1]]) == 1
