"""Every row goes to exactly one part, and every part gets its share of each class."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.data.splits import Part, Split, part_sizes, split
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.labels import one_hot

X = np.arange(60.0).reshape(30, 2)
Y = np.repeat([0, 1, 2], 10)
SHARE = "Give the shares of all rows, such as 0.2."
COLLECT = "Collect more, or make the smallest part larger."


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_every_row_is_used_once_with_its_target() -> None:
    parts = split(X, Y, rng=generator())
    assert isinstance(parts, Split)
    assert sorted(np.concatenate([part.rows for part in parts])) == list(range(30))
    for part in parts:
        np.testing.assert_array_equal(part.x, X[part.rows])
        np.testing.assert_array_equal(part.y, Y[part.rows])
    assert [len(part.rows) for part in parts] == [18, 6, 6]
    assert parts.train is parts[0]
    assert parts.validation is parts[1]
    assert parts.test is parts[2]


def test_stratified_parts_have_their_share_of_each_class() -> None:
    train, validation, test = split(X, Y, validation=0.1, test=0.3, rng=generator())
    assert np.bincount(train.y).tolist() == [6, 6, 6]
    assert np.bincount(validation.y).tolist() == [1, 1, 1]
    assert np.bincount(test.y).tolist() == [3, 3, 3]


def test_a_tie_goes_to_the_earlier_part_however_a_machine_rounds() -> None:
    """Train and validation are both 0.6 rows behind, but 0.55 * 6 and 0.3 * 6 round differently."""
    counts = part_sizes(np.array([6, 6]), np.array([0.55, 0.3, 0.15]))
    assert counts.tolist() == [[3, 2, 1], [4, 1, 1]]


def test_part_sizes_by_hand() -> None:
    # Class 0: 3.5, 1.75, 1.75 rows are due; 3, 1, 1 are sure, and 2 remain for the parts furthest
    # behind, by 0.75 each: validation and test. Class 1 is due the same, and after the sure rows
    # the parts are behind by 1.0, 0.5, 0.5: one for train, one for validation, which comes first.
    counts = part_sizes(np.array([7, 7]), np.array([0.5, 0.25, 0.25]))
    np.testing.assert_array_equal(counts, [[3, 2, 2], [4, 2, 1]])


def test_rounding_errors_of_products_do_not_count() -> None:
    # 0.29 * 100 is 28.999999999999996 in floats, and 1 - 0.29 - 0.29 is not exactly 0.42.
    counts = part_sizes(np.array([100, 200]), np.array([1 - 0.29 - 0.29, 0.29, 0.29]))
    np.testing.assert_array_equal(counts, [[42, 29, 29], [84, 58, 58]])


fractions = st.one_of(st.sampled_from([0.0, 0.1, 0.2, 0.25, 1 / 3]), st.floats(0, 0.49))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40), fractions, fractions)
def test_counts_are_as_even_as_possible(sizes: list[int], validation: float, test: float) -> None:
    shares = np.array([1 - validation - test, validation, test])
    counts = part_sizes(np.array(sizes), shares)
    due = np.outer(sizes, shares)
    np.testing.assert_array_equal(counts.sum(axis=1), sizes)
    assert np.all(counts >= np.floor(due - 1e-8))
    assert np.all(counts <= np.ceil(due - 1e-8) + 1e-12)
    assert np.all(np.abs(counts.sum(axis=0) - due.sum(axis=0)) < 1)


@given(sizes=st.lists(st.integers(5, 20), min_size=1, max_size=4), seed=st.integers(0, 99))
def test_parts_are_disjoint_and_complete_and_hold_every_class(sizes: list[int], seed: int) -> None:
    y = generator(seed).permutation(np.repeat(np.arange(len(sizes)), sizes))
    parts = split(np.zeros((len(y), 1)), y, rng=generator(seed))
    assert sorted(np.concatenate([part.rows for part in parts])) == list(range(len(y)))
    for part in parts:
        assert set(part.y) == set(range(len(sizes)))


def test_order_is_random_and_comes_from_the_generator() -> None:
    first, again, other = (split(X, Y, rng=generator(seed)) for seed in (0, 0, 1))
    for a, b in zip(first, again, strict=True):
        np.testing.assert_array_equal(a.rows, b.rows)
    assert set(first.train.rows) != set(other.train.rows)
    for part in first:  # neither sorted nor one class after the other
        assert np.any(np.diff(part.rows) < 0)
        assert np.any(np.diff(part.y) < 0)
    assert np.any(np.diff(split(X, Y, stratify=False, rng=generator()).train.rows) < 0)


def test_without_stratification_only_the_sizes_count() -> None:
    parts = split(X, X, validation=0.3, test=0.1, stratify=False, rng=generator())
    assert [len(part.rows) for part in parts] == [18, 9, 3]
    np.testing.assert_array_equal(parts.test.y, X[parts.test.rows])
    uneven = {
        tuple(np.bincount(split(X, Y, stratify=False, rng=generator(seed)).test.y, minlength=3))
        for seed in range(20)
    }
    assert len(uneven) > 1


@pytest.mark.parametrize("part", [0, 1])
def test_a_part_may_be_left_out(part: int) -> None:
    shares = ({"validation": 0, "test": 0.5}, {"validation": 0.5, "test": 0})[part]
    parts = split(X, Y, **shares, rng=generator())
    assert [len(p.rows) for p in parts] == [[15, 0, 15], [15, 15, 0]][part]
    assert parts[part + 1].x.shape == (0, 2)
    assert parts[part + 1].y.shape == (0,)


def test_classes_in_every_form_are_split_alike() -> None:
    expected = [part.rows for part in split(X, Y, rng=generator())]
    for y in (Y.tolist(), one_hot(Y, 3), Y.astype(np.uint8)):
        for part, rows in zip(split(X, y, rng=generator()), expected, strict=True):
            np.testing.assert_array_equal(part.rows, rows)
    binary = split(X, (Y == 2).astype(float)[:, None], rng=generator())
    assert [int(part.y.sum()) for part in binary] == [6, 2, 2]


def test_dtypes_and_inputs_stay() -> None:
    x, y = X.astype(np.float32), Y.copy()
    part = split(x, y, rng=generator()).train
    assert part.x.dtype == np.float32
    assert part.y.dtype == part.rows.dtype == np.int64
    part.x[:] = -1
    part.y[:] = -1
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(y, Y)
    assert split(X, X.astype(np.float32), stratify=False, rng=generator()).train.y.dtype == "f4"


def test_parts_are_frozen() -> None:
    part = split(X, Y, rng=generator()).train
    assert isinstance(part, Part)
    with pytest.raises(FrozenInstanceError):
        part.x = X


def test_too_few_rows_of_a_class() -> None:
    y = np.array([0] * 20 + [1] * 6 + [4] * 4)
    with pytest.raises(InputValueError) as error:
        split(X, y, rng=generator())
    assert str(error.value) == (
        "y: got 4 rows of class 4, expected at least 5, because the smallest part takes 0.2 of "
        f"them. {COLLECT}"
    )
    split(X, y, validation=0.25, test=0.25, rng=generator())
    split(X, y, stratify=False, rng=generator())
    with pytest.raises(
        InputValueError, match=r"at least 7, because the smallest part takes 0\.15 "
    ):
        split(X, y, test=0.15, rng=generator())
    with pytest.raises(
        InputValueError, match=r"at least 20, because the smallest part takes 0\.05 "
    ):
        split(X, Y, validation=0.75, rng=generator())


def test_exactly_enough_rows() -> None:
    parts = split(X[:6], [0, 0, 0, 1, 1, 1], validation=1 / 3, test=1 / 3, rng=generator())
    assert [sorted(part.y) for part in parts] == [[0, 1]] * 3


def test_too_few_rows() -> None:
    with pytest.raises(InputValueError) as error:
        split(X[:4], X[:4], stratify=False, rng=generator())
    assert str(error.value) == (
        f"y: got 4 rows, expected at least 5, because the smallest part takes 0.2 of them. "
        f"{COLLECT}"
    )
    split(X[:5], X[:5], stratify=False, rng=generator())


@pytest.mark.parametrize(("validation", "test"), [(0.5, 0.5), (1, 0), (0, 1.5)])
def test_something_is_left_for_training(validation: float, test: float) -> None:
    with pytest.raises(InputValueError) as error:
        split(X, Y, validation=validation, test=test, rng=generator())
    assert str(error.value) == (
        f"validation + test: got {validation:g} + {test:g}, expected a sum below 1. {SHARE}"
    )


@pytest.mark.parametrize("argument", ["validation", "test"])
def test_fractions_are_not_negative(argument: str) -> None:
    with pytest.raises(InputValueError) as error:
        split(X, Y, **{argument: -0.1}, rng=generator())
    assert str(error.value) == (
        f"{argument}: got -0.1, expected a finite number, 0 or more. {SHARE}"
    )


def test_numbers_are_not_classes() -> None:
    with pytest.raises(InputValueError) as error:
        split(X, X[:, :1] / 4, rng=generator())
    assert str(error.value) == (
        "y: got [0.5] at index (1,), expected [0] or [1]. "
        "Pass stratify=False where targets are numbers, not classes."
    )


@pytest.mark.parametrize("shape", [(), (30,), (0, 2), (2, 30, 2)])
def test_inputs_are_a_matrix(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        split(np.zeros(shape), Y, rng=generator())
    assert str(error.value) == (
        f"x: got shape {shape}, expected shape (examples, inputs). Give one row per example."
    )


@pytest.mark.parametrize("shape", [(), (29,), (31, 1), (1, 30), (30, 1, 1)])
def test_one_target_per_row(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        split(X, np.zeros(shape, int), rng=generator())
    assert str(error.value) == (
        f"y: got shape {shape}, expected shape (30, outputs) or (30,), because x has shape "
        "(30, 2). Give one target per example."
    )


def test_flat_numbers_are_refused() -> None:
    for stratify in (True, False):
        with pytest.raises(InputTypeError, match=r"^y: got dtype float64, .*reshape\(-1, 1\)\.$"):
            split(X, X[:, 0], stratify=stratify, rng=generator())
