"""AdaGrad and RMSprop, worked by hand with numbers whose roots are whole."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from nnbyhand.errors import InputValueError
from nnbyhand.optimizers.adaptive import AdaGrad, Adam, AdamW, AdaptiveOptimizer, RMSprop
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.optimizers.momentum import SGD

ADAPTIVE = [AdaGrad, RMSprop, Adam, AdamW]
by_class = pytest.mark.parametrize("kind", ADAPTIVE, ids=lambda kind: kind.slug)


def walk(optimizer: Optimizer, start: float, gradients: list[float]) -> list[float]:
    theta = np.array([float(start)])
    state, path = optimizer.start(theta), []
    for gradient in gradients:
        theta, state = optimizer.step(theta, np.array([float(gradient)]), state)
        path.append(float(theta[0]))
    return path


def test_adagrad_worked_by_hand() -> None:
    # s = 0 + 9 = 9, and 10 - 2 * 3 / (3 + 1) = 8.5
    # s = 9 + 16 = 25, and 8.5 - 2 * 4 / (5 + 1) = 8.5 - 4/3
    # s = 25 + 144 = 169, and 8.5 - 4/3 + 2 * 12 / (13 + 1) = 8.5 - 4/3 + 12/7
    path = walk(AdaGrad(2, epsilon=1), 10, [3, 4, -12])
    assert path == pytest.approx([8.5, 8.5 - 4 / 3, 8.5 - 4 / 3 + 12 / 7], rel=1e-14)


def test_rmsprop_worked_by_hand() -> None:
    # s = 3/4 * 0 + 1/4 * 16 = 4, and 10 - 3 * 4 / (2 + 1) = 6
    # s = 3/4 * 4 + 1/4 * 4 = 4, and 6 - 3 * 2 / (2 + 1) = 4
    # s = 3/4 * 4 + 1/4 * 52 = 16, and 4 + 3 * sqrt(52) / (4 + 1)
    path = walk(RMSprop(3, alpha=0.75, epsilon=1), 10, [4, 2, -math.sqrt(52)])
    assert path == pytest.approx([6, 4, 4 + 0.6 * math.sqrt(52)], rel=1e-14)


@pytest.mark.parametrize(
    ("optimizer", "factor"),
    [
        (AdaGrad(0.1), 1),
        (RMSprop(0.1), 1 / math.sqrt(1 - 0.9)),
        (RMSprop(0.1, alpha=0.99), 1 / math.sqrt(1 - 0.99)),
        (Adam(0.1), 1),
        (AdamW(0.1), 1),
        (Adam(0.1, bias_correction=False), 0.1 / math.sqrt(0.001)),
    ],
    ids=repr,
)
def test_the_first_step_is_as_long_in_every_parameter(optimizer: Optimizer, factor: float) -> None:
    gradient = np.array([1e-3, -1.0, 1e3])
    moved, _ = optimizer.step(np.zeros(3), gradient, optimizer.start(np.zeros(3)))
    np.testing.assert_allclose(moved, 0.1 * factor * np.array([-1, 1, -1]), rtol=4e-4)


@pytest.mark.parametrize("kind", [RMSprop, Adam], ids=lambda kind: kind.slug)
def test_under_a_steady_gradient_every_step_is_the_rate(kind: type[Optimizer]) -> None:
    path = walk(kind(0.1), 0, [7.0] * 200)
    assert path[-2] - path[-1] == pytest.approx(0.1, rel=1e-6)


def test_adagrad_slows_down_for_good() -> None:
    # The sum of t equal squares is t g**2, so that step t is rate / sqrt(t).
    path = walk(AdaGrad(0.1), 0, [7.0] * 200)
    assert -np.diff(path, prepend=0) == pytest.approx(0.1 / np.sqrt(np.arange(1, 201)))


def test_what_is_remembered() -> None:
    for optimizer, vectors in [
        (AdaGrad(0.1), [[9 + 16]]),
        (RMSprop(0.1, alpha=0.75), [[0.75 * 9 / 4 + 16 / 4]]),
        (Adam(0.1, beta1=0.5, beta2=0.75), [[3 / 4 + 4 / 2], [0.75 * 9 / 4 + 16 / 4]]),
    ]:
        state = optimizer.start(np.zeros(1))
        assert all((vector == 0).all() for vector in state.vectors)
        for gradient in (3.0, 4.0):
            _, state = optimizer.step(np.zeros(1), np.array([gradient]), state)
        assert np.array(state.vectors).tolist() == vectors
        assert state.steps == 2


@by_class
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_gradient_of_zero_moves_nothing(
    kind: type[AdaptiveOptimizer], dtype: type[np.floating]
) -> None:
    theta = np.zeros(2, dtype)
    moved, _ = kind().step(theta, theta, kind().start(theta))
    np.testing.assert_array_equal(moved, theta)


@by_class
@pytest.mark.parametrize("epsilon", [0.0, -1e-8, math.inf, math.nan])
def test_epsilon_is_positive(kind: type[AdaptiveOptimizer], epsilon: float) -> None:
    with pytest.raises(InputValueError) as error:
        kind(epsilon=epsilon)
    assert str(error.value) == (
        f"epsilon: got {epsilon}, expected a number above 0 and below inf. "
        "It keeps a division by 0 away; 1e-8 is usual."
    )


def test_epsilon_must_not_vanish_in_the_dtype() -> None:
    with pytest.raises(InputValueError) as error:
        Adam().start(np.zeros(1, np.float16))
    assert str(error.value) == (
        "epsilon: got 1e-08, expected a number that float16 can tell from 0. "
        "Train in float32, or enlarge epsilon."
    )
    assert Adam(epsilon=1e-7).start(np.zeros(1, np.float16)).steps == 0
    assert SGD(0.1).start(np.zeros(1, np.float16)).steps == 0


def test_defaults() -> None:
    assert repr(AdaGrad()) == "AdaGrad(rate=0.01, epsilon=1e-10)"
    assert repr(RMSprop()) == "RMSprop(rate=0.001, epsilon=1e-08, alpha=0.9)"
    assert RMSprop(epsilon=np.float64(1), alpha=np.float64(0.5)) == RMSprop(epsilon=1, alpha=0.5)
    for value in (RMSprop(epsilon=1).epsilon, RMSprop(alpha=np.float64(0.5)).alpha):
        assert type(value) is float


@pytest.mark.parametrize("value", [0.0, 1.0, -0.1, math.nan])
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("alpha", lambda value: RMSprop(alpha=value)),
        ("beta1", lambda value: Adam(beta1=value)),
        ("beta2", lambda value: Adam(beta2=value)),
        ("beta2", lambda value: AdamW(beta2=value)),
    ],
)
def test_what_an_average_keeps_lies_between_0_and_1(
    name: str, make: Callable[[float], Optimizer], value: float
) -> None:
    with pytest.raises(InputValueError) as error:
        make(value)
    assert str(error.value) == (
        f"{name}: got {value}, expected a number above 0 and below 1. "
        "It is the part of the running average that each step keeps."
    )
