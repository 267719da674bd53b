"""What may come in, and what the errors say about the rest."""

import pickle
from fractions import Fraction

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand import shapes

REALS = "real numbers (integers, float16, float32 or float64)"
CONVERT = "If these are real numbers, convert them first: np.asarray(values, dtype=float)."


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_come_back_as_they_are(dtype: type[np.floating]) -> None:
    values = np.array([1.5, 2.5], dtype)
    assert shapes.as_reals("values", values) is values


@pytest.mark.parametrize("values", [3, [1, 2], np.array([1, 2], np.uint8), range(3)])
def test_integers_become_float64(values: object) -> None:
    result = shapes.as_reals("values", values)
    assert result.dtype == np.float64
    np.testing.assert_array_equal(result, np.asarray(values))


@pytest.mark.parametrize(
    ("values", "got"),
    [
        (None, "NoneType of dtype object"),
        (True, "bool of dtype bool"),
        ([True, False], "list of dtype bool"),
        (["0.5"], "list of dtype <U3"),
        (1j, "complex of dtype complex128"),
        ([Fraction(1, 2)], "list of dtype object"),
        ({"a": 1}, "dict of dtype object"),
        (2**70, "int of dtype object"),
        (np.array([1.5], np.longdouble), f"ndarray of dtype {np.dtype(np.longdouble)}"),
        (np.array(["2026-01-01"], "datetime64[D]"), "ndarray of dtype datetime64[D]"),
        (np.array([5], "timedelta64[s]"), "ndarray of dtype timedelta64[s]"),
    ],
)
def test_anything_but_real_numbers_is_refused(values: object, got: str) -> None:
    with pytest.raises(TypeError) as error:
        shapes.as_reals("z", values)
    assert isinstance(error.value, nn.InputTypeError)
    assert str(error.value) == f"z: got {got}, expected {REALS}. {CONVERT}"


def test_ragged_lists_are_refused() -> None:
    with pytest.raises(ValueError, match="different lengths") as error:
        shapes.as_reals("z", [[1, 2], [3]])
    assert isinstance(error.value, nn.ShapeError)
    assert str(error.value) == (
        "z: got nested lists of different lengths, expected lists of one length. "
        "Make all rows equally long."
    )


def test_equal_shapes_pass() -> None:
    shapes.require_same_shape("y", np.zeros((2, 3)), "z", np.ones((2, 3)))


@pytest.mark.parametrize(
    ("got", "expected"), [((3,), (3, 1)), ((3, 1), (3, 4)), ((1, 3), (3, 1)), ((), (1,))]
)
def test_shapes_that_differ_are_both_named(got: tuple[int, ...], expected: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        shapes.require_same_shape("y", np.zeros(got), "z", np.zeros(expected))
    assert str(error.value) == (
        f"y: got shape {got}, expected shape {expected} as z has. "
        "Give y exactly one entry for each entry of z."
    )


@pytest.mark.parametrize("value", [0.5, np.float32(0.5), np.array(0.5)])
def test_a_float_between_bounds_becomes_a_python_float(value: object) -> None:
    result = shapes.float_between("rate", value, 0.0, 1.0, "Halve it.")
    assert type(result) is float
    assert result == 0.5


@pytest.mark.parametrize("value", [0, 1, -0.5, float("inf"), float("nan")])
def test_bounds_are_excluded(value: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        shapes.float_between("rate", value, 0.0, 1.0, "Halve it.")
    assert str(error.value) == (
        f"rate: got {float(value)}, expected a number above 0 and below 1. Halve it."
    )


def test_a_parameter_is_one_number() -> None:
    with pytest.raises(nn.ShapeError) as error:
        shapes.float_between("rate", [0.1, 0.2], 0.0, 1.0, "Halve it.")
    assert str(error.value) == "rate: got shape (2,), expected one number, shape (). Halve it."


def test_finite_float64_passes() -> None:
    np.testing.assert_array_equal(shapes.as_finite_float64("w", [[1, 2]]), [[1.0, 2.0]])


def test_coarse_empty_and_infinite_numbers_are_refused() -> None:
    with pytest.raises(nn.InputTypeError) as coarse:
        shapes.as_finite_float64("w", np.zeros(2, np.float32))
    assert str(coarse.value) == (
        "w: got dtype float32, expected float64. "
        "Compute in float64: coarser numbers differ by little more than rounding error."
    )
    with pytest.raises(nn.ShapeError) as empty:
        shapes.as_finite_float64("w", np.zeros((0, 2)))
    assert str(empty.value) == (
        "w: got shape (0, 2), expected a shape with entries. Check where its entries were lost."
    )
    with pytest.raises(nn.InputValueError) as infinite:
        shapes.as_finite_float64("w", [[0.0, 1.0], [np.inf, np.nan]])
    assert str(infinite.value) == (
        "w: got inf at index (1, 0), expected finite numbers. Find out where it comes from."
    )


def test_errors_have_one_base_keep_their_parts_and_survive_pickling() -> None:
    for kind, builtin in (
        (nn.InputTypeError, TypeError),
        (nn.InputValueError, ValueError),
        (nn.ShapeError, ValueError),
    ):
        error = kind("w", "shape (2,)", "shape (3,)", "Add one.")
        assert isinstance(error, nn.InputError)
        assert isinstance(error, builtin)
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is kind
        assert str(copy) == "w: got shape (2,), expected shape (3,). Add one."
        parts = (copy.argument, copy.got, copy.expected, copy.hint)
        assert parts == ("w", "shape (2,)", "shape (3,)", "Add one.")
