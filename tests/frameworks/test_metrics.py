"""The metrics agree with scikit-learn."""

from collections.abc import Callable

import numpy as np
import pytest
import sklearn.metrics

import nnbyhand as nn
from nnbyhand.confusion import confusion_matrix, f1, precision, recall
from nnbyhand.labels import one_hot
from nnbyhand.metrics import accuracy, log_loss, r2

RNG = np.random.default_rng(5)
SCORES = RNG.normal(scale=2, size=(200, 4))
LABELS = RNG.integers(0, 4, 200)
PREDICTED = SCORES.argmax(axis=1)
PAIRS = [
    (precision, sklearn.metrics.precision_score),
    (recall, sklearn.metrics.recall_score),
    (f1, sklearn.metrics.f1_score),
]


def close(ours: np.ndarray, theirs: np.ndarray | float) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


def test_accuracy_and_confusion_matrix() -> None:
    close(accuracy(SCORES, LABELS), sklearn.metrics.accuracy_score(LABELS, PREDICTED))
    theirs = sklearn.metrics.confusion_matrix(LABELS, PREDICTED)
    np.testing.assert_array_equal(confusion_matrix(SCORES, LABELS), theirs)
    np.testing.assert_array_equal(confusion_matrix(PREDICTED, LABELS), theirs)


@pytest.mark.parametrize("average", ["macro", "micro", None])
@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_shares(
    ours: Callable[..., np.ndarray], theirs: Callable[..., float], average: str | None
) -> None:
    expected = theirs(LABELS, PREDICTED, average=average)
    close(ours(SCORES, LABELS, average=average), expected)
    close(ours(PREDICTED, LABELS, average=average), expected)


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_shares_of_a_yes_or_no_question(
    ours: Callable[..., np.ndarray], theirs: Callable[..., float]
) -> None:
    z, y = SCORES[:, :1], (LABELS < 2).astype(float)[:, None]
    expected = theirs(y[:, 0], z[:, 0] > 0, average="binary")
    close(ours(z, y, average=None, threshold=0)[1], expected)


@pytest.mark.parametrize("average", ["macro", "micro", None])
@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_nothing_of_nothing(
    ours: Callable[..., np.ndarray], theirs: Callable[..., float], average: str | None
) -> None:
    predicted, y = np.array([0, 2, 2]), np.array([0, 1, 0])
    expected = theirs(y, predicted, labels=range(4), average=average, zero_division=0)
    close(ours(one_hot(predicted, 4), y, average=average), expected)


def test_log_loss() -> None:
    p = nn.softmax(SCORES)
    close(log_loss(p, LABELS), sklearn.metrics.log_loss(LABELS, p))
    q, y = nn.sigmoid(SCORES[:, :1]), (LABELS < 2).astype(float)[:, None]
    close(log_loss(q, y), sklearn.metrics.log_loss(y[:, 0], q[:, 0]))


def test_r2() -> None:
    y = SCORES + RNG.normal(size=SCORES.shape)
    close(r2(SCORES, y), sklearn.metrics.r2_score(y, SCORES))
    close(r2(SCORES[:, :1], y[:, :1]), sklearn.metrics.r2_score(y[:, 0], SCORES[:, 0]))
    constant = np.ones((3, 1))
    for outputs in (constant, constant * [[1], [2], [3]]):
        close(r2(outputs, constant), sklearn.metrics.r2_score(constant, outputs))
