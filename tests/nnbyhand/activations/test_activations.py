"""Values that can be checked by hand, and what holds for every activation."""

from dataclasses import FrozenInstanceError
from math import log, sqrt

import numpy as np
import pytest

import nnbyhand as nn

ELEMENTWISE = [act for act in nn.ACTIVATIONS if isinstance(act, nn.Elementwise)]
DTYPES = [np.float16, np.float32, np.float64]
by_slug = pytest.mark.parametrize("act", nn.ACTIVATIONS, ids=lambda act: act.slug)
elementwise_by_slug = pytest.mark.parametrize("act", ELEMENTWISE, ids=lambda act: act.slug)
by_dtype = pytest.mark.parametrize("dtype", DTYPES)


@pytest.mark.parametrize(
    ("act", "z", "value", "slope"),
    [
        (nn.linear, -3.5, -3.5, 1),
        # 1 / (1 + exp(0)) = 1/2, and 1/2 * (1 - 1/2) = 1/4
        (nn.sigmoid, 0, 1 / 2, 1 / 4),
        # 1 / (1 + 1/3) = 3/4, and 3/4 * 1/4 = 3/16
        (nn.sigmoid, log(3), 3 / 4, 3 / 16),
        # 1 / (1 + 3) = 1/4, and 1/4 * 3/4 = 3/16
        (nn.sigmoid, -log(3), 1 / 4, 3 / 16),
        # (2 - 1/2) / (2 + 1/2) = 3/5, and 1 - 9/25 = 16/25
        (nn.tanh, log(2), 3 / 5, 16 / 25),
        (nn.tanh, -log(2), -3 / 5, 16 / 25),
        (nn.tanh, 0, 0, 1),
        (nn.relu, 3, 3, 1),
        (nn.relu, 0, 0, 0),
        (nn.relu, -2, 0, 0),
        # 0.01 * -2 = -0.02
        (nn.leaky_relu, -2, -0.02, 0.01),
        (nn.leaky_relu, 0, 0, 0.01),
        (nn.leaky_relu, 3, 3, 1),
        (nn.LeakyReLU(slope=0.25), -2, -0.5, 0.25),
        # 1 * (1/2 - 1) = -1/2, with slope 1 * 1/2
        (nn.elu, -log(2), -1 / 2, 1 / 2),
        (nn.elu, 0, 0, 1),
        (nn.elu, 3, 3, 1),
        # 3 * (1/2 - 1) = -3/2, with slope 3 * 1/2; at 0 from the left 3 * 1
        (nn.ELU(alpha=3), -log(2), -3 / 2, 3 / 2),
        (nn.ELU(alpha=3), 0, 0, 3),
        (nn.ELU(alpha=3), 2, 2, 1),
        # Tables of the normal distribution: 0.841345 lies below 1, density there 0.241971.
        # 1 * 0.841345, and 0.841345 + 1 * 0.241971 = 1.083315
        (nn.gelu, 1, 0.8413447461, 1.0833154706),
        # -1 * (1 - 0.841345) = -0.158655, and 0.158655 - 0.241971 = -0.083315
        (nn.gelu, -1, -0.1586552539, -0.0833154706),
        (nn.gelu, 0, 0, 1 / 2),
        # log(3) * 3/4, and 3/4 + log(3) * 3/16
        (nn.silu, log(3), log(3) * 3 / 4, 3 / 4 + log(3) * 3 / 16),
        # -log(3) * 1/4, and 1/4 - log(3) * 3/16
        (nn.silu, -log(3), -log(3) / 4, 1 / 4 - log(3) * 3 / 16),
        (nn.silu, 0, 0, 1 / 2),
    ],
    ids=lambda x: x.slug if isinstance(x, nn.Activation) else f"{x:.3g}",
)
def test_value_and_slope_worked_by_hand(
    act: nn.Elementwise, z: float, value: float, slope: float
) -> None:
    assert act(z) == pytest.approx(value, rel=1e-9, abs=1e-15)
    assert act.derivative(z) == pytest.approx(slope, rel=1e-9)


@elementwise_by_slug
def test_backward_is_upstream_times_slope(act: nn.Elementwise) -> None:
    z, upstream = np.array([[-1.5, 0.5], [2.0, -0.25]]), np.array([[1.0, -2.0], [3.0, 0.5]])
    np.testing.assert_array_equal(act.backward(z, upstream), upstream * act.derivative(z))


@by_slug
def test_lists_tuples_and_integers_are_computed_in_float64(act: nn.Activation) -> None:
    expected = act(np.array([[-1.0, 2.0, 0.0]]))
    for z in ([[-1, 2, 0]], ((-1.0, 2.0, 0.0),), np.array([[-1, 2, 0]], dtype=np.int8)):
        assert act(z).dtype == np.float64
        np.testing.assert_array_equal(act(z), expected)


@elementwise_by_slug
def test_a_number_gives_an_array_without_axes(act: nn.Elementwise) -> None:
    for z in (2, 2.0, np.float64(2)):
        for result in (act(z), act.derivative(z), act.backward(z, 1.0)):
            assert isinstance(result, np.ndarray)
            assert result.shape == ()


@by_slug
@by_dtype
def test_floats_keep_their_dtype(act: nn.Activation, dtype: type[np.floating]) -> None:
    z = np.linspace(-2, 2, 5, dtype=dtype)
    assert act(z).dtype == dtype
    assert act.backward(z, z).dtype == dtype
    assert act(np.array([1, np.inf], dtype)).dtype == dtype


@elementwise_by_slug
@by_dtype
def test_derivatives_keep_the_dtype(act: nn.Elementwise, dtype: type[np.floating]) -> None:
    assert act.derivative(np.linspace(-2, 2, 5, dtype=dtype)).dtype == dtype


@pytest.mark.parametrize(
    "act", [nn.LeakyReLU(slope=np.float64(0.1)), nn.ELU(alpha=np.float64(0.5))]
)
def test_a_numpy_parameter_does_not_widen_float32(act: nn.Elementwise) -> None:
    z = np.array([-1.0, 1.0], np.float32)
    assert act(z).dtype == act.derivative(z).dtype == np.float32


def test_parameters_are_kept_as_python_floats() -> None:
    for value in (nn.LeakyReLU(slope=np.float64(0.1)).slope, nn.ELU(alpha=np.float64(0.5)).alpha):
        assert type(value) is float


@by_slug
def test_an_ensemble_axis_equals_a_loop(act: nn.Activation) -> None:
    rng = np.random.default_rng(0)
    z, upstream = rng.standard_normal((2, 3, 4, 5)), rng.standard_normal((2, 3, 4, 5))
    for index in np.ndindex(2, 3):
        np.testing.assert_array_equal(act(z)[index], act(z[index]))
        np.testing.assert_array_equal(
            act.backward(z, upstream)[index], act.backward(z[index], upstream[index])
        )


@by_slug
def test_no_examples_give_no_outputs(act: nn.Activation) -> None:
    assert act(np.zeros((0, 3))).shape == (0, 3)
    assert act.backward(np.zeros((0, 3)), np.zeros((0, 3))).shape == (0, 3)


@by_slug
def test_the_input_stays_as_it_was_and_is_not_shared(act: nn.Activation) -> None:
    z, upstream = np.array([[-1.0, 2.0]]), np.array([[1.0, 3.0]])
    for result in (act(z), act.backward(z, upstream)):
        result[:] = 100
    np.testing.assert_array_equal(z, [[-1.0, 2.0]])
    np.testing.assert_array_equal(upstream, [[1.0, 3.0]])


def test_special_pairs_agree() -> None:
    z = np.linspace(-8, 8, 33)
    np.testing.assert_allclose(nn.tanh(z), 2 * nn.sigmoid(2 * z) - 1, atol=1e-15)
    np.testing.assert_allclose(nn.relu(z), z * nn.relu.derivative(z))
    np.testing.assert_allclose(nn.silu(z), z * nn.sigmoid(z))
    np.testing.assert_allclose(nn.gelu(z) - nn.gelu(-z), z, atol=1e-15)
    assert nn.gelu(sqrt(2)) == pytest.approx(sqrt(2) * 0.9213503965)  # erf(1) = 0.8427007929


def test_names_and_slugs() -> None:
    assert [(act.name, act.slug) for act in nn.ACTIVATIONS] == [
        ("linear", "linear"),
        ("sigmoid", "sigmoid"),
        ("tanh", "tanh"),
        ("ReLU", "relu"),
        ("leaky ReLU", "leaky-relu"),
        ("ELU", "elu"),
        ("GELU", "gelu"),
        ("SiLU", "silu"),
        ("softmax", "softmax"),
    ]


def test_activations_are_values() -> None:
    assert nn.LeakyReLU() == nn.leaky_relu
    assert nn.LeakyReLU(slope=0.1) != nn.leaky_relu
    assert len({*nn.ACTIVATIONS, nn.ELU(), nn.ELU(alpha=2)}) == len(nn.ACTIVATIONS) + 1
    assert repr(nn.ELU(alpha=2)) == "ELU(alpha=2.0)"
    with pytest.raises(FrozenInstanceError):
        nn.leaky_relu.slope = 0.5  # type: ignore[misc]


@pytest.mark.parametrize("slope", [0.0, 1.0, -0.1, float("nan")])
def test_a_leaky_slope_lies_between_0_and_1(slope: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        nn.LeakyReLU(slope=slope)
    assert str(error.value) == (
        f"slope: got {slope}, expected a number above 0 and below 1. "
        "A slope of 0 is nn.relu, a slope of 1 is nn.linear."
    )


@pytest.mark.parametrize("alpha", [0.0, -1.0, float("inf"), float("nan")])
def test_an_elu_alpha_is_positive_and_finite(alpha: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        nn.ELU(alpha=alpha)
    assert str(error.value) == (
        f"alpha: got {alpha}, expected a number above 0 and below inf. An alpha of 0 is nn.relu."
    )


@by_slug
@pytest.mark.parametrize("bad", [[True, False], ["0.5"], np.array([1j]), np.array([None])])
def test_only_real_numbers_are_taken(act: nn.Activation, bad: np.ndarray | list[object]) -> None:
    for argument, call in {
        "z": lambda: act(bad),
        "upstream": lambda: act.backward(np.zeros(len(bad)), bad),
    }.items():
        with pytest.raises(nn.InputTypeError) as error:
            call()
        assert error.value.argument == argument
        assert str(np.asarray(bad).dtype) in error.value.got


@by_slug
def test_upstream_must_have_the_shape_of_z(act: nn.Activation) -> None:
    with pytest.raises(nn.ShapeError) as error:
        act.backward(np.zeros((3, 1)), np.zeros(3))
    assert str(error.value) == (
        "upstream: got shape (3,), expected shape (3, 1) as z has. "
        "Give upstream exactly one entry for each entry of z."
    )
