"""Mini-batches: every example once, in an order that the generator alone decides."""

import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.batches import batches


@given(st.integers(1, 50), st.integers(1, 60), st.integers(0, 2**32))
def test_an_epoch_shows_each_example_once(examples: int, size: int, seed: int) -> None:
    epoch = batches(examples, size, rng=np.random.default_rng(seed))
    assert sorted(np.concatenate(epoch)) == list(range(examples))


@given(st.integers(1, 50), st.integers(1, 60))
def test_only_the_last_batch_is_smaller(examples: int, size: int) -> None:
    sizes = [len(rows) for rows in batches(examples, size, rng=np.random.default_rng(0))]
    full, rest = divmod(examples, size)
    assert sizes == [size] * full + [rest] * (rest > 0)


def test_the_order_is_one_permutation_cut_into_pieces() -> None:
    order = np.random.default_rng(3).permutation(7)
    first, second, third = batches(7, 3, rng=np.random.default_rng(3))
    np.testing.assert_array_equal(first, order[:3])
    np.testing.assert_array_equal(second, order[3:6])
    np.testing.assert_array_equal(third, order[6:])


def test_every_epoch_is_shuffled_anew_and_seeds_repeat() -> None:
    rng, same = np.random.default_rng(1), np.random.default_rng(1)
    first, second = (np.concatenate(batches(20, 6, rng=rng)) for _ in range(2))
    assert not np.array_equal(first, second)
    np.testing.assert_array_equal(first, np.concatenate(batches(20, 6, rng=same)))
    np.testing.assert_array_equal(second, np.concatenate(batches(20, 6, rng=same)))


def test_every_example_comes_first_equally_often() -> None:
    # Each of 4 examples leads about 1,000 of 4,000 epochs; the standard deviation is 27.
    rng = np.random.default_rng(0)
    leaders = [batches(4, 2, rng=rng)[0][0] for _ in range(4000)]
    counts = np.bincount(leaders)
    assert abs(counts - 1000).max() < 5 * 27


def test_numbers_below_one_and_fractions_are_refused() -> None:
    unchecked = inspect.unwrap(batches)  # without beartype, as users call it
    rng = np.random.default_rng(0)
    for examples, size, kind, message in (
        (
            *(0, 2, nn.InputValueError),
            "examples: got 0, expected a whole number from 1 on. A network learns from one",
        ),
        (
            *(3, 0, nn.InputValueError),
            "size: got 0, expected a whole number from 1 on. A batch holds one example at least.",
        ),
        (3, 2.0, nn.InputTypeError, "size: got float, expected a whole number."),
        (True, 2, nn.InputTypeError, "examples: got bool, expected a whole number."),
    ):
        with pytest.raises(kind) as error:
            unchecked(examples, size, rng=rng)
        assert str(error.value).startswith(message)


def test_whole_numbers_of_numpy_are_taken() -> None:
    epoch = inspect.unwrap(batches)(np.int64(3), np.uint8(2), rng=np.random.default_rng(0))
    assert [len(rows) for rows in epoch] == [2, 1]
