"""The confusion matrix and the shares read from it, by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from nnbyhand.confusion import confusion_matrix, f1, precision, recall
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.labels import one_hot

TRUE = np.array([0, 0, 0, 1, 1, 2])
PREDICTED = np.array([0, 0, 1, 1, 2, 2])
#  true \ predicted  0  1  2
COUNTS = np.array([[2, 1, 0], [0, 1, 1], [0, 0, 1]])


def test_rows_are_true_and_columns_predicted() -> None:
    counts = confusion_matrix(PREDICTED, TRUE)
    np.testing.assert_array_equal(counts, COUNTS)
    assert counts.dtype == np.int64
    scores = one_hot(PREDICTED, 3) * 0.4 + 0.1
    np.testing.assert_array_equal(confusion_matrix(scores, TRUE), COUNTS)
    np.testing.assert_array_equal(confusion_matrix(scores, one_hot(TRUE, 3)), COUNTS)


def test_the_number_of_classes() -> None:
    assert confusion_matrix([0, 0], [0, 0]).shape == (1, 1)
    assert confusion_matrix([0, 3], [0, 0]).shape == (4, 4)
    assert confusion_matrix([0, 0], [0, 3]).shape == (4, 4)
    assert confusion_matrix([[0.1], [0.2]], [[0], [0]]).shape == (2, 2)
    assert confusion_matrix([[0.1, 0.2, 0.3]], [0]).shape == (3, 3)
    larger = confusion_matrix(PREDICTED, TRUE, classes=5)
    np.testing.assert_array_equal(larger[:3, :3], COUNTS)
    assert larger.shape == (5, 5)
    assert larger.sum() == 6
    assert confusion_matrix(PREDICTED, TRUE, classes=3).shape == (3, 3)


def test_a_single_column_and_its_threshold() -> None:
    z, y = [[-1.0], [0.2], [0.8], [0.9]], [[0], [1], [1], [0]]
    np.testing.assert_array_equal(confusion_matrix(z, y), [[1, 1], [1, 1]])
    np.testing.assert_array_equal(confusion_matrix(z, y, threshold=0), [[1, 1], [0, 2]])
    assert precision(z, y, average=None, threshold=0)[1] == pytest.approx(2 / 3)
    assert recall(z, y, average=None, threshold=0)[1] == 1
    assert f1(z, y, average=None, threshold=0)[1] == pytest.approx(4 / 5)


@pytest.mark.parametrize("metric", [precision, recall, f1])
def test_the_threshold_is_one_half_unless_told_otherwise(
    metric: Callable[..., np.ndarray],
) -> None:
    z, y = [[0.4], [0.6], [1.2], [1.6]], [[0], [1], [1], [0]]
    # Above 1/2 lie three, of which two are 1, and both examples of class 1 are among them.
    expected = {precision: 2 / 3, recall: 1, f1: 4 / 5}[metric]
    assert metric(z, y, average=None)[1] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("metric", "classes", "macro"),
    [
        # Columns hold 2, 2, 2 examples, of which 2, 1, 1 are right.
        (precision, [1, 1 / 2, 1 / 2], 2 / 3),
        # Rows hold 3, 2, 1 examples.
        (recall, [2 / 3, 1 / 2, 1], 13 / 18),
        # Twice 2 of 2 + 3 examples, twice 1 of 2 + 2, twice 1 of 2 + 1.
        (f1, [4 / 5, 1 / 2, 2 / 3], 59 / 90),
    ],
)
def test_shares_by_hand(
    metric: Callable[..., np.ndarray], classes: list[float], macro: float
) -> None:
    np.testing.assert_allclose(metric(PREDICTED, TRUE, average=None), classes, rtol=1e-15)
    assert metric(PREDICTED, TRUE, average="macro") == pytest.approx(macro, rel=1e-15)
    assert metric(PREDICTED, TRUE, average="micro") == 4 / 6  # four of six are right
    assert metric(PREDICTED, TRUE) == metric(PREDICTED, TRUE, average="macro")
    for average in (None, "macro", "micro"):
        assert isinstance(metric(PREDICTED, TRUE, average=average), np.ndarray)
        assert metric(PREDICTED, TRUE, average=average).dtype == np.float64


def test_nothing_of_nothing_is_0() -> None:
    # Class 1 is never predicted, class 2 never true, class 3 occurs nowhere.
    scores, y = one_hot([0, 2], 4), [0, 1]
    np.testing.assert_array_equal(precision(scores, y, average=None), [1, 0, 0, 0])
    np.testing.assert_array_equal(recall(scores, y, average=None), [1, 0, 0, 0])
    np.testing.assert_array_equal(f1(scores, y, average=None), [1, 0, 0, 0])
    assert f1(scores, y) == 1 / 4


def test_averages_have_names() -> None:
    for metric in (precision, recall, f1):
        with pytest.raises(InputValueError) as error:
            metric(PREDICTED, TRUE, average="weighted")
        assert str(error.value) == (
            "average: got 'weighted', expected 'macro', 'micro' or None. "
            "Write None, without quotes, for each class by itself."
        )


def test_one_network_at_a_time() -> None:
    with pytest.raises(ShapeError) as error:
        confusion_matrix(np.zeros((2, 4, 3)), [0, 1, 2, 0])
    assert str(error.value) == (
        "outputs: got shape (2, 4, 3), expected one network: (examples, classes). "
        "Take one network at a time: outputs[0]."
    )


def test_nan_has_no_place_in_the_matrix() -> None:
    with pytest.raises(InputValueError) as error:
        confusion_matrix([[np.nan, 0.0]], [0])
    assert str(error.value) == (
        "outputs: got a NaN score, expected scores that can be compared. "
        "Find out where it comes from."
    )


def test_every_class_that_occurs_is_counted() -> None:
    with pytest.raises(InputValueError) as error:
        confusion_matrix(PREDICTED, TRUE, classes=2)
    assert str(error.value) == (
        "classes: got 2, expected a whole number from 3 on. Count every class that occurs."
    )
    with pytest.raises(InputTypeError, match=r"^targets"):
        precision(PREDICTED, TRUE.astype(float))
