"""The losses agree with the frameworks that readers will use next."""

from collections.abc import Callable

import numpy as np
import pytest
import scipy.special
import sklearn.metrics
import torch
from numpy.typing import NDArray
from torch.nn import functional

import nnbyhand as nn
from nnbyhand.losses.base import Loss
from nnbyhand.losses.binary_cross_entropy import BinaryCrossEntropy, BinaryCrossEntropyFromLogits
from nnbyhand.losses.cross_entropy import CrossEntropy, CrossEntropyFromLogits
from nnbyhand.losses.regression import Huber, half_mse, huber, mae, mse

Array = NDArray[np.float64]
Function = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
RNG = np.random.default_rng(7)
Z = RNG.normal(scale=3, size=(6, 4))
NUMBERS = RNG.normal(scale=3, size=Z.shape)
ANSWERS = RNG.integers(2, size=Z.shape).astype(float)
LABELS = np.array([2, 0, 3, 1, 3, 3])
ONE_HOT = np.eye(4)[LABELS]
SOFT = nn.softmax(NUMBERS)
WEIGHTS = np.array([0.5, 2.0, 1.25, 3.0])
TORCH_WEIGHTS = torch.tensor(WEIGHTS)


def smooth(y: torch.Tensor, classes: int) -> torch.Tensor:
    return y * 0.9 + 0.1 / classes


def from_logits(z: torch.Tensor, y: torch.Tensor, **options: object) -> torch.Tensor:
    return functional.binary_cross_entropy_with_logits(z, y, **options)


CASES: dict[str, tuple[Loss, Array, NDArray[np.generic], Function]] = {
    "MSE": (mse, Z, NUMBERS, functional.mse_loss),
    "half MSE": (half_mse, Z, NUMBERS, lambda a, y: functional.mse_loss(a, y) / 2),
    "MAE": (mae, Z, NUMBERS, functional.l1_loss),
    "MAE at its kink": (mae, Z, Z, functional.l1_loss),
    "Huber": (huber, Z, NUMBERS, functional.huber_loss),
    "Huber 2.5": (
        Huber(delta=2.5),
        Z,
        NUMBERS,
        lambda a, y: functional.huber_loss(a, y, delta=2.5),
    ),
    "binary": (BinaryCrossEntropy(), nn.sigmoid(Z), ANSWERS, functional.binary_cross_entropy),
    "binary, soft targets": (
        BinaryCrossEntropy(),
        nn.sigmoid(Z),
        SOFT,
        functional.binary_cross_entropy,
    ),
    "binary, smoothed": (
        BinaryCrossEntropy(label_smoothing=0.1),
        nn.sigmoid(Z),
        ANSWERS,
        lambda p, y: functional.binary_cross_entropy(p, smooth(y, 2)),
    ),
    "binary, positive weight": (
        BinaryCrossEntropy(positive_weight=3),
        nn.sigmoid(Z),
        ANSWERS,
        lambda p, y: functional.binary_cross_entropy(p, y, weight=1 + 2 * y),
    ),
    "logits": (BinaryCrossEntropyFromLogits(), Z, ANSWERS, from_logits),
    "logits, soft targets": (BinaryCrossEntropyFromLogits(), Z, SOFT, from_logits),
    "logits, large": (BinaryCrossEntropyFromLogits(), 100 * Z, ANSWERS, from_logits),
    "logits, positive weight": (
        BinaryCrossEntropyFromLogits(positive_weight=3),
        Z,
        SOFT,
        lambda z, y: from_logits(z, y, pos_weight=torch.tensor(3.0)),
    ),
    "logits, both": (
        BinaryCrossEntropyFromLogits(label_smoothing=0.1, positive_weight=3),
        Z,
        ANSWERS,
        lambda z, y: from_logits(z, smooth(y, 2), pos_weight=torch.tensor(3.0)),
    ),
}
# Options of both cross-entropies, with the targets, as the package and as PyTorch call them.
OPTIONS: dict[str, tuple[dict[str, object], dict[str, object], NDArray[np.generic]]] = {
    "labels": ({}, {}, LABELS),
    "one-hot rows": ({}, {}, ONE_HOT),
    "soft targets": ({}, {}, SOFT),
    "smoothed labels": ({"label_smoothing": 0.1}, {"label_smoothing": 0.1}, LABELS),
    "smoothed soft targets": ({"label_smoothing": 0.1}, {"label_smoothing": 0.1}, SOFT),
    "weights": ({"class_weights": WEIGHTS}, {"weight": TORCH_WEIGHTS}, LABELS),
    "weights and smoothing": (
        {"class_weights": WEIGHTS, "label_smoothing": 0.1},
        {"weight": TORCH_WEIGHTS, "label_smoothing": 0.1},
        LABELS,
    ),
}


def close(ours: Array, theirs: Array) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


def of_pytorch(
    function: Function, outputs: Array, targets: NDArray[np.generic]
) -> tuple[Array, Array]:
    tensor = torch.tensor(outputs, requires_grad=True)
    value = function(tensor, torch.tensor(targets))
    value.backward()
    assert tensor.grad is not None
    return value.detach().numpy(), tensor.grad.numpy()


@pytest.mark.parametrize("case", CASES)
def test_value_and_gradient_of_pytorch(case: str) -> None:
    loss, outputs, targets, function = CASES[case]
    value, gradient = of_pytorch(function, outputs, targets)
    close(loss(outputs, targets), value)
    close(loss.gradient(outputs, targets), gradient)


@pytest.mark.parametrize("scale", [1, 100])
@pytest.mark.parametrize("case", OPTIONS)
def test_cross_entropy_from_logits_of_pytorch(case: str, scale: float) -> None:
    ours, theirs, targets = OPTIONS[case]
    value, gradient = of_pytorch(
        lambda z, y: functional.cross_entropy(z, y, **theirs), scale * Z, targets
    )
    loss = CrossEntropyFromLogits(**ours)
    close(loss(scale * Z, targets), value)
    close(loss.gradient(scale * Z, targets), gradient)


@pytest.mark.parametrize("case", OPTIONS)
def test_cross_entropy_behind_a_softmax_of_pytorch(case: str) -> None:
    ours, theirs, targets = OPTIONS[case]
    value, gradient = of_pytorch(lambda z, y: functional.cross_entropy(z, y, **theirs), Z, targets)
    loss = CrossEntropy(**ours)
    close(loss(nn.softmax(Z), targets), value)
    close(nn.softmax.backward(Z, loss.gradient(nn.softmax(Z), targets)), gradient)


@pytest.mark.parametrize("weights", [None, WEIGHTS])
def test_cross_entropy_from_probabilities_of_pytorch(weights: Array | None) -> None:
    theirs = None if weights is None else torch.tensor(weights)
    value, gradient = of_pytorch(
        lambda p, y: functional.nll_loss(p.log(), y, weight=theirs), nn.softmax(Z), LABELS
    )
    loss = CrossEntropy(class_weights=weights)
    close(loss(nn.softmax(Z), LABELS), value)
    close(loss.gradient(nn.softmax(Z), LABELS), gradient)


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_pytorch_divides_weighted_rows_by_their_number(smoothing: float) -> None:
    # The package divides rows as it divides labels: by the weights of the targets.
    value, gradient = of_pytorch(
        lambda z, y: functional.cross_entropy(
            z, y, weight=TORCH_WEIGHTS, label_smoothing=smoothing
        ),
        Z,
        SOFT,
    )
    ratio = len(SOFT) / (SOFT * WEIGHTS).sum()
    loss = CrossEntropyFromLogits(label_smoothing=smoothing, class_weights=WEIGHTS)
    close(loss(Z, SOFT), value * ratio)
    close(loss.gradient(Z, SOFT), gradient * ratio)


def test_value_of_scikit_learn() -> None:
    p = nn.softmax(Z)
    close(CrossEntropy()(p, LABELS), sklearn.metrics.log_loss(LABELS, p))
    weighted = sklearn.metrics.log_loss(LABELS, p, sample_weight=WEIGHTS[LABELS])
    close(CrossEntropy(class_weights=WEIGHTS)(p, LABELS), weighted)
    column, answers = nn.sigmoid(Z[:, :1]), ANSWERS[:, :1]
    close(BinaryCrossEntropy()(column, answers), sklearn.metrics.log_loss(answers[:, 0], column))
    close(mse(Z, NUMBERS), sklearn.metrics.mean_squared_error(NUMBERS, Z))
    close(mae(Z, NUMBERS), sklearn.metrics.mean_absolute_error(NUMBERS, Z))


@pytest.mark.parametrize("delta", [0.5, 1.0, 4.0])
def test_value_of_scipy(delta: float) -> None:
    close(Huber(delta=delta)(Z, NUMBERS), scipy.special.huber(delta, Z - NUMBERS).mean())
    surprise = -scipy.special.xlogy(ANSWERS, nn.sigmoid(Z))
    surprise -= scipy.special.xlog1py(1 - ANSWERS, -nn.sigmoid(Z))
    close(BinaryCrossEntropy()(nn.sigmoid(Z), ANSWERS), surprise.mean())
    surprise = -(ONE_HOT * scipy.special.log_softmax(Z, axis=-1)).sum(axis=-1)
    close(CrossEntropyFromLogits()(Z, LABELS), surprise.mean())
