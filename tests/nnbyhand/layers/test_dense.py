"""The dense layer: weighted sums, and the gradients of their parts."""

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.layers.base import Mode, Parameter
from nnbyhand.layers.dense import Dense

MODE = Mode()
W = np.array([[1.0, -1.0, 0.0], [2.0, 1.0, 3.0]])
B = np.array([0.5, 0.0, -1.0])
X = np.array([[1.0, 2.0], [3.0, -1.0]])


def test_outputs_worked_by_hand() -> None:
    # Row 1: 1*1 + 2*2 + 0.5 = 5.5, -1 + 2 + 0 = 1, 0 + 6 - 1 = 5.
    # Row 2: 3 - 2 + 0.5 = 1.5, -3 - 1 + 0 = -4, 0 - 3 - 1 = -4.
    outputs, cache, statistics = Dense(2, 3).forward((W, B), (), X, MODE)
    np.testing.assert_array_equal(outputs, [[5.5, 1.0, 5.0], [1.5, -4.0, -4.0]])
    assert cache is X
    assert statistics == ()


def test_gradients_worked_by_hand() -> None:
    upstream = np.array([[1.0, 0.0, 2.0], [-1.0, 3.0, 1.0]])
    to_weights, to_biases = np.full((2, 3), np.nan), np.full(3, np.nan)
    to_x = Dense(2, 3).backward((W, B), X, upstream, (to_weights, to_biases), to_inputs=True)
    # x.T @ u: 1*1 + 3*-1 = -2, 0 + 3*3 = 9, 2 + 3 = 5; 2*1 + -1*-1 = 3, 0 - 3 = -3, 4 - 1 = 3.
    np.testing.assert_array_equal(to_weights, [[-2, 9, 5], [3, -3, 3]])
    # The sums of the columns of u.
    np.testing.assert_array_equal(to_biases, [0, 3, 3])
    # u @ W.T: 1*1 + 0 + 0 = 1, 2 + 0 + 6 = 8; -1 - 3 + 0 = -4, -2 + 3 + 3 = 4.
    np.testing.assert_array_equal(to_x, [[1, 8], [-4, 4]])


def test_the_first_layer_saves_the_gradient_of_its_inputs() -> None:
    gradient = (np.zeros((2, 3)), np.zeros(3))
    upstream = np.ones((2, 3))
    assert Dense(2, 3).backward((W, B), X, upstream, gradient, to_inputs=False) is None
    np.testing.assert_array_equal(gradient[1], [2, 2, 2])


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("networks", [(3,), (2, 3)])
def test_an_ensemble_equals_a_loop(networks: tuple[int, ...], shared: bool) -> None:  # noqa: FBT001
    rng = np.random.default_rng(0)
    weights, biases = rng.normal(size=(*networks, 2, 4)), rng.normal(size=(*networks, 4))
    x = rng.normal(size=(5, 2) if shared else (*networks, 5, 2))
    upstream = rng.normal(size=(*networks, 5, 4))
    gradient = np.empty_like(weights), np.empty_like(biases)
    layer = Dense(2, 4)
    z = layer.forward((weights, biases), (), x, MODE)[0]
    to_x = layer.backward((weights, biases), x, upstream, gradient, to_inputs=True)
    assert to_x is not None
    for k in np.ndindex(networks):
        own, data = (weights[k], biases[k]), x if shared else x[k]
        np.testing.assert_allclose(z[k], layer.forward(own, (), data, MODE)[0], rtol=1e-12)
        each = np.empty((2, 4)), np.empty(4)
        to_own = layer.backward(own, data, upstream[k], each, to_inputs=True)
        assert to_own is not None
        np.testing.assert_allclose(to_x[k], to_own, rtol=1e-12)
        np.testing.assert_allclose(gradient[0][k], each[0], rtol=1e-12, atol=1e-14)
        np.testing.assert_allclose(gradient[1][k], each[1], rtol=1e-12, atol=1e-14)


def test_float32_stays_float32() -> None:
    own = (W.astype(np.float32), B.astype(np.float32))
    z = Dense(2, 3).forward(own, (), X.astype(np.float32), MODE)[0]
    assert z.dtype == np.float32
    gradient = (np.empty_like(own[0]), np.empty_like(own[1]))
    to_x = Dense(2, 3).backward(own, X.astype(np.float32), z, gradient, to_inputs=True)
    assert to_x is not None
    assert to_x.dtype == np.float32


def test_weights_are_drawn_and_penalized_and_biases_are_not() -> None:
    assert Dense(2, 3).parameters(2) == (
        Parameter("weights", (2, 3), start=None, is_weight=True),
        Parameter("biases", (3,), start=0.0, is_weight=False),
    )
    assert Dense(2, 3).statistics(2) == ()
    assert Dense(2, 3).outputs(2) == 3


def test_widths_become_python_ints() -> None:
    layer = Dense(*np.shape(W))
    assert layer == Dense(inputs=2, units=3)
    assert type(layer.inputs) is type(layer.units) is int


def test_errors() -> None:
    with pytest.raises(nn.ShapeError) as error:
        Dense(2, 3).parameters(4)
    assert str(error.value) == (
        "inputs of Dense(2, 3): got shape (examples, 4), expected shape (examples, 2). "
        "Make it Dense(4, 3), or change what comes before it."
    )
    hint = "Dense(2, 3) turns 2 inputs per example into 3 outputs."
    for name, sizes in (("inputs", (0, 3)), ("units", (2, 0)), ("units", (2, -1))):
        with pytest.raises(nn.InputValueError) as refused:
            Dense(*sizes)
        assert refused.value.argument == name
        assert refused.value.hint == hint
    with pytest.raises(nn.InputTypeError):
        Dense(2, True)  # noqa: FBT003
    assert Dense(1, 1).units == 1
