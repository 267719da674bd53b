"""Adam and AdamW, worked by hand with numbers whose roots are whole."""

import math

import numpy as np
import pytest

from nnbyhand.errors import InputValueError
from nnbyhand.optimizers import OPTIMIZERS
from nnbyhand.optimizers.adaptive import Adam, AdamW
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.optimizers.schedules import ExponentialDecay


def walk(
    optimizer: Optimizer, start: float, gradients: list[float], *, mask: bool | None = None
) -> list[float]:
    theta = np.array([float(start)])
    state = optimizer.start(theta, None if mask is None else np.array([mask]))
    path = []
    for gradient in gradients:
        theta, state = optimizer.step(theta, np.array([float(gradient)]), state)
        path.append(float(theta[0]))
    return path


def test_adam_worked_by_hand() -> None:
    # m = 4/2 = 2, v = 16/4 = 4. Corrected: 2 / (1 - 1/2) = 4, and 4 / (1 - 3/4) = 16.
    # 10 - 0.5 * 4 / (4 + 1) = 9.6
    # m = 2/2 - 4/2 = -1, v = 3/4 * 4 + 16/4 = 7. Corrected: -1 / (1 - 1/4) = -4/3, and
    # 7 / (1 - 9/16) = 16. 9.6 + 0.5 * 4/3 / (4 + 1) = 9.6 + 2/15
    path = walk(Adam(0.5, beta1=0.5, beta2=0.75, epsilon=1), 10, [4, -4])
    assert path == pytest.approx([9.6, 9.6 + 2 / 15], rel=1e-14)


def test_adam_without_bias_correction_worked_by_hand() -> None:
    # m = 2, v = 4 as above: 10 - 0.5 * 2 / (2 + 1) = 10 - 1/3
    # m = 2/2 + 2/2 = 2, v = 3/4 * 4 + 4/4 = 4: again 1/3
    optimizer = Adam(0.5, beta1=0.5, beta2=0.75, epsilon=1, bias_correction=False)
    assert walk(optimizer, 10, [4, 2]) == pytest.approx([10 - 1 / 3, 10 - 2 / 3], rel=1e-14)


def test_adamw_worked_by_hand() -> None:
    # Decay: 10 - 0.5 * 0.2 * 10 = 9. Then Adam's first step as above: 9 - 0.4 = 8.6
    # Decay: 8.6 - 0.1 * 8.6 = 7.74. Then Adam's second step: 7.74 + 2/15
    optimizer = AdamW(0.5, beta1=0.5, beta2=0.75, epsilon=1, weight_decay=0.2)
    for mask in (None, True):
        assert walk(optimizer, 10, [4, -4], mask=mask) == pytest.approx(
            [8.6, 7.74 + 2 / 15], rel=1e-14
        )
    # A bias takes the steps of Adam alone.
    assert walk(optimizer, 10, [4, -4], mask=False) == pytest.approx([9.6, 9.6 + 2 / 15], rel=1e-14)


def test_decay_follows_the_schedule() -> None:
    # 8 - 1 * 0.5 * 8 = 4, then 4 - 0.5 * 0.5 * 4 = 3; gradients of 0 add nothing
    optimizer = AdamW(ExponentialDecay(1, factor=0.5), weight_decay=0.5)
    assert walk(optimizer, 8, [0, 0]) == [4, 3]


def test_decay_of_an_ensemble_with_a_rate_each() -> None:
    optimizer = AdamW(np.array([[1.0], [0.5]]), weight_decay=0.5)
    theta = np.array([[8.0, 8.0], [8.0, 8.0]])
    state = optimizer.start(theta, np.array([True, False]))
    moved, _ = optimizer.step(theta, np.zeros((2, 2)), state)
    # 8 - 1 * 0.5 * 8 = 4, and 8 - 0.5 * 0.5 * 8 = 6
    np.testing.assert_array_equal(moved, [[4, 8], [6, 8]])


def test_decay_is_not_the_gradient_of_a_penalty() -> None:
    # The gradient of an L2 penalty is divided by its own size: a weight of 1 moves as far as one
    # of 100. Decay takes the same fraction of both.
    theta = np.array([1.0, 100.0])
    adam, adamw = Adam(0.01), AdamW(0.01, weight_decay=0.5)
    penalized, _ = adam.step(theta, 0.5 * theta, adam.start(theta))
    decayed, _ = adamw.step(theta, np.zeros(2), adamw.start(theta))
    np.testing.assert_allclose(theta - penalized, [0.01, 0.01], rtol=1e-6)
    np.testing.assert_allclose(decayed / theta, [0.995, 0.995], rtol=1e-12)


def test_a_step_of_adam_is_hardly_longer_than_the_rate() -> None:
    gradients = np.random.default_rng(0).standard_t(df=2, size=500)
    path = walk(Adam(0.01), 0, list(gradients))
    assert np.abs(np.diff(path, prepend=0)).max() < 0.01 * (1 - 0.9) / math.sqrt(1 - 0.999)


def test_defaults() -> None:
    settings = "rate=0.001, epsilon=1e-08, beta1=0.9, beta2=0.999, bias_correction=True"
    assert repr(Adam()) == f"Adam({settings})"
    assert repr(AdamW()) == f"AdamW({settings}, weight_decay=0.01)"
    for value in (AdamW(weight_decay=1).weight_decay, AdamW(beta1=np.float64(0.5)).beta1):
        assert type(value) is float


@pytest.mark.parametrize("decay", [-0.1, math.inf, math.nan])
def test_a_decay_is_not_negative(decay: float) -> None:
    with pytest.raises(InputValueError) as error:
        AdamW(weight_decay=decay)
    assert error.value.argument == "weight_decay"
    assert error.value.got == f"{decay}"
    assert error.value.hint == "A negative decay would make the weights grow; 0 is nn.Adam."


def test_without_decay_it_is_adam() -> None:
    assert walk(AdamW(0.1, weight_decay=0), 3, [4, -2, 1]) == walk(Adam(0.1), 3, [4, -2, 1])


def test_names_and_slugs() -> None:
    assert [(optimizer.name, optimizer.slug) for optimizer in OPTIMIZERS] == [
        ("SGD", "sgd"),
        ("momentum", "momentum"),
        ("Nesterov", "nesterov"),
        ("AdaGrad", "adagrad"),
        ("RMSprop", "rmsprop"),
        ("Adam", "adam"),
        ("AdamW", "adamw"),
    ]
