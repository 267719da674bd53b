"""Ten steps of every optimizer and schedule, as the frameworks take them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer
from torch.optim import lr_scheduler

from nnbyhand.optimizers import OPTIMIZERS
from nnbyhand.optimizers.adaptive import AdaGrad, Adam, AdamW, RMSprop
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.optimizers.momentum import SGD, Momentum, Nesterov
from nnbyhand.optimizers.schedules import (
    ConstantRate,
    CosineDecay,
    ExponentialDecay,
    StepDecay,
    WarmUp,
)

Array = NDArray[np.float64]
STEPS = 10
START = np.random.default_rng(5).normal(size=12)
SCALES = np.logspace(-1, 1, START.size)

# Each with defaults where both have the same, and with every setting changed.
TORCH: list[tuple[Optimizer, Callable[..., torch.optim.Optimizer], dict[str, Any]]] = [
    (SGD(0.05), torch.optim.SGD, {"lr": 0.05}),
    (Momentum(0.05), torch.optim.SGD, {"lr": 0.05, "momentum": 0.9}),
    (Momentum(0.02, 0.5), torch.optim.SGD, {"lr": 0.02, "momentum": 0.5}),
    (Nesterov(0.05), torch.optim.SGD, {"lr": 0.05, "momentum": 0.9, "nesterov": True}),
    (Nesterov(0.02, 0.5), torch.optim.SGD, {"lr": 0.02, "momentum": 0.5, "nesterov": True}),
    (AdaGrad(), torch.optim.Adagrad, {}),
    (AdaGrad(0.2, epsilon=0.1), torch.optim.Adagrad, {"lr": 0.2, "eps": 0.1}),
    (RMSprop(), torch.optim.RMSprop, {"lr": 0.001, "alpha": 0.9}),
    (RMSprop(0.01, alpha=0.99), torch.optim.RMSprop, {}),
    (RMSprop(0.1, epsilon=0.1), torch.optim.RMSprop, {"lr": 0.1, "alpha": 0.9, "eps": 0.1}),
    (Adam(), torch.optim.Adam, {}),
    (
        Adam(0.1, beta1=0.8, beta2=0.95, epsilon=0.1),
        torch.optim.Adam,
        {"lr": 0.1, "betas": (0.8, 0.95), "eps": 0.1},
    ),
    (AdamW(), torch.optim.AdamW, {}),
    (
        AdamW(0.1, beta1=0.8, beta2=0.95, epsilon=0.1, weight_decay=0.3),
        torch.optim.AdamW,
        {"lr": 0.1, "betas": (0.8, 0.95), "eps": 0.1, "weight_decay": 0.3},
    ),
]
SCHEDULES: dict[str, tuple[Callable[[int], float], Callable[[Any], lr_scheduler.LRScheduler]]] = {
    "constant": (
        ConstantRate(0.1),
        lambda optimizer: lr_scheduler.ConstantLR(optimizer, factor=1.0),
    ),
    "step": (
        StepDecay(0.1, every=3, factor=0.4),
        lambda optimizer: lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.4),
    ),
    "exponential": (
        ExponentialDecay(0.1, factor=0.8),
        lambda optimizer: lr_scheduler.ExponentialLR(optimizer, gamma=0.8),
    ),
    "cosine": (
        CosineDecay(0.1, steps=STEPS, final=0.01),
        lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, T_max=STEPS, eta_min=0.01),
    ),
    "warm-up": (
        WarmUp(4, then=CosineDecay(0.1, steps=8)),
        lambda optimizer: lr_scheduler.SequentialLR(
            optimizer,
            [
                lr_scheduler.LinearLR(optimizer, start_factor=1 / 5, total_iters=4),
                lr_scheduler.CosineAnnealingLR(optimizer, T_max=8),
            ],
            milestones=[4],
        ),
    ),
}


def bent(theta: Array) -> Array:
    """Gradient of sum(-scales * cos(theta) + theta**4 / 4)."""
    return SCALES * np.sin(theta) + theta**3


def bent_loss(theta: torch.Tensor) -> torch.Tensor:
    """Return the function whose gradient PyTorch finds for itself."""
    return torch.sum(theta**4 / 4 - torch.tensor(SCALES) * torch.cos(theta))


def ours(optimizer: Optimizer, mask: NDArray[np.bool_] | None = None) -> Array:
    theta = START
    state, path = optimizer.start(theta, mask), []
    for _ in range(STEPS):
        theta, state = optimizer.step(theta, bent(theta), state)
        path.append(theta)
    return np.array(path)


def torchs(
    make: Callable[[list[torch.Tensor]], torch.optim.Optimizer],
    schedule: Callable[[Any], lr_scheduler.LRScheduler] | None = None,
) -> Array:
    theta = torch.tensor(START, requires_grad=True)
    optimizer = make([theta])
    scheduler = schedule(optimizer) if schedule else None
    path = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        bent_loss(theta).backward()
        optimizer.step()
        if scheduler:
            scheduler.step()
        path.append(theta.detach().numpy().copy())
    return np.array(path)


def scikit_learns(optimizer: AdamOptimizer | SGDOptimizer, theta: Array) -> Array:
    path = []
    for _ in range(STEPS):
        optimizer.update_params([theta], [bent(theta)])
        path.append(theta.copy())
    return np.array(path)


def close(left: Array, right: Array) -> None:
    assert np.abs(left - START).max() > 1e-3
    np.testing.assert_allclose(left, right, rtol=1e-12, atol=1e-13)


def test_every_optimizer_is_compared() -> None:
    assert {type(optimizer) for optimizer, _, _ in TORCH} == {*OPTIMIZERS}


@pytest.mark.parametrize(
    ("optimizer", "theirs", "settings"), TORCH, ids=[repr(optimizer) for optimizer, _, _ in TORCH]
)
def test_ten_steps_of_pytorch(
    optimizer: Optimizer, theirs: Callable[..., torch.optim.Optimizer], settings: dict[str, Any]
) -> None:
    close(ours(optimizer), torchs(lambda thetas: theirs(thetas, **settings)))


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.slug)
def test_ten_steps_of_pytorch_under_every_schedule(kind: type[Optimizer], name: str) -> None:
    schedule, theirs = SCHEDULES[name]
    make = {
        "sgd": torch.optim.SGD,
        "momentum": lambda thetas, lr: torch.optim.SGD(thetas, lr, momentum=0.9),
        "nesterov": lambda thetas, lr: torch.optim.SGD(thetas, lr, momentum=0.9, nesterov=True),
        "adagrad": torch.optim.Adagrad,
        "rmsprop": lambda thetas, lr: torch.optim.RMSprop(thetas, lr, alpha=0.9),
        "adam": torch.optim.Adam,
        "adamw": torch.optim.AdamW,
    }[kind.slug]
    close(ours(kind(schedule)), torchs(lambda thetas: make(thetas, lr=0.1), theirs))


def test_a_weight_mask_is_pytorchs_group_without_decay() -> None:
    mask = np.arange(START.size) % 3 != 0
    weights = torch.tensor(START[mask], requires_grad=True)
    biases = torch.tensor(START[~mask], requires_grad=True)
    optimizer = torch.optim.AdamW(
        [{"params": [weights], "weight_decay": 0.3}, {"params": [biases], "weight_decay": 0.0}],
        lr=0.1,
    )
    path = []
    for _ in range(STEPS):
        theta = np.empty_like(START)
        theta[mask], theta[~mask] = weights.detach().numpy(), biases.detach().numpy()
        weights.grad, biases.grad = (torch.tensor(bent(theta)[m]) for m in (mask, ~mask))
        optimizer.step()
        theta[mask], theta[~mask] = weights.detach().numpy(), biases.detach().numpy()
        path.append(theta)
    close(ours(AdamW(0.1, weight_decay=0.3), mask), np.array(path))


@pytest.mark.parametrize(
    ("optimizer", "settings"),
    [
        (SGD(0.05), {"momentum": 0.0, "nesterov": False}),
        (Momentum(0.05), {"nesterov": False}),
        (Nesterov(0.05, 0.8), {"momentum": 0.8, "nesterov": True}),
    ],
    ids=repr,
)
def test_ten_steps_of_scikit_learn(optimizer: Optimizer, settings: dict[str, Any]) -> None:
    theta = START.copy()
    theirs = SGDOptimizer([theta], learning_rate_init=0.05, **settings)
    close(ours(optimizer), scikit_learns(theirs, theta))


def test_ten_steps_of_scikit_learns_adam() -> None:
    # It adds epsilon before the bias correction: to the same effect, it must be smaller there.
    theta, path = START.copy(), []
    theirs = AdamOptimizer([theta], 0.1, beta_1=0.8, beta_2=0.95)
    for step in range(1, STEPS + 1):
        theirs.epsilon = 0.1 * np.sqrt(1 - 0.95**step)
        theirs.update_params([theta], [bent(theta)])
        path.append(theta.copy())
    close(ours(Adam(0.1, beta1=0.8, beta2=0.95, epsilon=0.1)), np.array(path))
