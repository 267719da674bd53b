"""A network: the two passes worked by hand, checked by differences, alone and as an ensemble."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.activations.base import Activation
from nnbyhand.initialization.base import Constant, zeros
from nnbyhand.initialization.scaled import glorot_uniform, he_normal
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer, Mode
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.network.network import Network
from nnbyhand.network.passes import backward, forward

# W1 row by row, b1, W2, b2 of a 2-2-1 network with ReLU.
HAND = np.array([1.0, -1.0, 2.0, 1.0, 0.0, 1.0, 2.0, -1.0, 3.0])
X = np.array([[1.0, 2.0], [3.0, -1.0]])


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def by_hand() -> Network:
    return Network.build(Dense(2, 2), nn.relu, Dense(2, 1), rng=rng()).with_parameters(HAND)


def test_forward_worked_by_hand() -> None:
    # z1, row 1: 1*1 + 2*2 + 0 = 5,  1*-1 + 2*1 + 1 = 2.   ReLU: 5, 2.
    # z1, row 2: 3*1 - 1*2 + 0 = 1,  3*-1 - 1*1 + 1 = -3.  ReLU: 1, 0.
    # z2: 5*2 + 2*-1 + 3 = 11,  1*2 + 0*-1 + 3 = 5.
    np.testing.assert_array_equal(by_hand()(X), [[11], [5]])
    np.testing.assert_array_equal(by_hand().forward(X).outputs, [[11], [5]])


def test_backward_worked_by_hand() -> None:
    network = by_hand()
    gradient = network.backward(network.forward(X), [[1], [2]])
    (w1, b1), nothing, (w2, b2) = network.cut(gradient.parameters)
    # W2: a.T @ u = 5*1 + 1*2 = 7 and 2*1 + 0*2 = 2; b2: 1 + 2 = 3.
    np.testing.assert_array_equal(w2, [[7], [2]])
    np.testing.assert_array_equal(b2, [3])
    # u @ W2.T = rows (2, -1) and (4, -2). ReLU lets through all but the last, where z1 = -3.
    # W1: x.T @ rows = 1*2 + 3*4 = 14, 1*-1 + 3*0 = -1; 2*2 - 1*4 = 0, 2*-1 - 1*0 = -2.
    np.testing.assert_array_equal(w1, [[14, -1], [0, -2]])
    # b1: 2 + 4 = 6, -1 + 0 = -1.
    np.testing.assert_array_equal(b1, [6, -1])
    # x: rows @ W1.T = 2*1 - 1*-1 = 3, 2*2 - 1*1 = 3; 4*1 - 0 = 4, 4*2 + 0 = 8.
    np.testing.assert_array_equal(gradient.x, [[3, 3], [4, 8]])
    np.testing.assert_array_equal(gradient.parameters, [14, -1, 0, -2, 6, -1, 7, 2, 3])
    assert nothing == ()


ARCHITECTURES: dict[str, tuple[Layer | Activation, ...]] = {
    "one neuron": (Dense(2, 1), nn.sigmoid),
    "deep": (Dense(2, 3), nn.tanh, Dense(3, 4), nn.silu, Dense(4, 2), nn.gelu, Dense(2, 3)),
    "softmax": (Dense(2, 5), nn.elu, Dense(5, 3), nn.softmax),
    "leaky": (Dense(2, 4), nn.leaky_relu, Dense(4, 2)),
    "ReLU": (Dense(2, 4), nn.relu, Dense(4, 2), nn.linear),
    "batch norm": (Dense(2, 4), BatchNorm(), nn.tanh, Dense(4, 2)),
    "norm first": (BatchNorm(), Dense(2, 4), LayerNorm(), nn.sigmoid, Dense(4, 2)),
    "residual": (Dense(2, 3), Residual(Dense(3, 3), LayerNorm(), Activated(nn.tanh)), Dense(3, 2)),
    "dropout": (Dropout(0.25), Dense(2, 6), nn.tanh, Dropout(0.25), Dense(6, 2)),
}
each_architecture = pytest.mark.parametrize("layers", ARCHITECTURES.values(), ids=ARCHITECTURES)


@each_architecture
@pytest.mark.parametrize("seed", range(3))
def test_every_gradient_agrees_with_differences(
    layers: tuple[Layer | Activation, ...], seed: int
) -> None:
    network = Network.build(*layers, rng=rng(seed))
    draw = rng(seed + 100)
    network = network.with_parameters(draw.normal(size=network.parameters.shape))
    x = draw.normal(size=(6, 2))
    upstream = draw.normal(size=network(x).shape)

    def loss(parameters: np.ndarray, x: np.ndarray) -> np.floating:
        outputs = network.with_parameters(parameters).forward(x, rng=rng(5)).outputs
        return np.sum(outputs * upstream)

    gradient = network.backward(network.forward(x, rng=rng(5)), upstream)
    theta = network.parameters
    report = nn.gradient_check(lambda theta: loss(theta, x), theta, gradient.parameters)
    assert report.relative_error < 1e-6, (network.name_of(report.index[0]), report)
    report = nn.gradient_check(lambda x: loss(theta, x), x, gradient.x)
    assert report.relative_error < 1e-6, report


# With dropout the ensemble draws other masks than its networks do one by one.
@pytest.mark.parametrize(
    "layers", [layers for name, layers in ARCHITECTURES.items() if name != "dropout"]
)
@pytest.mark.parametrize("networks", [3, (2, 3)])
def test_an_ensemble_equals_a_loop(
    layers: tuple[Layer | Activation, ...], networks: int | tuple[int, ...]
) -> None:
    ensemble = Network.build(*layers, rng=rng(), networks=networks)
    x = rng(1).normal(size=(5, 2))
    run = ensemble.forward(x)
    upstream = rng(2).normal(size=run.outputs.shape)
    gradient = ensemble.backward(run, upstream)
    assert gradient.parameters.shape == ensemble.parameters.shape
    for k in np.ndindex(ensemble.networks):
        statistics = [[array[k] for array in each] for each in ensemble.statistics]
        alone = ensemble.with_parameters(ensemble.parameters[k], statistics)
        assert alone.networks == ()
        own = alone.forward(x)
        close(ensemble(x)[k], alone(x))
        close(run.outputs[k], own.outputs)
        for each, single in zip(run.statistics, own.statistics, strict=True):
            for array, expected in zip(each, single, strict=True):
                close(array[k], expected)
        expected = alone.backward(own, upstream[k])
        close(gradient.parameters[k], expected.parameters)
        close(gradient.x[k], expected.x)


def close(ours: np.ndarray, expected: np.ndarray) -> None:
    np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-13)


def test_each_network_of_an_ensemble_may_have_its_own_data() -> None:
    ensemble = Network.build(Dense(2, 3), nn.tanh, Dense(3, 1), rng=rng(), networks=4)
    x = rng(1).normal(size=(4, 5, 2))
    for k in range(4):
        close(ensemble(x)[k], ensemble.with_parameters(ensemble.parameters[k])(x[k]))
    assert ensemble.backward(ensemble.forward(x), np.ones((4, 5, 1))).x.shape == x.shape


@given(
    x=hnp.arrays(np.float64, (3, 2), elements=st.floats(-1e3, 1e3)),
    split=st.integers(1, 2),
)
def test_examples_do_not_touch_each_other(x: np.ndarray, split: int) -> None:
    network = Network.build(Dense(2, 4), nn.tanh, Dense(4, 3), nn.softmax, rng=rng())
    parts = np.concatenate([network(x[:split]), network(x[split:])])
    np.testing.assert_allclose(network(x), parts, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@each_architecture
def test_the_dtype_of_the_network_decides(
    layers: tuple[Layer | Activation, ...], dtype: type[np.floating]
) -> None:
    network = Network.build(*layers, rng=rng(), dtype=dtype)
    x = rng(1).normal(size=(5, 2))
    run = network.forward(x, rng=rng())
    gradient = network.backward(run, run.outputs.astype(np.float64))
    assert network.parameters.dtype == network(x).dtype == run.outputs.dtype == dtype
    assert gradient.parameters.dtype == gradient.x.dtype == dtype
    assert all(array.dtype == dtype for each in run.statistics for array in each)


def test_one_seed_means_one_network_in_every_dtype() -> None:
    double = Network.build(Dense(2, 3), rng=rng(7))
    single = Network.build(Dense(2, 3), rng=rng(7), dtype="float32")
    np.testing.assert_array_equal(single.parameters, double.parameters.astype(np.float32))
    assert np.any(double.parameters != Network.build(Dense(2, 3), rng=rng(8)).parameters)


def test_where_the_numbers_lie() -> None:
    network = Network.build(Dense(2, 3), BatchNorm(), nn.tanh, Dense(3, 2), rng=rng())
    assert network.parameter_count == 2 * 3 + 3 + 3 + 3 + 3 * 2 + 2 == 23
    assert [network.name_of(index) for index in (0, 5, 6, 9, 14, 15, 20, 21, 22)] == [
        "layer 1 weights[0, 0]",
        "layer 1 weights[1, 2]",
        "layer 1 biases[0]",
        "layer 1 gamma[0]",
        "layer 1 beta[2]",
        "layer 2 weights[0, 0]",
        "layer 2 weights[2, 1]",
        "layer 2 biases[0]",
        "layer 2 biases[1]",
    ]
    (w1, b1), (gamma, beta), nothing, (w2, _) = network.arrays
    assert w1[1, 2] == network.parameters[5]
    assert w2[2, 1] == network.parameters[20]
    assert nothing == ()
    np.testing.assert_array_equal(b1, [0, 0, 0])
    np.testing.assert_array_equal(gamma, [1, 1, 1])
    np.testing.assert_array_equal(beta, [0, 0, 0])
    weights = [True] * 6 + [False] * 9 + [True] * 6 + [False] * 2
    np.testing.assert_array_equal(network.weight_mask, weights)
    for index in (-1, 23):
        with pytest.raises(nn.InputValueError) as error:
            network.name_of(index)
        assert str(error.value) == (
            f"index: got {index}, expected an index from 0 to 22. "
            "Use an index of the parameter vector."
        )


def test_views_reach_the_vector() -> None:
    network = by_hand()
    vector = np.zeros_like(HAND)
    network.cut(vector)[2][0][...] = [[5], [6]]
    np.testing.assert_array_equal(vector, [0, 0, 0, 0, 0, 0, 5, 6, 0])
    assert network.arrays is network.arrays
    assert network.steps is network.steps


def test_nothing_in_a_network_changes() -> None:
    vector = HAND.copy()
    network = by_hand().with_parameters(vector)
    vector[0] = 100
    np.testing.assert_array_equal(network.parameters, HAND)
    with pytest.raises(ValueError, match="read-only"):
        network.parameters[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        network.arrays[0][0][0] = 1
    with pytest.raises(FrozenInstanceError):
        network.inputs = 3  # type: ignore[misc]
    x = X.copy()
    network.backward(network.forward(x), [[1], [2]])
    np.testing.assert_array_equal(x, X)


def test_statistics_follow_training_and_are_used_afterwards() -> None:
    network = Network.build(Dense(2, 3), BatchNorm(), rng=rng())
    x = rng(1).normal(size=(50, 2)) + 3
    run = network.forward(x)
    assert np.any(run.statistics[1][0] != network.statistics[1][0])
    later = network.with_parameters(network.parameters, run.statistics)
    assert np.any(later(x) != network(x))
    kept = later.with_parameters(2 * later.parameters)
    np.testing.assert_array_equal(kept.statistics[1][0], run.statistics[1][0])


def test_dropout_rests_in_use_and_draws_in_training() -> None:
    network = Network.build(Dense(2, 50), Dropout(0.5), rng=rng())
    outputs = network.forward(X, rng=rng(1)).outputs
    np.testing.assert_array_equal(outputs, network.forward(X, rng=rng(1)).outputs)
    assert 20 < np.sum(outputs == 0) < 80
    assert not np.any(network(X) == 0)
    with pytest.raises(nn.InputTypeError, match="rng: got None"):
        network.forward(X)


def test_the_usual_rule_follows_the_first_activation() -> None:
    for activation, rule in ((nn.relu, he_normal), (nn.tanh, glorot_uniform)):
        network = Network.build(Dense(3, 4), activation, Dense(4, 2), nn.sigmoid, rng=rng())
        draw = rng()
        np.testing.assert_array_equal(network.arrays[0][0], rule((3, 4), rng=draw))
        np.testing.assert_array_equal(network.arrays[2][0], rule((4, 2), rng=draw))
    alone = Network.build(Dense(3, 4), rng=rng())
    np.testing.assert_array_equal(alone.arrays[0][0], glorot_uniform((3, 4), rng=rng()))


def test_the_given_rule_draws_weights_and_leaves_biases_at_zero() -> None:
    network = Network.build(Dense(2, 3), Dense(3, 1), rng=rng(), initialization=Constant(2))
    np.testing.assert_array_equal(network.parameters, [2] * 6 + [0] * 3 + [2] * 3 + [0])
    assert not Network.build(Dense(2, 3), rng=rng(), initialization=zeros).parameters.any()


def test_a_network_without_a_dense_layer_needs_its_width() -> None:
    network = Network.build(LayerNorm(), nn.tanh, inputs=3, rng=rng())
    assert network([[1.0, 2.0, 3.0]]).shape == (1, 3)
    assert network.parameter_count == 6
    assert Network.build(Dropout(0.5), Dense(4, 1), rng=rng()).inputs == 4
    assert Network.build(nn.tanh, inputs=2, rng=rng()).parameter_count == 0


def test_the_passes_save_the_gradient_of_the_inputs() -> None:
    network = by_hand()
    run = forward(network.layers, network.arrays, network.statistics, X, Mode())
    gradient = np.full_like(HAND, np.nan)
    upstream = np.array([[1.0], [2.0]])
    cut = network.cut(gradient)
    assert backward(network.layers, network.arrays, run.caches, upstream, cut) is None
    np.testing.assert_array_equal(gradient, [14, -1, 0, -2, 6, -1, 7, 2, 3])


ENSEMBLE = Network.build(Dense(2, 1), rng=rng(), networks=(3, 4))
refused: list[tuple[Callable[[], object], type[Exception], str]] = [
    (
        lambda: by_hand()([1.0, 2.0]),
        nn.ShapeError,
        (
            "x: got shape (2,), expected shape (examples, 2) as the first layer takes. "
            "One example is a row: [[0.5, 1.0]]. At least one is needed."
        ),
    ),
    (
        lambda: by_hand()(np.ones((4, 3))),
        nn.ShapeError,
        "x: got shape (4, 3), expected shape (examples, 2) as the first layer takes.",
    ),
    (lambda: by_hand()(np.ones((0, 2))), nn.ShapeError, "x: got shape (0, 2), expected shape"),
    (lambda: by_hand()(np.ones((4, 0))), nn.ShapeError, "x: got shape (4, 0), expected shape"),
    (lambda: by_hand()(np.ones((3, 4, 2))), nn.ShapeError, "x: got shape (3, 4, 2), expected"),
    (lambda: by_hand()(1.0), nn.ShapeError, "x: got shape (), expected"),
    (
        lambda: ENSEMBLE(np.ones((4, 3, 5, 2))),
        nn.ShapeError,
        (
            "x: got shape (4, 3, 5, 2), expected shape (examples, 2) as the first layer takes, "
            "or (3, 4, examples, 2). One"
        ),
    ),
    (
        lambda: by_hand()([[1.0, np.nan]]),
        nn.InputValueError,
        (
            "x: got nan at index (0, 1), expected finite numbers in float64. "
            "Drop such examples, or "
            "fill the gaps."
        ),
    ),
    (lambda: by_hand().forward([[np.inf, 1.0]]), nn.InputValueError, "x: got inf at index (0, 0)"),
    (
        lambda: Network.build(Dense(1, 1), rng=rng(), dtype=np.float32)([[1e300]]),
        nn.InputValueError,
        "x: got 1e+300 at index (0, 0), expected finite numbers in float32.",
    ),
    (lambda: by_hand()([["a", "b"]]), nn.InputTypeError, "x: got list of dtype <U1"),
    (
        lambda: by_hand().as_batch([[1.0]], "validation x"),
        nn.ShapeError,
        "validation x: got shape (1, 1)",
    ),
    (
        lambda: by_hand().backward(by_hand().forward(X), [1.0, 2.0]),
        nn.ShapeError,
        "upstream: got shape (2,), expected shape (2, 1) as the outputs has.",
    ),
    (
        lambda: by_hand().with_parameters(HAND[1:]),
        nn.ShapeError,
        (
            "parameters: got shape (8,), expected shape (..., 9) as the layers "
            "need. One vector holds "
            "the arrays of all layers; network.cut(vector) shows them."
        ),
    ),
    (lambda: by_hand().with_parameters(["a"]), nn.InputTypeError, "parameters: got list of"),
    (
        lambda: by_hand().with_parameters(HAND, [(), (), (HAND,)]),
        nn.ShapeError,
        (
            "statistics: got shapes [[], [], [(9,)]], expected shapes [[], [], "
            "[]]. Take them from a "
            "pass of a network with the same layers and axes."
        ),
    ),
    (
        lambda: Network.build(Dense(2, 8), nn.tanh, Dense(3, 1), rng=rng()),
        nn.ShapeError,
        (
            "layer 2, inputs of Dense(3, 1): got shape (examples, 8), expected "
            "shape (examples, 3). "
            "Make it Dense(8, 1), or change what comes before it."
        ),
    ),
    (
        lambda: Network.build(Dense(2, 8), rng=rng(), inputs=3),
        nn.ShapeError,
        "layer 1, inputs of Dense(2, 8): got shape (examples, 3)",
    ),
    (
        lambda: Network.build(rng=rng()),
        nn.InputValueError,
        "layers: got none, expected at least one layer. A single neuron is Dense(2, 1).",
    ),
    (
        lambda: Network.build(nn.relu, rng=rng()),
        nn.InputTypeError,
        (
            "inputs: got None, and no dense layer, expected a whole number. Say "
            "how many numbers one "
            "example has, for example inputs=4."
        ),
    ),
    (
        lambda: Network.build(nn.relu, inputs=0, rng=rng()),
        nn.InputValueError,
        "inputs: got 0, expected a whole number from 1 on. Say how many",
    ),
    (
        lambda: Network.build(Dense(2, 1), rng=rng(), networks=0),
        nn.InputValueError,
        (
            "networks: got 0, expected a whole number from 1 on. networks=1000 makes an ensemble, "
            "networks=() a single network."
        ),
    ),
    (
        lambda: Network.build(Dense(2, 1), rng=rng(), dtype=int),
        nn.InputTypeError,
        (
            "dtype: got int64, expected float16, float32 or float64. Take "
            "float64 to check gradients, "
            "float32 for speed."
        ),
    ),
]


@pytest.mark.parametrize(("call", "kind", "message"), refused)
def test_errors(call: Callable[[], object], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as error:
        call()
    assert str(error.value).startswith(message)
