"""Gradient clipping, by norm and by value."""

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.optimizers.clipping import clip_by_norm, clip_by_value

BOTH = [clip_by_norm, clip_by_value]
vectors = hnp.arrays(np.float64, (3, 4), elements=st.floats(-100, 100))


def test_clipping_by_norm_worked_by_hand() -> None:
    # sqrt(3**2 + 4**2) = 5. The factor is 2 / (5 + 0.000001).
    factor = 2 / 5.000001
    clipped = clip_by_norm([3.0, -4.0], limit=2.0)
    np.testing.assert_allclose(clipped, [3 * factor, -4 * factor], rtol=1e-15)
    np.testing.assert_allclose(clipped, [1.2, -1.6], rtol=1e-6)


def test_clipping_by_value_worked_by_hand() -> None:
    np.testing.assert_array_equal(
        clip_by_value([3.0, -4.0, 2.0, -2.0, 0.5, 0.0], limit=2.0), [2, -2, 2, -2, 0.5, 0]
    )


def test_short_gradients_stay() -> None:
    np.testing.assert_array_equal(clip_by_norm([3.0, -4.0], limit=5.00001), [3, -4])
    np.testing.assert_array_equal(clip_by_norm([0.3, -0.4], limit=5), [0.3, -0.4])
    np.testing.assert_array_equal(clip_by_value([3.0, -4.0], limit=4), [3, -4])
    # A norm of exactly the limit is met by the 1e-6 alone.
    factor = 5 / 5.000001
    np.testing.assert_allclose(clip_by_norm([3.0, -4.0], limit=5), [3 * factor, -4 * factor])


@pytest.mark.parametrize("clip", BOTH)
def test_zeros_and_no_parameters_are_harmless(clip: type) -> None:
    np.testing.assert_array_equal(clip(np.zeros(3), 1.0), np.zeros(3))
    assert clip(np.zeros((2, 0)), 1.0).shape == (2, 0)


@given(gradient=vectors, limit=st.floats(1e-3, 1e3))
def test_each_network_is_clipped_by_itself(gradient: np.ndarray, limit: float) -> None:
    for clip in BOTH:
        together = clip(gradient, limit)
        np.testing.assert_array_equal(together, [clip(one, limit) for one in gradient])
        nested = clip(gradient.reshape(3, 1, 4), limit)
        np.testing.assert_array_equal(nested, together.reshape(3, 1, 4))


@given(gradient=vectors, limit=st.floats(1e-3, 1e3))
def test_norm_and_direction(gradient: np.ndarray, limit: float) -> None:
    norm = np.linalg.norm(gradient, axis=-1, keepdims=True)
    expected = gradient * np.minimum(1, limit / (norm + 1e-6))
    np.testing.assert_allclose(clip_by_norm(gradient, limit), expected, rtol=1e-12, atol=1e-300)
    assert (np.linalg.norm(clip_by_norm(gradient, limit), axis=-1) <= limit * (1 + 1e-12)).all()


@pytest.mark.parametrize("largest", [1e25, 3e38])
def test_huge_gradients_do_not_overflow(largest: float) -> None:
    # The square of 1e25 is beyond the largest float32, 3.4e38; so is the norm of four times 3e38.
    gradient = np.array([largest, -largest, largest, largest], np.float32)
    np.testing.assert_allclose(clip_by_norm(gradient, 1.0), [0.5, -0.5, 0.5, 0.5], rtol=1e-6)


def test_tiny_gradients_stay() -> None:
    gradient = np.array([1e-30, -1e-30], np.float32)
    np.testing.assert_array_equal(clip_by_norm(gradient, 1.0), gradient)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_gradient_without_direction_becomes_nan_for_its_network_alone(bad: float) -> None:
    clipped = clip_by_norm([[bad, 1.0], [3.0, 4.0]], limit=1.0)
    assert np.isnan(clipped[0]).all()
    np.testing.assert_array_equal(clipped[1], clip_by_norm([3.0, 4.0], limit=1.0))


def test_by_value_infinity_is_clipped_and_nan_stays() -> None:
    clipped = clip_by_value([np.inf, -np.inf, np.nan], limit=2.0)
    np.testing.assert_array_equal(clipped, [2, -2, np.nan])


@pytest.mark.parametrize("limit", [0.5, np.float64(0.5), 100.0])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("clip", BOTH)
def test_dtype_stays_and_the_result_is_new(clip: type, dtype: type, limit: float) -> None:
    gradient = np.array([1.0, -2.0], dtype)
    gradient.flags.writeable = False
    clipped = clip(gradient, limit)
    assert clipped.dtype == dtype
    assert not np.shares_memory(clipped, gradient)


LIMIT = "Leave clipping out where gradients need no limit."


@pytest.mark.parametrize("clip", BOTH)
@pytest.mark.parametrize(
    ("gradient", "limit", "kind", "message"),
    [
        (
            [1.0],
            0,
            InputValueError,
            f"limit: got 0.0, expected a number above 0 and below inf. {LIMIT}",
        ),
        (
            [1.0],
            -1.0,
            InputValueError,
            f"limit: got -1.0, expected a number above 0 and below inf. {LIMIT}",
        ),
        (
            [1.0],
            np.inf,
            InputValueError,
            f"limit: got inf, expected a number above 0 and below inf. {LIMIT}",
        ),
        (
            ["1"],
            1.0,
            InputTypeError,
            (
                "gradient: got list of dtype <U1, expected real numbers (integers, float16, "
                "float32 or float64). If these are real numbers, convert them first: "
                "np.asarray(values, dtype=float)."
            ),
        ),
        (
            1.0,
            1.0,
            ShapeError,
            (
                "gradient: got shape (), expected shape (..., parameters). "
                "Put the slopes of all parameters in one row: [0.5, -1.0]."
            ),
        ),
    ],
)
def test_bad_input_is_refused(
    clip: type, gradient: object, limit: float, kind: type[InputError], message: str
) -> None:
    with pytest.raises(kind) as error:
        clip(gradient, limit)
    assert str(error.value) == message
