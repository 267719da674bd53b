"""Single numbers that may come in, and what the errors say about the rest."""

import numpy as np
import pytest

from nnbyhand.arguments import not_negative, whole_number
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError


@pytest.mark.parametrize("value", [3, 7, np.int8(7), np.uint64(7)])
def test_whole_numbers_come_back_as_python_ints(value: int) -> None:
    result = whole_number("epochs", value, 3, "Train longer.")
    assert type(result) is int
    assert result == value


@pytest.mark.parametrize(
    ("value", "got"),
    [(3.0, "float"), (True, "bool"), (np.True_, "bool"), ("3", "str"), (None, "NoneType")],
)
def test_anything_but_an_integer_is_refused(value: object, got: str) -> None:
    with pytest.raises(InputTypeError) as error:
        whole_number("epochs", value, 0, "Train longer.")
    assert str(error.value) == f"epochs: got {got}, expected a whole number. Train longer."


def test_too_small_a_whole_number_is_refused() -> None:
    with pytest.raises(InputValueError) as error:
        whole_number("epochs", 2, 3, "Train longer.")
    assert str(error.value) == "epochs: got 2, expected a whole number from 3 on. Train longer."


@pytest.mark.parametrize("value", [0, 0.0, 2, np.float32(0.5), np.float64(1e300), np.array(3)])
def test_numbers_from_zero_on_come_back_as_python_floats(value: float) -> None:
    result = not_negative("noise", value, "Take 0.1.")
    assert type(result) is float
    assert result == value


@pytest.mark.parametrize("value", [-1e-300, -1, np.inf, -np.inf, np.nan])
def test_negative_and_not_finite_numbers_are_refused(value: float) -> None:
    with pytest.raises(InputValueError) as error:
        not_negative("noise", value, "Take 0.1.")
    number = float(value)
    assert str(error.value) == (
        f"noise: got {number}, expected a finite number, 0 or more. Take 0.1."
    )


def test_one_number_is_needed() -> None:
    with pytest.raises(ShapeError) as error:
        not_negative("noise", [0.1], "Take 0.1.")
    assert str(error.value) == ("noise: got shape (1,), expected one number, shape (). Take 0.1.")
    with pytest.raises(InputTypeError, match="noise: got str of dtype"):
        not_negative("noise", "0.1", "Take 0.1.")
