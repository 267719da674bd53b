"""The record of a training run."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.training.history import History

LOSS = np.array([0.9, 0.5, 0.4])


def test_epochs_are_counted() -> None:
    assert History(LOSS).epochs == 3
    assert History(np.zeros((4, 2))).epochs == 4


def test_the_best_epoch_is_counted_from_one_and_is_the_first_of_several() -> None:
    assert History(LOSS, np.array([0.8, 0.3, 0.3])).best_epoch == 2
    assert History(LOSS, np.array([0.2, 0.3, 0.3])).best_epoch == 1


def test_each_network_has_its_own_best_epoch() -> None:
    validation_loss = np.array([[0.8, 0.1, np.nan], [0.7, 0.2, 0.9], [0.6, 0.3, np.nan]])
    best = History(np.zeros((3, 3)), validation_loss).best_epoch
    np.testing.assert_array_equal(best, [3, 1, 2])


def test_without_validation_data_there_is_no_best_epoch() -> None:
    with pytest.raises(nn.InputValueError) as error:
        History(LOSS).best_epoch  # noqa: B018  (the property raises)
    assert str(error.value) == (
        "validation_loss: got None, expected validation losses. "
        "Train with validation=(x, y) or validation=0.2."
    )


def test_what_was_not_measured_is_none() -> None:
    history = History(LOSS)
    assert history.validation_loss is None
    assert history.metric is None
    assert history.validation_metric is None


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        History(LOSS).loss = LOSS  # type: ignore[misc]
