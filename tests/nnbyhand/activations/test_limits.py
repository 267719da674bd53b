"""No input overflows: every float has an output, and infinities have their limits."""

from math import inf

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn

ELEMENTWISE = [act for act in nn.ACTIVATIONS if isinstance(act, nn.Elementwise)]
DTYPES = [np.float16, np.float32, np.float64]
elementwise_by_slug = pytest.mark.parametrize("act", ELEMENTWISE, ids=lambda act: act.slug)
by_dtype = pytest.mark.parametrize("dtype", DTYPES)


def any_floats(dtype: type[np.floating]) -> st.SearchStrategy[float]:
    """Finite and infinite numbers, subnormal ones among them, and both zeros."""
    bits = 8 * np.dtype(dtype).itemsize
    return st.floats(width=bits, allow_nan=False, allow_subnormal=True)


def check_value_and_slope(act: nn.Elementwise, z: np.ndarray) -> None:
    value, slope = act(z), act.derivative(z)
    low, high = act.facts.range
    assert np.all(value >= np.nextafter(z.dtype.type(low), z.dtype.type(-inf))), act
    assert np.all(value <= high), act
    assert np.all(np.isfinite(value) | np.isinf(z)), act
    assert np.all(np.isfinite(slope)), act


@elementwise_by_slug
def test_each_float16_there_is_has_a_value_in_range_and_a_slope(act: nn.Elementwise) -> None:
    numbers = np.arange(2**16, dtype=np.uint16).view(np.float16)
    check_value_and_slope(act, numbers[~np.isnan(numbers)])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@given(data=st.data())
def test_every_float_has_a_value_in_range_and_a_slope(
    dtype: type[np.floating], data: st.DataObject
) -> None:
    z = data.draw(hnp.arrays(dtype, 6, elements=any_floats(dtype)))
    for act in ELEMENTWISE:
        check_value_and_slope(act, z)


@by_dtype
@given(data=st.data())
def test_every_row_of_floats_has_probabilities(
    dtype: type[np.floating], data: st.DataObject
) -> None:
    shapes = st.tuples(st.integers(1, 2), st.integers(1, 4))
    z = data.draw(hnp.arrays(dtype, shapes, elements=any_floats(dtype)))
    leader = z.max(axis=-1)
    settled = np.isfinite(leader) | (np.sum(z == leader[:, None], axis=-1) == 1)
    p = nn.softmax(z)
    assert np.all((p[settled] >= 0) & (p[settled] <= 1))
    np.testing.assert_allclose(p[settled].sum(axis=-1), 1, rtol=4 * np.finfo(dtype).eps)
    assert np.all(np.isnan(p[~settled]))
    assert np.all(np.isfinite(nn.softmax.jacobian(z)[settled]))
    assert np.all(np.isfinite(nn.softmax.backward(z, np.ones_like(z))[settled]))


@pytest.mark.parametrize(
    ("act", "values", "slopes"),
    [
        (nn.linear, (-inf, inf), (1, 1)),
        (nn.sigmoid, (0, 1), (0, 0)),
        (nn.tanh, (-1, 1), (0, 0)),
        (nn.relu, (0, inf), (0, 1)),
        (nn.leaky_relu, (-inf, inf), (0.01, 1)),
        (nn.elu, (-1, inf), (0, 1)),
        (nn.ELU(alpha=0.5), (-0.5, inf), (0, 1)),
        (nn.gelu, (0, inf), (0, 1)),
        (nn.silu, (0, inf), (0, 1)),
    ],
    ids=lambda x: x.slug if isinstance(x, nn.Activation) else "",
)
@by_dtype
def test_limits_at_both_infinities(
    act: nn.Elementwise,
    values: tuple[float, float],
    slopes: tuple[float, float],
    dtype: type[np.floating],
) -> None:
    z = np.array([-inf, inf], dtype)
    np.testing.assert_array_equal(act(z), np.array(values, dtype))
    np.testing.assert_array_equal(act.derivative(z), np.array(slopes, dtype))
    # The limit is reached from finite numbers, so the largest ones are there already.
    largest = np.array([-np.finfo(dtype).max, np.finfo(dtype).max], dtype)
    np.testing.assert_array_equal(act.derivative(largest), np.array(slopes, dtype))


@elementwise_by_slug
@by_dtype
def test_nan_passes_through_where_the_result_depends_on_it(
    act: nn.Elementwise, dtype: type[np.floating]
) -> None:
    z = np.array([1, np.nan, -1], dtype)
    np.testing.assert_array_equal(np.isnan(act(z)), [False, True, False])
    constant = act is nn.linear
    np.testing.assert_array_equal(np.isnan(act.derivative(z)), [False, not constant, False])


@by_dtype
def test_small_outputs_keep_their_digits(dtype: type[np.floating]) -> None:
    # Near minus infinity sigmoid(z) and its slope are exp(z); a clipped or subtracted form is not.
    z = np.array([-9], dtype)
    np.testing.assert_allclose(nn.sigmoid(z), np.exp(z), rtol=2e-3)
    np.testing.assert_array_equal(nn.sigmoid.derivative(z), nn.sigmoid.derivative(-z))
    assert nn.sigmoid.derivative(-z) > 0
    assert nn.tanh.derivative(z) > 0
