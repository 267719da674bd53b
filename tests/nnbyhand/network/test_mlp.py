"""MLP builds the layers that its arguments name."""

from collections.abc import Callable

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.initialization.base import zeros
from nnbyhand.initialization.scaled import glorot_uniform, he_normal
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.network.mlp import MLP

RELU, TANH = Activated(nn.relu), Activated(nn.tanh)


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_sizes_with_the_defaults() -> None:
    network = MLP([3, 4, 5, 2], rng=rng())
    assert network.layers == (Dense(3, 4), RELU, Dense(4, 5), RELU, Dense(5, 2))
    assert network.inputs == 3
    assert network.networks == ()
    assert network.parameters.dtype == np.float64
    # 3*4 + 4, 4*5 + 5, 5*2 + 2.
    assert network.parameter_count == 16 + 25 + 12


def test_no_hidden_layer() -> None:
    assert MLP((2, 1), rng=rng(), output=nn.sigmoid).layers == (Dense(2, 1), Activated(nn.sigmoid))
    assert MLP([2, 1], rng=rng(), output=nn.linear).layers == (Dense(2, 1),)


def test_activations() -> None:
    network = MLP([2, 3, 3], rng=rng(), hidden=nn.tanh, output=nn.softmax)
    assert network.layers == (Dense(2, 3), TANH, Dense(3, 3), Activated(nn.softmax))


def test_everything_between_two_dense_layers() -> None:
    for name, layer in (("batch", BatchNorm()), ("layer", LayerNorm())):
        network = MLP([2, 3, 4, 1], rng=rng(), normalization=name, dropout=0.2, hidden=nn.tanh)
        between = (layer, TANH, Dropout(0.2))
        expected = (Dense(2, 3), *between, Dense(3, 4), *between, Dense(4, 1))
        assert network.layers == expected


def test_residual_where_widths_agree() -> None:
    network = MLP([2, 4, 4, 3, 3, 3], rng=rng(), residual=True, normalization="layer")
    between = (LayerNorm(), RELU)
    assert network.layers == (
        *(Dense(2, 4), *between),
        Residual(Dense(4, 4), *between),
        *(Dense(4, 3), *between),
        Residual(Dense(3, 3), *between),
        Dense(3, 3),
    )
    assert network(np.ones((5, 2))).shape == (5, 3)


def test_the_usual_rule_of_the_hidden_activation() -> None:
    for hidden, rule in ((nn.relu, he_normal), (nn.tanh, glorot_uniform)):
        drawn = MLP([4, 4, 4], rng=rng(), hidden=hidden, output=nn.sigmoid, residual=True)
        np.testing.assert_array_equal(drawn.arrays[0][0], rule((4, 4), rng=rng()))
    assert not MLP([2, 3, 1], rng=rng(), initialization=zeros).parameters.any()


def test_ensembles_and_dtypes() -> None:
    network = MLP([2, 3, 1], rng=rng(), networks=10, dtype=np.float32)
    assert network.parameters.shape == (10, 13)
    assert network([[0, 1]]).shape == (10, 1, 1)
    assert network([[0, 1]]).dtype == np.float32
    assert len(np.unique(network([[0, 1]]))) > 5


refused: list[tuple[Callable[[], object], type[Exception], str]] = [
    (
        lambda: MLP([2, 0, 1], rng=rng()),
        nn.InputValueError,
        (
            "sizes[1]: got 0, expected a whole number from 1 on. [2, 8, 1] "
            "means 2 inputs, 8 hidden "
            "units and 1 output."
        ),
    ),
    (lambda: MLP([2], rng=rng()), nn.ShapeError, "sizes: got [2], expected at least two. [2, 8"),
    (lambda: MLP([], rng=rng()), nn.ShapeError, "sizes: got [], expected at least two."),
    (lambda: MLP([2, True], rng=rng()), nn.InputTypeError, "sizes[1]: got bool, expected"),
    (lambda: MLP([2, 3, 1], rng=rng(), dropout=1), nn.InputValueError, "rate: got 1"),
    (lambda: MLP([2, 3, 1], rng=rng(), dropout=-0.1), nn.InputValueError, "dropout: got -0.1"),
    (
        lambda: MLP([2, 3, 1], rng=rng(), residual=True),
        nn.ShapeError,
        (
            "sizes: got [2, 3, 1], expected a hidden layer as wide as its inputs. A residual layer "
            "adds to its inputs: give two hidden layers one width."
        ),
    ),
    (lambda: MLP([2, 2], rng=rng(), residual=True), nn.ShapeError, "sizes: got [2, 2], expected a"),
]


@pytest.mark.parametrize(("call", "kind", "message"), refused)
def test_errors(call: Callable[[], object], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as error:
        call()
    assert str(error.value).startswith(message)
