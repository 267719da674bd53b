"""Normalization, dropout, clipping and the L2 penalty do what PyTorch does."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from nnbyhand.layers.base import Layer, Mode
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.optimizers.clipping import clip_by_norm, clip_by_value
from nnbyhand.training.penalties import L2

Array = NDArray[np.float64]
RNG = np.random.default_rng(8)
BATCHES = [RNG.normal(1, 3, size=(examples, 5)) for examples in (7, 2, 32)]
GAMMA, BETA = RNG.normal(size=(2, 5))
# Tensors of several shapes, whose gradients together are the vector.
SHAPES = [(5, 4), (4,), (4, 3), (3,)]
VECTOR = RNG.normal(size=20 + 4 + 12 + 3)


def close(ours: object, theirs: torch.Tensor) -> None:
    np.testing.assert_allclose(ours, theirs.detach().numpy(), rtol=1e-12, atol=1e-13)


def with_gamma_and_beta(module: torch.nn.Module) -> torch.nn.Module:
    with torch.no_grad():
        module.weight.copy_(torch.tensor(GAMMA))
        module.bias.copy_(torch.tensor(BETA))
    return module


def compare(
    ours: Layer, theirs: torch.nn.Module, x: Array, statistics: tuple[Array, ...], mode: Mode
) -> tuple[Array, ...]:
    """Compare outputs and gradients; return the statistics after the pass."""
    upstream = np.random.default_rng(len(x)).normal(size=x.shape)
    theirs.zero_grad()
    tensor = torch.tensor(x, requires_grad=True)
    expected = theirs(tensor)
    expected.backward(torch.tensor(upstream))

    outputs, cache, after = ours.forward((GAMMA, BETA), statistics, x, mode)
    gradient = (np.empty(5), np.empty(5))
    gx = ours.backward((GAMMA, BETA), cache, upstream, gradient, to_inputs=True)
    close(outputs, expected)
    close(gradient[0], theirs.weight.grad)
    close(gradient[1], theirs.bias.grad)
    close(gx, tensor.grad)
    return tuple(after)


@pytest.mark.parametrize("arguments", [(0.1, 1e-5), (0.37, 0.02)])
def test_batch_normalization(arguments: tuple[float, float]) -> None:
    momentum, epsilon = arguments
    theirs = with_gamma_and_beta(
        torch.nn.BatchNorm1d(5, eps=epsilon, momentum=momentum, dtype=torch.float64)
    )
    ours = BatchNorm(momentum, epsilon)
    statistics: tuple[Array, ...] = tuple(
        np.full(array.shape, array.start) for array in ours.statistics(5)
    )
    for batch in BATCHES:
        theirs.train()
        statistics = compare(ours, theirs, batch, statistics, Mode(training=True))
        close(statistics[0], theirs.running_mean)
        close(statistics[1], theirs.running_var)
        theirs.eval()
        statistics = compare(ours, theirs, batch, statistics, Mode())
        close(statistics[0], theirs.running_mean)


def test_defaults_are_those_of_pytorch() -> None:
    theirs = torch.nn.BatchNorm1d(5)
    assert BatchNorm() == BatchNorm(theirs.momentum, theirs.eps)
    assert LayerNorm() == LayerNorm(torch.nn.LayerNorm(5).eps)


@pytest.mark.parametrize("epsilon", [1e-5, 0.02])
@pytest.mark.parametrize("x", BATCHES, ids=len)
def test_layer_normalization(x: Array, epsilon: float) -> None:
    theirs = with_gamma_and_beta(torch.nn.LayerNorm(5, eps=epsilon, dtype=torch.float64))
    compare(LayerNorm(epsilon), theirs, x, (), Mode(training=True))
    compare(LayerNorm(epsilon), theirs.eval(), x, (), Mode())


class Draws(np.random.Generator):
    """A generator that draws 1 where a number shall be kept and 0 where not."""

    def __init__(self, kept: NDArray[np.bool_]) -> None:
        super().__init__(np.random.PCG64(0))
        self.kept = kept

    def random(self, size: tuple[int, ...]) -> Array:  # type: ignore[override]
        return self.kept.astype(float).reshape(size)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.75])
def test_dropout_with_the_mask_of_pytorch(rate: float) -> None:
    torch.manual_seed(3)
    x, upstream = BATCHES[2], BATCHES[2][::-1].copy()
    tensor = torch.tensor(x, requires_grad=True)
    expected = functional.dropout(tensor, rate, training=True)
    expected.backward(torch.tensor(upstream))
    kept = expected.detach().numpy() != 0
    assert 0 < kept.sum() < kept.size

    outputs, mask, _ = Dropout(rate).forward((), (), x, Mode(training=True, rng=Draws(kept)))
    close(outputs, expected)
    close(Dropout(rate).backward((), mask, upstream, (), to_inputs=True), tensor.grad)
    still = functional.dropout(tensor, rate, training=False)
    close(Dropout(rate).forward((), (), x, Mode()).outputs, still)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.75])
def test_dropout_keeps_the_mean_as_pytorch_does(rate: float) -> None:
    torch.manual_seed(4)
    ones = np.ones((200, 500))
    mode = Mode(training=True, rng=np.random.default_rng(4))
    ours = Dropout(rate).forward((), (), ones, mode).outputs
    theirs = functional.dropout(torch.tensor(ones), rate).numpy()
    np.testing.assert_allclose(np.unique(ours), np.unique(theirs), rtol=1e-15)
    # Five standard deviations of a mean over 100,000 numbers
    tolerance = 5 * np.sqrt(rate / (1 - rate) / ones.size)
    assert abs(ours.mean() - 1) < tolerance
    assert abs(theirs.mean() - 1) < tolerance


def tensors(gradient: Array) -> list[torch.Tensor]:
    """Return tensors of several shapes whose gradients, one after the other, are the vector."""
    made = [torch.zeros(shape, dtype=torch.float64) for shape in SHAPES]
    parts = np.split(gradient, np.cumsum([tensor.numel() for tensor in made])[:-1])
    for tensor, part in zip(made, parts, strict=True):
        tensor.grad = torch.tensor(part.reshape(tensor.shape))
    return made


def joined(parameters: list[torch.Tensor]) -> torch.Tensor:
    return torch.cat([parameter.grad.ravel() for parameter in parameters])


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e6, 0.0])
@pytest.mark.parametrize("limit", [1e-3, 0.5, float(np.linalg.norm(VECTOR)), 1e3])
def test_clipping(scale: float, limit: float) -> None:
    gradient = scale * VECTOR
    by_norm, by_value = tensors(gradient), tensors(gradient)
    clip_grad_norm_(by_norm, limit)
    clip_grad_value_(by_value, limit)
    close(clip_by_norm(gradient, limit), joined(by_norm))
    close(clip_by_value(gradient, limit), joined(by_value))


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_l2_is_the_weight_decay_of_pytorchs_sgd(momentum: float) -> None:
    rate, strength = 0.1, 0.3
    theirs = torch.tensor(VECTOR, requires_grad=True)
    optimizer = torch.optim.SGD([theirs], lr=rate, momentum=momentum, weight_decay=strength)
    mask = np.ones(VECTOR.size, bool)  # PyTorch spares no biases
    ours, velocity = VECTOR, np.zeros_like(VECTOR)
    for _ in range(3):
        optimizer.zero_grad()
        theirs.sin().sum().backward()
        optimizer.step()
        velocity = momentum * velocity + np.cos(ours) + L2(strength).gradient(ours, mask)
        ours = ours - rate * velocity
        close(ours, theirs)
