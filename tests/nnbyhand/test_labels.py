"""Labels and one-hot rows, there and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.labels import as_labels, labels_of_rows, one_hot

FLAT = "Convert labels with labels.astype(int); make a column with values.reshape(-1, 1)."
NUMBER = "Number the classes from 0: np.unique(names, return_inverse=True)[1]."


def test_one_hot_rows() -> None:
    rows = one_hot([1, 0, 3], classes=4)
    np.testing.assert_array_equal(rows, [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]])
    assert rows.dtype == np.float64
    np.testing.assert_array_equal(one_hot([0, 0], classes=1), [[1], [1]])
    assert one_hot(np.zeros((2, 5), int), classes=3).shape == (2, 5, 3)


@given(labels=st.lists(st.integers(0, 4), min_size=1))
def test_rows_lead_back_to_their_labels(labels: list[int]) -> None:
    np.testing.assert_array_equal(labels_of_rows("y", one_hot(labels, 5), ""), labels)


def test_a_single_column_holds_its_labels() -> None:
    found = labels_of_rows("y", np.array([[0.0], [1.0], [1.0]]), "")
    np.testing.assert_array_equal(found, [0, 1, 1])
    assert found.dtype == np.int64


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.uint64, np.int64])
def test_labels_of_every_integer_type(dtype: type[np.integer]) -> None:
    labels = as_labels("y", np.array([0, 2, 1], dtype), 3)
    assert labels.dtype == np.int64
    np.testing.assert_array_equal(labels, [0, 2, 1])


@pytest.mark.parametrize(
    ("values", "classes", "message"),
    [
        ([0, 3], 3, f"y: got label 3, expected integers from 0 to 2. {NUMBER}"),
        ([0, -1], 3, f"y: got label -1, expected integers from 0 to 2. {NUMBER}"),
        ([4, -2], None, f"y: got label -2, expected integers from 0 on. {NUMBER}"),
    ],
)
def test_labels_out_of_range(values: list[int], classes: int | None, message: str) -> None:
    with pytest.raises(InputValueError) as error:
        as_labels("y", values, classes)
    assert str(error.value) == message


def test_labels_are_integers() -> None:
    with pytest.raises(InputTypeError) as error:
        as_labels("y", [0.0, 1.0])
    assert str(error.value) == f"y: got dtype float64, expected integer labels. {FLAT}"
    with pytest.raises(InputTypeError, match="dtype <U6"):
        as_labels("y", ["setosa"])
    with pytest.raises(InputTypeError, match="got list of dtype bool"):
        as_labels("y", [True])
    with pytest.raises(ShapeError, match="different lengths"):
        one_hot([[1], [1, 2]], classes=3)


@pytest.mark.parametrize("classes", [0, -1])
def test_one_class_is_the_least(classes: int) -> None:
    with pytest.raises(InputValueError) as error:
        one_hot([0], classes)
    assert str(error.value) == (
        f"classes: got {classes}, expected a whole number from 1 on. Give the number of classes."
    )


def test_one_hot_names_its_argument() -> None:
    with pytest.raises(
        InputValueError, match=r"^labels: got label 2, expected integers from 0 to 1\."
    ):
        one_hot([2], classes=2)


@pytest.mark.parametrize(
    ("rows", "got", "expected"),
    [
        ([[0.0], [0.5]], "[0.5] at index (1,)", "[0] or [1]"),
        ([[0.0], [np.nan]], "[nan] at index (1,)", "[0] or [1]"),
        ([[[1.0]], [[2.0]]], "[2.0] at index (1, 0)", "[0] or [1]"),
        ([[0.0, 0.0]], "[0.0, 0.0] at index (0,)", "one-hot rows, with a single 1 and zeros"),
        ([[1.0, 1.0]], "[1.0, 1.0] at index (0,)", "one-hot rows, with a single 1 and zeros"),
        ([[1.0, 0.5]], "[1.0, 0.5] at index (0,)", "one-hot rows, with a single 1 and zeros"),
    ],
)
def test_rows_that_name_no_class(rows: list[list[float]], got: str, expected: str) -> None:
    with pytest.raises(InputValueError) as error:
        labels_of_rows("y", np.array(rows), "Do this.")
    assert str(error.value) == f"y: got {got}, expected {expected}. Do this."
