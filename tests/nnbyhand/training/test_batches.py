"""Mini-batches: every example once, in an order that the generator alone decides."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.training.batches import batches


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


@pytest.mark.usefixtures("without_run_time_types")
def test_whole_numbers_of_numpy_are_taken() -> None:
    epoch = batches(np.int64(3), np.uint8(2), rng=np.random.default_rng(0))
    assert [len(rows) for rows in epoch] == [2, 1]
