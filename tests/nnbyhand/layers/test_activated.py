"""An activation as a layer gives what the activation itself gives."""

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.activations.base import Activation
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Mode

Z = np.random.default_rng(0).normal(scale=2, size=(5, 4))
UPSTREAM = np.random.default_rng(1).normal(size=(5, 4))
each_activation = pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda a: a.slug)


def test_relu_worked_by_hand() -> None:
    # max(z, 0), then the upstream gradient where z > 0; at 0 the slope is 0.
    z, upstream = np.array([[-2.0, 0.0, 3.0]]), np.array([[10.0, 20.0, 30.0]])
    layer = Activated(nn.relu)
    outputs, cache, statistics = layer.forward((), (), z, Mode())
    np.testing.assert_array_equal(outputs, [[0, 0, 3]])
    assert statistics == ()
    np.testing.assert_array_equal(
        layer.backward((), cache, upstream, (), to_inputs=True), [[0, 0, 30]]
    )


@each_activation
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_same_values_and_gradients(activation: Activation, dtype: type[np.floating]) -> None:
    z, upstream = Z.astype(dtype), UPSTREAM.astype(dtype)
    layer = Activated(activation)
    outputs, cache, _ = layer.forward((), (), z, Mode(training=True))
    gradient = layer.backward((), cache, upstream, (), to_inputs=True)
    assert gradient is not None
    assert outputs.dtype == gradient.dtype == dtype
    near = {"rtol": 100 * np.finfo(dtype).eps, "atol": 4 * np.finfo(dtype).eps}
    np.testing.assert_array_equal(outputs, activation(z))
    np.testing.assert_allclose(gradient, activation.backward(z, upstream), **near)


@each_activation
def test_far_from_zero_the_gradient_is_finite(activation: Activation) -> None:
    z = np.array([[-800.0, -30.0, 30.0, 800.0]])
    _, cache, _ = Activated(activation).forward((), (), z, Mode())
    gradient = Activated(activation).backward((), cache, np.ones_like(z), (), to_inputs=True)
    np.testing.assert_allclose(gradient, activation.backward(z, np.ones_like(z)), atol=1e-12)


@each_activation
def test_a_gradient_that_is_not_wanted_is_not_computed(activation: Activation) -> None:
    _, cache, _ = Activated(activation).forward((), (), Z, Mode())
    assert Activated(activation).backward((), cache, UPSTREAM, (), to_inputs=False) is None


def test_nothing_to_learn_and_no_change_of_width() -> None:
    layer = Activated(nn.tanh)
    assert layer.parameters(7) == layer.statistics(7) == ()
    assert layer.outputs(7) == 7
