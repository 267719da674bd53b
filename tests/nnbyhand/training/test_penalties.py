"""Penalties on weights: L1, L2, and the biases that they leave alone."""

from dataclasses import FrozenInstanceError

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.gradient_check import gradient_check
from nnbyhand.training.penalties import L1, L2, Penalty

W = np.array([3.0, -4.0, 9.0, 0.0])
MASK = np.array([True, True, False, True])  # the 9 is a bias
KINDS = [L1, L2]
# Away from 0, where L1 has its kink.
away = st.floats(0.01, 10) | st.floats(-10, -0.01)


def test_l2_worked_by_hand() -> None:
    # 0.1 / 2 * (9 + 16 + 0) = 1.25, with the slopes 0.1 * w.
    np.testing.assert_allclose(L2(0.1)(W, MASK), 1.25, rtol=1e-15)
    np.testing.assert_allclose(L2(0.1).gradient(W, MASK), [0.3, -0.4, 0, 0], rtol=1e-15)


def test_l1_worked_by_hand() -> None:
    # 0.1 * (3 + 4 + 0) = 0.7, with the slopes 0.1 * sign(w); at 0 the slope is 0.
    np.testing.assert_allclose(L1(0.1)(W, MASK), 0.7, rtol=1e-15)
    np.testing.assert_allclose(L1(0.1).gradient(W, MASK), [0.1, -0.1, 0, 0], rtol=1e-15)


@pytest.mark.parametrize("kind", KINDS)
@given(w=hnp.arrays(np.float64, (4,), elements=away), strength=st.floats(1e-4, 10))
def test_gradient(kind: type[Penalty], w: np.ndarray, strength: float) -> None:
    penalty = kind(strength)
    report = gradient_check(lambda w: penalty(w, MASK), w, penalty.gradient(w, MASK))
    assert report.relative_error <= 1e-6, report


@pytest.mark.parametrize("kind", KINDS)
def test_an_ensemble_is_a_loop_over_its_networks(kind: type[Penalty]) -> None:
    penalty = kind(0.3)
    w = np.random.default_rng(0).normal(size=(3, 2, 4))
    values, gradient = penalty(w, MASK), penalty.gradient(w, MASK)
    assert (values.shape, gradient.shape) == ((3, 2), (3, 2, 4))
    for at in np.ndindex(3, 2):
        np.testing.assert_allclose(values[at], penalty(w[at], MASK), rtol=1e-14)
        np.testing.assert_array_equal(gradient[at], penalty.gradient(w[at], MASK))


def test_under_plain_gradient_descent_l2_is_weight_decay() -> None:
    rate, strength = 0.5, 0.1
    step = W - rate * L2(strength).gradient(W, MASK)
    np.testing.assert_allclose(step[MASK], (1 - rate * strength) * W[MASK], rtol=1e-15)
    assert step[2] == W[2]


@pytest.mark.parametrize("kind", KINDS)
def test_biases_are_free_whatever_they_are(kind: type[Penalty]) -> None:
    # Also where 0 times the bias would not be 0.
    for bias in (np.nan, np.inf):
        w = [3.0, bias]
        assert np.isfinite(kind(0.1)(w, [True, False]))
        assert kind(0.1).gradient(w, [True, False])[1] == 0
    assert kind(0.1)(W, np.zeros(4, bool)) == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("strength", [0.1, np.float64(0.1), 1])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_dtype_stays_and_arguments_too(kind: type[Penalty], strength: float, dtype: type) -> None:
    w, mask = W.astype(dtype), MASK.copy()
    w.flags.writeable = mask.flags.writeable = False
    value, gradient = kind(float(strength))(w, mask), kind(strength).gradient(w, mask)
    assert (value.dtype, value.shape, type(value)) == (dtype, (), np.ndarray)
    assert gradient.dtype == dtype
    assert type(kind(strength).strength) is float


@pytest.mark.parametrize("kind", KINDS)
def test_a_price_beyond_the_largest_float_is_infinite(kind: type[Penalty]) -> None:
    w = np.full(4, 3e38, np.float32)
    assert kind(1.0)(w, MASK) == np.inf
    assert np.isfinite(kind(1.0).gradient(w, MASK)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_strength_of_0_costs_nothing(kind: type[Penalty]) -> None:
    assert kind(0)(W, MASK) == 0
    np.testing.assert_array_equal(kind(0).gradient(W, MASK), np.zeros(4))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("strength", [-0.1, np.inf, np.nan])
def test_bad_strengths_are_refused(kind: type[Penalty], strength: float) -> None:
    with pytest.raises(InputValueError) as error:
        kind(strength)
    assert str(error.value) == (
        f"strength: got {strength}, expected a finite number, 0 or more. "
        "With 0 weights cost nothing, with 1e-4 little."
    )


HINT = "Give the mask one entry for each parameter; all networks share it."


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("parameters", "mask", "error_kind", "message"),
    [
        (
            W,
            [1, 1, 0, 1],
            InputTypeError,
            (
                "weight_mask: got dtype int64, expected booleans. "
                "A network offers its own as network.weight_mask."
            ),
        ),
        (
            W,
            [True],
            ShapeError,
            (
                "weight_mask: got shape (1,), expected shape (parameters,) for parameters of shape "
                f"(4,). {HINT}"
            ),
        ),
        (
            np.ones((4, 4)),
            np.ones((4, 4), bool),
            ShapeError,
            (
                "weight_mask: got shape (4, 4), expected shape (parameters,) for parameters "
                f"of shape (4, 4). {HINT}"
            ),
        ),
        (
            1.0,
            np.array(True),  # noqa: FBT003
            ShapeError,
            "weight_mask: got shape (), expected shape (parameters,) for parameters of shape (). "
            + HINT,
        ),
        (
            ["a"],
            [True],
            InputTypeError,
            (
                "parameters: got list of dtype <U1, expected real numbers (integers, float16, "
                "float32 or float64). If these are real numbers, convert them first: "
                "np.asarray(values, dtype=float)."
            ),
        ),
    ],
)
def test_bad_input_is_refused(
    kind: type[Penalty],
    parameters: object,
    mask: object,
    error_kind: type[InputError],
    message: str,
) -> None:
    for call in (kind(0.1), kind(0.1).gradient):
        with pytest.raises(error_kind) as error:
            call(parameters, mask)
        assert str(error.value) == message


@pytest.mark.parametrize("kind", KINDS)
def test_a_penalty_cannot_be_changed(kind: type[Penalty]) -> None:
    with pytest.raises(FrozenInstanceError):
        kind(0.5).strength = 0.6  # type: ignore[misc]
