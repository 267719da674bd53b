"""Early stopping: what counts as a gain, when patience runs out, each network for itself."""

import math
from collections.abc import Iterable
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.training.early_stopping import EarlyStopping, Watch

LOSSES = st.sampled_from([0.1, 0.2, 0.3, 0.4, 0.5, math.inf, math.nan])


def watched(early_stopping: EarlyStopping, losses: Iterable[float]) -> list[Watch]:
    watches = [early_stopping.start()]
    for loss in losses:
        watches.append(early_stopping.look(watches[-1], np.array(loss)))
    return watches[1:]


def test_worked_by_hand() -> None:
    # Losses  0.5   0.3   0.4   0.35  0.2   0.2   0.3
    # best    0.5   0.3   0.3   0.3   0.2   0.2   0.2   (an equal loss is no gain)
    # waited  0     0     1     2     0     1     2
    watches = watched(EarlyStopping(patience=3), [0.5, 0.3, 0.4, 0.35, 0.2, 0.2, 0.3])
    assert [float(watch.best) for watch in watches] == [0.5, 0.3, 0.3, 0.3, 0.2, 0.2, 0.2]
    assert [int(watch.waited) for watch in watches] == [0, 0, 1, 2, 0, 1, 2]
    assert [bool(watch.is_best) for watch in watches] == [
        True,
        True,
        *[False] * 2,
        True,
        *[False] * 2,
    ]
    assert not any(watch.is_over for watch in watches)


@pytest.mark.parametrize(("patience", "first"), [(1, 1), (2, 2), (3, 6), (4, 7)])
def test_patience_counts_the_epochs_since_the_best(patience: int, first: int) -> None:
    # With a patience of 3, the fall to 0.4 comes in time, and waiting starts again.
    watches = watched(EarlyStopping(patience), [0.5, 0.6, 0.7, 0.4, 0.5, 0.6, 0.7, 0.8])
    assert [bool(watch.is_over) for watch in watches].index(True) == first


def test_a_gain_must_exceed_the_minimum() -> None:
    # 1 - 0.25 = 0.75 is not below 0.75; 0.7 is. The next must fall below 0.7 - 0.25 = 0.45.
    watches = watched(EarlyStopping(9, minimum_gain=0.25), [1.0, 0.75, 0.7, 0.46, 0.44])
    assert [bool(watch.is_best) for watch in watches] == [True, False, True, False, True]
    assert [float(watch.best) for watch in watches] == [1.0, 1.0, 0.7, 0.7, 0.44]


def test_losses_that_are_not_finite_are_never_the_best() -> None:
    watches = watched(EarlyStopping(2), [math.nan, math.inf, 0.5, math.nan, math.inf])
    assert [bool(watch.is_best) for watch in watches] == [False, False, True, False, False]
    assert [bool(watch.is_over) for watch in watches] == [False, True, False, False, True]


@given(st.lists(st.tuples(LOSSES, LOSSES, LOSSES), min_size=1, max_size=8), st.integers(1, 3))
def test_each_network_of_an_ensemble_is_watched_alone(
    losses: list[tuple[float, float, float]], patience: int
) -> None:
    early_stopping = EarlyStopping(patience, minimum_gain=0.1)
    together = early_stopping.start((3,))
    for row in losses:
        together = early_stopping.look(together, np.array(row))
    for network in range(3):
        alone = watched(early_stopping, [row[network] for row in losses])[-1]
        for name in Watch._fields:
            np.testing.assert_array_equal(getattr(together, name)[network], getattr(alone, name))


def test_before_the_first_epoch() -> None:
    watch = EarlyStopping(1).start((2, 3))
    np.testing.assert_array_equal(watch.best, np.full((2, 3), np.inf))
    np.testing.assert_array_equal(watch.waited, np.zeros((2, 3)))
    assert not watch.is_best.any()
    assert not watch.is_over.any()


def test_looking_changes_nothing_that_was_known() -> None:
    early_stopping = EarlyStopping(1)
    watch = early_stopping.start((2,))
    early_stopping.look(watch, np.array([0.1, 0.2]))
    assert watch.best.tolist() == [math.inf, math.inf]
    assert watch.waited.tolist() == [0, 0]


def test_any_gain_counts_unless_told_otherwise() -> None:
    assert EarlyStopping(1) == EarlyStopping(patience=1, minimum_gain=0.0)


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        EarlyStopping(1).patience = 2  # type: ignore[misc]


def test_before_the_first_epoch_nothing_is_known() -> None:
    watch = EarlyStopping(1).start((2,))
    assert watch.best.tolist() == [math.inf, math.inf]
    assert watch.waited.dtype == np.int64
    assert watch.is_best.dtype == watch.is_over.dtype == np.bool_
    assert [array.any() for array in watch[1:]] == [False, False, False]


@pytest.mark.usefixtures("without_run_time_types")
def test_numbers_of_numpy_become_those_of_python() -> None:
    early_stopping = EarlyStopping(np.int64(3), np.float64(0.5))
    assert type(early_stopping.patience) is int
    assert type(early_stopping.minimum_gain) is float
