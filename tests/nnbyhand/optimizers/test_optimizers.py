"""The three optimizers with one rate, worked by hand, and what holds for all seven."""

import math
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.optimizers import OPTIMIZERS
from nnbyhand.optimizers.adaptive import AdamW
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.optimizers.momentum import SGD, Momentum, Nesterov
from nnbyhand.optimizers.schedules import CosineDecay, ExponentialDecay

Gradient = Callable[[np.ndarray], np.ndarray]
by_class = pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.slug)
MASK = np.array([True, False, True, True])


def walk(
    optimizer: Optimizer,
    theta: np.ndarray,
    gradient: Gradient,
    steps: int,
    weight_mask: np.ndarray | None = None,
) -> np.ndarray:
    """Return the parameters before the first step and after each."""
    state = optimizer.start(theta, weight_mask)
    path = [theta]
    for _ in range(steps):
        theta, state = optimizer.step(theta, gradient(theta), state)
        path.append(theta)
    assert state.steps == steps
    return np.array(path)


def bent(theta: np.ndarray) -> np.ndarray:
    """Gradient of a function that is no quadratic, with every entry of its own scale."""
    scales = np.logspace(-1, 1, theta.shape[-1]).astype(theta.dtype)
    return np.asarray(scales * np.sin(theta) + theta**3 / 10)


def given_gradients(*gradients: float) -> Gradient:
    """Return the next of the given gradients at every call, wherever the point is."""
    remaining = iter(gradients)
    return lambda _: np.array([float(next(remaining))])


def test_sgd_worked_by_hand() -> None:
    # f = x**2 has the gradient 2x. From 3: 3 - 0.25 * 6 = 1.5, and 1.5 - 0.25 * 3 = 0.75
    path = walk(SGD(0.25), np.array([3.0]), lambda x: 2 * x, 2)
    np.testing.assert_array_equal(path, [[3], [1.5], [0.75]])


def test_momentum_worked_by_hand() -> None:
    # v = 0 / 2 + 2 = 2, and 10 - 0.5 * 2 = 9
    # v = 2 / 2 + 4 = 5, and 9 - 0.5 * 5 = 6.5
    # v = 5 / 2 - 1 = 1.5, and 6.5 - 0.5 * 1.5 = 5.75: it rolls on, against the last gradient
    path = walk(Momentum(0.5, momentum=0.5), np.array([10.0]), given_gradients(2, 4, -1), 3)
    np.testing.assert_array_equal(path, [[10], [9], [6.5], [5.75]])


def test_nesterov_worked_by_hand() -> None:
    # v = 0 / 2 + 2 = 2, and 10 - 0.5 * (2 + 2 / 2) = 8.5
    # v = 2 / 2 + 4 = 5, and 8.5 - 0.5 * (4 + 5 / 2) = 5.25
    path = walk(Nesterov(0.5, momentum=0.5), np.array([10.0]), given_gradients(2, 4), 2)
    np.testing.assert_array_equal(path, [[10], [8.5], [5.25]])


def test_velocity_is_what_is_remembered() -> None:
    optimizer, theta = Momentum(0.5, momentum=0.5), np.array([10.0])
    state = optimizer.start(theta)
    np.testing.assert_array_equal(state.vectors, [[0]])
    for gradient, velocity in [(2, 2), (4, 5)]:
        theta, state = optimizer.step(theta, np.array([float(gradient)]), state)
        np.testing.assert_array_equal(state.vectors, [[velocity]])


def test_a_steady_gradient_is_multiplied_by_one_over_one_minus_momentum() -> None:
    path = walk(Momentum(0.1, momentum=0.9), np.zeros(1), np.ones_like, 300)
    assert path[-2] - path[-1] == pytest.approx(0.1 / (1 - 0.9))


def test_momentum_equals_the_classical_form_at_a_constant_rate() -> None:
    # Sutskever et al. 2013, equations 1 and 2: v = mu v - rate g(x), x = x + v
    x, v = np.array([1.0, -2.0, 0.5]), np.zeros(3)
    path = walk(Momentum(0.1, momentum=0.8), x, bent, 30)
    for ours in path:
        np.testing.assert_allclose(ours, x, rtol=1e-12, atol=1e-15)
        v = 0.8 * v - 0.1 * bent(x)
        x = x + v


def test_nesterov_is_the_point_ahead_of_the_classical_form() -> None:
    # Sutskever et al. 2013, equations 3 and 4: v = mu v - rate g(x + mu v), x = x + v
    x, v = np.array([1.0, -2.0, 0.5]), np.zeros(3)
    path = walk(Nesterov(0.1, momentum=0.8), x, bent, 30)
    for ours in path:
        np.testing.assert_allclose(ours, x + 0.8 * v, rtol=1e-12, atol=1e-15)
        v = 0.8 * v - 0.1 * bent(x + 0.8 * v)
        x = x + v


def test_a_falling_rate_slows_the_velocity_at_once() -> None:
    # v = 1, moves 1 * 1; v = 1/2, moves 1/4 * 1/2. The classical form would move by 1/2 again.
    optimizer = Momentum(ExponentialDecay(1, factor=0.25), momentum=0.5)
    path = walk(optimizer, np.array([0.0]), given_gradients(1, 0), 2)
    np.testing.assert_array_equal(path, [[0], [-1], [-1.125]])


@pytest.mark.parametrize(
    ("make", "limit"),
    [
        # The largest curvature times the rate must stay below ...
        (SGD, 2),  # |1 - a| < 1
        (Momentum, 2 * 1.9),  # x**2 - (1.9 - a) x + 0.9 has roots inside the unit circle
        (Nesterov, 2 * 1.9 / 2.8),  # x**2 - 1.9 (1 - a) x + 0.9 (1 - a) has
    ],
)
def test_the_largest_curvature_sets_the_critical_rate(
    make: Callable[[float], Optimizer], limit: float
) -> None:
    rotation = np.array([[0.6, -0.8], [0.8, 0.6]])
    hessian = rotation @ np.diag([0.5, 5.0]) @ rotation.T
    critical = limit / np.linalg.eigvalsh(hessian).max()
    for factor, converges in [(0.99, True), (1.01, False)]:
        path = walk(make(factor * critical), np.array([1.0, 1.0]), lambda x: hessian @ x, 600)
        size = np.linalg.norm(path[-1])
        assert size < 1e-3 if converges else size > 1e3


@by_class
def test_it_goes_downhill_to_the_minimum(kind: type[Optimizer]) -> None:
    rate = {"adagrad": 0.5, "sgd": 0.1}.get(kind.slug, 0.02)
    optimizer = kind(CosineDecay(rate, steps=400))
    path = walk(optimizer, np.array([1.0, -2.0, 0.5, 1.5]), np.tanh, 400, np.zeros(4, bool))
    assert np.abs(path[-1]).max() < 0.05


@by_class
def test_a_schedule_is_called_with_the_steps_made(kind: type[Optimizer]) -> None:
    calls = []

    def schedule(step: int) -> float:
        calls.append(step)
        return 0.1 / (step + 1)

    scheduled = walk(kind(schedule), np.ones(4), bent, 3)
    assert sorted({*calls}) == [0, 1, 2]
    optimizers = [kind(0.1), kind(0.1 / 2), kind(0.1 / 3)]
    theta = np.ones(4)
    state = optimizers[0].start(theta)
    for optimizer, expected in zip(optimizers, scheduled[1:], strict=True):
        theta, state = optimizer.step(theta, bent(theta), state)
        np.testing.assert_array_equal(theta, expected)


@by_class
def test_an_ensemble_of_rates_equals_a_loop(kind: type[Optimizer]) -> None:
    theta = np.random.default_rng(0).normal(size=(3, 4))
    rates = np.array([[0.1], [0.01], [0.003]])
    together = walk(kind(rates), theta, bent, 5, MASK)
    for network, rate in enumerate(rates[:, 0]):
        alone = walk(kind(rate), theta[network], bent, 5, MASK)
        np.testing.assert_array_equal(together[:, network], alone)


@by_class
def test_two_ensemble_axes_equal_a_loop(kind: type[Optimizer]) -> None:
    theta = np.random.default_rng(0).normal(size=(2, 3, 4))
    together = walk(kind(0.1), theta, bent, 3)
    for index in np.ndindex(2, 3):
        np.testing.assert_array_equal(
            together[(slice(None), *index)], walk(kind(0.1), theta[index], bent, 3)
        )


@by_class
def test_parameters_can_have_a_rate_each(kind: type[Optimizer]) -> None:
    rates = np.array([0.1, 0.2, 0.3, 0.4])
    together = walk(kind(rates), np.ones(4), np.sin, 3)
    for index, rate in enumerate(rates):
        alone = walk(kind(rate), np.ones(1), np.sin, 3)
        np.testing.assert_array_equal(together[:, index], alone[:, 0])


@by_class
@pytest.mark.parametrize(
    "rate",
    [
        0.1,
        1,
        np.float64(0.1),
        np.float32(0.1),
        np.full((2, 1), 0.1),
        np.full((2, 1), 0.1, np.float32),
        lambda _: np.float64(0.1),
    ],
    ids=["float", "int", "float64", "float32", "array64", "array32", "schedule64"],
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_parameters_keep_their_dtype(
    kind: type[Optimizer], rate: float, dtype: type[np.floating]
) -> None:
    optimizer, theta = kind(rate), np.ones((2, 4), dtype)
    state = optimizer.start(theta, MASK)
    for _ in range(2):
        theta, state = optimizer.step(theta, bent(theta), state)
        assert {theta.dtype, *(vector.dtype for vector in state.vectors)} <= {np.dtype(dtype)}


@by_class
@given(
    theta=arrays(float, (4,), elements=st.floats(-1e3, 1e3)),
    g=arrays(float, (4,), elements=st.floats(-1e3, 1e3)),
)
def test_the_first_step_goes_against_the_gradient(
    kind: type[Optimizer], theta: np.ndarray, g: np.ndarray
) -> None:
    optimizer = kind(0.1)
    before = (theta.copy(), g.copy())
    moved, state = optimizer.step(theta, g, optimizer.start(theta, np.zeros(4, bool)))
    assert (np.sign(theta - moved) * np.sign(g) >= 0).all()
    assert np.isfinite(moved).all()
    np.testing.assert_array_equal((theta, g), before)
    assert state.steps == 1


@by_class
def test_nothing_passed_in_is_changed_and_a_step_can_be_repeated(kind: type[Optimizer]) -> None:
    optimizer, theta, g = kind(0.1), np.ones(4), np.full(4, 2.0)
    _, state = optimizer.step(theta, g, optimizer.start(theta, MASK))
    vectors = [vector.copy() for vector in state.vectors]
    once, again = (optimizer.step(theta, g, state)[0] for _ in range(2))
    np.testing.assert_array_equal(once, again)
    np.testing.assert_array_equal(theta, np.ones(4))
    np.testing.assert_array_equal(g, np.full(4, 2.0))
    for kept, vector in zip(vectors, state.vectors, strict=True):
        np.testing.assert_array_equal(kept, vector)


@by_class
def test_a_mask_matters_to_decay_only(kind: type[Optimizer]) -> None:
    with_mask = walk(kind(0.1), np.ones(4), bent, 3, MASK)
    without = walk(kind(0.1), np.ones(4), bent, 3)
    assert np.array_equal(with_mask, without) == (kind is not AdamW)


def test_an_array_of_rates_is_kept_as_it_was() -> None:
    rates = np.array([[0.1], [0.2]])
    optimizer = SGD(rates)
    rates[:] = 5
    np.testing.assert_array_equal(optimizer.rate, [[0.1], [0.2]])
    with pytest.raises(ValueError, match="read-only"):
        optimizer.rate[:] = 5  # type: ignore[index]


@pytest.mark.parametrize("kind", [Momentum, Nesterov])
def test_the_momentum_is_a_python_float(kind: type[Momentum]) -> None:
    assert type(kind(0.1, momentum=np.float64(0.9)).momentum) is float


@by_class
def test_optimizers_are_values(kind: type[Optimizer]) -> None:
    assert kind(1) == kind(1.0) == kind(np.float64(1))
    assert type(kind(np.float64(1)).rate) is float
    assert kind(0.1) != kind(0.2)
    assert len({kind(0.1), kind(0.1), kind(CosineDecay(0.1, steps=5))}) == 2
    with pytest.raises(FrozenInstanceError):
        kind(0.1).rate = 1.0  # type: ignore[misc]


def test_classes_differ_and_so_do_settings() -> None:
    assert len({kind(0.1) for kind in OPTIMIZERS}) == 7
    assert Momentum(0.1) == Momentum(0.1, 0.9) != Momentum(0.1, 0.8)
    assert Nesterov(0.1).momentum == 0.9
    assert repr(Momentum(1)) == "Momentum(rate=1.0, momentum=0.9)"


@by_class
@pytest.mark.parametrize("rate", [0.0, -0.1, math.inf, math.nan])
def test_a_rate_is_positive_and_finite(kind: type[Optimizer], rate: float) -> None:
    with pytest.raises(InputValueError) as error:
        kind(rate)
    assert str(error.value) == (
        f"rate: got {rate}, expected a number above 0 and below inf. "
        "A rate is positive: each step goes against the gradient."
    )


@pytest.mark.parametrize("bad", [0.0, -1.0, math.inf, math.nan])
def test_every_rate_of_an_array_is(bad: float) -> None:
    rates = np.array([[0.5], [bad]])
    with pytest.raises(InputValueError) as error:
        SGD(rates)
    assert str(error.value) == (
        f"rate: got an array from {rates.min()} to {rates.max()}, expected finite numbers above 0. "
        "A rate is positive: each step goes against the gradient."
    )


def test_a_rate_is_a_number() -> None:
    with pytest.raises(InputTypeError) as error:
        SGD(True)  # noqa: FBT003  (what a slip may pass)
    assert error.value.argument == "rate"


@pytest.mark.parametrize("momentum", [0.0, 1.0, -0.1, math.nan])
@pytest.mark.parametrize("kind", [Momentum, Nesterov])
def test_a_momentum_lies_between_0_and_1(kind: type[Momentum], momentum: float) -> None:
    with pytest.raises(InputValueError) as error:
        kind(0.1, momentum)
    assert str(error.value) == (
        f"momentum: got {momentum}, expected a number above 0 and below 1. "
        "A momentum of 0 is nn.SGD; with 1, no gradient is ever forgotten."
    )


@by_class
@pytest.mark.parametrize("shape", [(3,), (3, 2), (1, 3, 1), (2, 1), (1, 1, 1)])
def test_rates_fit_the_parameters(kind: type[Optimizer], shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        kind(np.full(shape, 0.1)).start(np.zeros((3, 4)))
    assert str(error.value) == (
        f"rate: got shape {shape}, expected a shape that broadcasts to (3, 4) as parameters has. "
        "For an ensemble, give one rate per network as a column: rates[:, None]."
    )


def test_parameters_are_floats() -> None:
    with pytest.raises(InputTypeError) as error:
        SGD(0.1).start(np.array([1, 2]))
    assert str(error.value) == (
        "parameters: got dtype int64, expected floats. "
        "Convert them first: parameters.astype(float)."
    )


@by_class
def test_a_mask_holds_booleans(kind: type[Optimizer]) -> None:
    with pytest.raises(InputTypeError) as error:
        kind(0.1).start(np.zeros(2), np.array([1.0, 0.0]))
    assert str(error.value) == (
        "weight_mask: got dtype float64, expected booleans. "
        "Take the mask of the network: network.weight_mask."
    )


@by_class
@pytest.mark.parametrize("shape", [(3,), (5,), (1,), (2, 4), ()])
def test_a_mask_fits_a_row_of_parameters(kind: type[Optimizer], shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError) as error:
        kind(0.1).start(np.zeros((2, 4)), np.ones(shape, bool))
    assert str(error.value) == (
        f"weight_mask: got shape {shape}, expected shape (4,) as a row of parameters has. "
        "Give it one entry per parameter; an ensemble shares it."
    )
