"""Columns with mean 0 and standard deviation 1, and the way back."""

from dataclasses import FrozenInstanceError

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnbyhand.data.scaling import Standardizer
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError

# Means 3 and 10, squares around them (4 + 1 + 1 + 4) / 4 = 5/2 and (0 + 4 + 4 + 0) / 4 = 2.
X = np.array([[1.0, 10.0], [2.0, 12.0], [4.0, 8.0], [5.0, 10.0]])
numbers = st.floats(-1e150, 1e150)


def test_worked_by_hand() -> None:
    standardizer = Standardizer.fit(X)
    np.testing.assert_allclose(standardizer.mean, [3, 10], rtol=1e-15)
    np.testing.assert_allclose(standardizer.scale, np.sqrt([5 / 2, 2]), rtol=1e-15)
    expected = [[-2, 0], [-1, 2], [1, -2], [2, 0]] / np.sqrt([5 / 2, 2])
    np.testing.assert_allclose(standardizer(X), expected, rtol=1e-15)
    # New rows are measured with the same rule, not with their own.
    np.testing.assert_allclose(standardizer([[3, 10], [3, 10]]), np.zeros((2, 2)), atol=1e-15)


@given(x=hnp.arrays(np.float64, (5, 3), elements=st.floats(-1e6, 1e6)))
def test_the_way_back(x: np.ndarray) -> None:
    standardizer = Standardizer.fit(x)
    np.testing.assert_allclose(standardizer.inverse(standardizer(x)), x, rtol=1e-9, atol=1e-6)


@example(x=np.array([[5e-324, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]))
@given(x=hnp.arrays(np.float64, (4, 2), elements=numbers))
def test_every_finite_column_gets_one_scale(x: np.ndarray) -> None:
    standardizer = Standardizer.fit(x)
    assert np.all(standardizer.scale > 0)
    assert np.all(np.isfinite(standardizer(x)))
    assert np.all(np.abs(standardizer(x)) <= np.sqrt(len(x)))


@pytest.mark.parametrize("size", [1e-200, 1e-5, 1, 1e5, 1e200])
def test_no_column_is_too_small_or_too_large(size: float) -> None:
    standardized = Standardizer.fit(X * size)(X * size)
    np.testing.assert_allclose(standardized, Standardizer.fit(X)(X), rtol=1e-13, atol=1e-15)


def test_a_constant_column_is_shifted_to_zero_exactly() -> None:
    x = np.column_stack([np.full(10, 0.1), np.arange(10.0)])  # the mean of ten 0.1 is not 0.1
    standardizer = Standardizer.fit(x)
    assert standardizer.mean[0] == 0.1
    assert standardizer.scale[0] == 1
    np.testing.assert_array_equal(standardizer(x)[:, 0], 0)
    np.testing.assert_array_equal(standardizer([[0.6, 1.0]])[:, 0], [0.5])
    np.testing.assert_array_equal(standardizer.inverse([[0.0, 1.0]])[:, 0], [0.1])
    np.testing.assert_array_equal(Standardizer.fit([[7.0]])([[7.0], [9.0]]), [[0], [2]])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_keep_their_dtype(dtype: type[np.floating]) -> None:
    standardizer = Standardizer.fit(X.astype(dtype))
    assert standardizer.mean.dtype == standardizer.scale.dtype == np.float64
    assert standardizer(X.astype(dtype)).dtype == dtype
    assert standardizer.inverse(X.astype(dtype)).dtype == dtype
    assert standardizer([[1, 2]]).dtype == np.float64


def test_coarse_floats_are_averaged_in_float64() -> None:
    x = np.full((4096, 1), 20, np.float16)  # their sum is beyond the largest float16
    x[0] = 24
    assert Standardizer.fit(x).mean[0] == 20 + 4 / 4096


def test_an_ensemble_of_data_is_scaled_alike() -> None:
    standardizer = Standardizer.fit(X)
    np.testing.assert_array_equal(standardizer(np.stack([X, X + 1]))[1], standardizer(X + 1))
    np.testing.assert_array_equal(
        standardizer.inverse(np.stack([X, X]))[1], standardizer.inverse(X)
    )
    assert standardizer(np.zeros((0, 2))).shape == (0, 2)


def test_a_standardizer_is_frozen_and_leaves_its_input() -> None:
    x = X.copy()
    standardizer = Standardizer.fit(x)
    standardizer(x)[:] = 100
    standardizer.inverse(x)[:] = 100
    np.testing.assert_array_equal(x, X)
    with pytest.raises(FrozenInstanceError):
        standardizer.mean = x[0]
    constant = np.full((2, 1), 5.0)
    Standardizer.fit(constant).mean[:] = 0
    np.testing.assert_array_equal(constant, 5)


@pytest.mark.parametrize("shape", [(4,), (2, 4, 2)])
def test_a_matrix_is_fitted(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        Standardizer.fit(np.ones(shape))
    assert str(error.value) == (
        f"x: got shape {shape}, expected shape (examples, inputs). "
        "Make a column of a flat array: x.reshape(-1, 1)."
    )


def test_what_cannot_be_fitted() -> None:
    with pytest.raises(ShapeError, match=r"^x: got shape \(0, 2\), expected a shape with entries"):
        Standardizer.fit(np.ones((0, 2)))
    with pytest.raises(InputValueError, match=r"^x: got nan at index \(0, 1\)"):
        Standardizer.fit([[1.0, np.nan]])
    with pytest.raises(InputTypeError, match=r"^x: got list of dtype"):
        Standardizer.fit([["a"]])
    for x in ([[1.7e308], [1.6e308]], [[1.7e308], [-1.7e308], [-1.7e308]]):
        with pytest.raises(InputValueError) as error:
            Standardizer.fit(x)
        assert str(error.value) == (
            "x: got numbers up to 1.7e+308, expected numbers whose sums are finite. "
            "Choose a larger unit."
        )


@pytest.mark.parametrize("shape", [(), (2,), (4, 1), (4, 3), (2, 1)])
def test_the_columns_must_be_those_that_were_measured(shape: tuple[int, ...]) -> None:
    standardizer = Standardizer.fit(X)
    for argument, method in (("x", standardizer), ("standardized", standardizer.inverse)):
        with pytest.raises(ShapeError) as error:
            method(np.zeros(shape))
        assert str(error.value) == (
            f"{argument}: got shape {shape}, expected shape (..., examples, 2) as in fit. "
            "Give the columns that were measured, in their order."
        )


def test_columns_of_very_different_size_are_measured_apart() -> None:
    sizes = np.array([1e-200, 1e200])
    standardizer = Standardizer.fit(X * sizes)
    np.testing.assert_allclose(standardizer.scale, np.sqrt([5 / 2, 2]) * sizes, rtol=1e-13)
