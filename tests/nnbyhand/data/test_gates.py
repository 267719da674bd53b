"""The four logic gates against Python's own logic."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from nnbyhand.data.base import AND, NAND, OR, XOR, Data, _gate


@pytest.mark.parametrize(
    ("gate", "logic"),
    [
        (AND, lambda a, b: a and b),
        (OR, lambda a, b: a or b),
        (NAND, lambda a, b: not (a and b)),
        (XOR, lambda a, b: a != b),
    ],
    ids=["AND", "OR", "NAND", "XOR"],
)
def test_tables(gate: Data, logic: Callable[[bool, bool], bool]) -> None:
    assert_table(gate, logic)


def test_a_table_that_is_built_now_and_not_on_import() -> None:
    second = _gate(0.0, 1.0, 0.0, 1.0)
    assert_table(second, lambda _, b: b)
    assert_read_only(second)


def assert_table(gate: Data, logic: Callable[[bool, bool], bool]) -> None:
    np.testing.assert_array_equal(gate.x, [[0, 0], [0, 1], [1, 0], [1, 1]])
    assert gate.y.shape == (4, 1)
    assert gate.x.dtype == gate.y.dtype == np.float64
    assert [y == 1 for y in gate.y[:, 0]] == [logic(a == 1, b == 1) for a, b in gate.x]
    assert set(gate.y[:, 0]) == {0, 1}
    assert gate.names == ("x1", "x2")
    assert gate.classes == ("0", "1")


@pytest.mark.parametrize("gate", [AND, OR, NAND, XOR])
def test_nobody_changes_a_table(gate: Data) -> None:
    assert_read_only(gate)


def assert_read_only(gate: Data) -> None:
    for array in (gate.x, gate.y):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 7
    with pytest.raises(FrozenInstanceError):
        gate.x = gate.y


def test_data_for_regression_has_no_classes() -> None:
    assert Data(np.ones((2, 1)), np.ones((2, 1)), ("x",)).classes == ()
