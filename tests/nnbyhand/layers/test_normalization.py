"""Batch and layer normalization: values, running statistics and the way back."""

from dataclasses import FrozenInstanceError
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.gradient_check import gradient_check
from nnbyhand.layers.base import Forward, Layer, Mode, Parameter
from nnbyhand.layers.normalization import BatchNorm, LayerNorm

TRAINING, USE = Mode(training=True), Mode()
LAYERS = [BatchNorm(), LayerNorm()]
CASES = [(BatchNorm(), TRAINING), (BatchNorm(), USE), (LayerNorm(), TRAINING), (LayerNorm(), USE)]
NETWORKS = [(), (3,), (2, 2)]


class Case(NamedTuple):
    """Arrays to try a layer on, none of which may be written to."""

    parameters: tuple[np.ndarray, ...]
    statistics: tuple[np.ndarray, ...]
    x: np.ndarray
    upstream: np.ndarray


def case(  # noqa: PLR0913
    layer: Layer,
    *,
    networks: tuple[int, ...] = (),
    examples: int = 5,
    features: int = 4,
    shared: bool = False,
    seed: int = 0,
    dtype: type[np.floating] = np.float64,
) -> Case:
    rng = np.random.default_rng(seed)
    parameters = [
        rng.normal(size=(*networks, *array.shape)) for array in layer.parameters(features)
    ]
    statistics = [
        rng.uniform(0.5, 2, size=(*networks, *array.shape)) for array in layer.statistics(features)
    ]
    shape = (*networks, examples, features)
    # 0, 2, 4 in all rows and columns, and noise. Among nearly equal numbers the function bends so
    # much that differences show another slope.
    spread = 2.0 * (np.add.outer(np.arange(examples), 2 * np.arange(features)) % 3)
    x = spread + rng.uniform(-0.5, 0.5, size=shape[-2:] if shared else shape)
    arrays = [*parameters, *statistics, x, rng.normal(size=shape)]
    arrays = [array.astype(dtype) for array in arrays]
    for array in arrays:
        array.flags.writeable = False
    split = len(parameters)
    return Case(tuple(arrays[:split]), tuple(arrays[split:-2]), *arrays[-2:])


def back(
    layer: Layer, given: Case, cache: object, *, to_inputs: bool = True
) -> tuple[tuple[np.ndarray, ...], np.ndarray | None]:
    """Run the backward pass on gradient arrays that are parts of one vector, as in a network."""
    sizes = [array.shape[-1] for array in given.parameters]
    networks = given.parameters[0].shape[:-1]
    vector = np.full((*networks, sum(sizes)), np.nan, given.x.dtype)
    gradient = np.split(vector, np.cumsum(sizes)[:-1], axis=-1)
    gx = layer.backward(given.parameters, cache, given.upstream, gradient, to_inputs=to_inputs)
    assert np.isfinite(vector).all()
    return tuple(gradient), gx


def forward(layer: Layer, given: Case, mode: Mode) -> Forward:
    return layer.forward(given.parameters, given.statistics, given.x, mode)


def worst_error(layer: Layer, given: Case, mode: Mode, rng: np.random.Generator | None) -> float:
    """Compare the gradients with respect to gamma, beta and x with central differences."""
    gradient, gx = back(layer, given, forward(layer, given, mode).cache)
    point = [*given.parameters, given.x]
    claims = [*gradient, np.asarray(gx)]

    def total(array: np.ndarray, place: int) -> np.floating:
        *parameters, x = [*point[:place], array, *point[place + 1 :]]
        outputs = layer.forward(parameters, given.statistics, x, mode).outputs
        return np.sum(given.upstream * outputs)

    reports = [
        gradient_check(lambda array, place=place: total(array, place), point[place], claim, rng=rng)
        for place, claim in enumerate(claims)
    ]
    return max(report.relative_error for report in reports)


# One feature 0, 0, 3 of three examples: mean 1, differences -1, -1, 2, variance 6/3 = 2.
# With epsilon 2 the deviation is sqrt(2 + 2) = 2 and n = -1/2, -1/2, 1.
COLUMN = np.array([[0.0], [0.0], [3.0]])
BY_HAND = BatchNorm(momentum=0.1, epsilon=2.0)
GAMMA_BETA = (np.array([2.0]), np.array([5.0]))


def test_batch_normalization_worked_by_hand() -> None:
    statistics = (np.array([4.0]), np.array([1.0]))
    outputs, cache, after = BY_HAND.forward(GAMMA_BETA, statistics, COLUMN, TRAINING)
    # 2 n + 5
    np.testing.assert_allclose(outputs, [[4], [4], [7]], rtol=1e-15)
    # Mean: 0.9 * 4 + 0.1 * 1 = 3.7. Variance, unbiased 6/2 = 3: 0.9 * 1 + 0.1 * 3 = 1.2.
    np.testing.assert_allclose(after, [[3.7], [1.2]], rtol=1e-15)

    gradient = (np.empty(1), np.empty(1))
    upstream = np.array([[1.0], [0.0], [2.0]])
    gx = BY_HAND.backward(GAMMA_BETA, cache, upstream, gradient, to_inputs=True)
    # gamma: -1/2 * 1 - 1/2 * 0 + 1 * 2 = 3/2. beta: 1 + 0 + 2 = 3.
    np.testing.assert_allclose(gradient, [[1.5], [3]], rtol=1e-15)
    # g = 2, 0, 4 has mean 2; n g = -1, 0, 4 has mean 1. (g - 2 - n * 1) / 2:
    # (2 - 2 + 1/2) / 2 = 1/4, (0 - 2 + 1/2) / 2 = -3/4, (4 - 2 - 1) / 2 = 1/2.
    np.testing.assert_allclose(gx, [[0.25], [-0.75], [0.5]], rtol=1e-15)


def test_batch_normalization_in_use_worked_by_hand() -> None:
    # Running mean 1 and variance 2: s = sqrt(2 + 2) = 2. One example 5: n = (5 - 1) / 2 = 2.
    statistics = (np.array([1.0]), np.array([2.0]))
    outputs, cache, after = BY_HAND.forward(GAMMA_BETA, statistics, np.array([[5.0]]), USE)
    np.testing.assert_array_equal(outputs, [[2 * 2 + 5]])
    np.testing.assert_array_equal(after, statistics)
    # s is a constant now, so the slope is gamma / s = 1: an upstream 3 stays 3.
    gradient = (np.empty(1), np.empty(1))
    gx = BY_HAND.backward(GAMMA_BETA, cache, np.array([[3.0]]), gradient, to_inputs=True)
    np.testing.assert_array_equal(gradient, [[2 * 3], [3]])
    np.testing.assert_array_equal(gx, [[3]])


def test_layer_normalization_worked_by_hand() -> None:
    # Both rows have mean 1 and variance 2, so n = -1/2, -1/2, 1 and 1, -1/2, -1/2.
    layer, x = LayerNorm(epsilon=2.0), np.array([[0.0, 0.0, 3.0], [3.0, 0.0, 0.0]])
    parameters = (np.array([2.0, 4.0, 6.0]), np.array([5.0, 0.0, 1.0]))
    outputs, cache, after = layer.forward(parameters, (), x, TRAINING)
    # gamma n + beta, for example 2 * -1/2 + 5 = 4
    np.testing.assert_allclose(outputs, [[4, -2, 7], [7, -2, -2]], rtol=1e-15)
    assert after == ()

    gradient = (np.empty(3), np.empty(3))
    upstream = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 0.0]])
    gx = layer.backward(parameters, cache, upstream, gradient, to_inputs=True)
    # gamma: the columns of n * upstream, summed; beta: those of upstream.
    np.testing.assert_allclose(gradient, [[-1 / 2, -1 / 2, 2], [1, 1, 2]], rtol=1e-15)
    # First row: g = 2, 0, 12 has mean 14/3; n g = -1, 0, 12 has mean 11/3; (g - 14/3 - n 11/3) / 2.
    # Second row: g = 0, 4, 0 has mean 4/3; n g = 0, -2, 0 has mean -2/3; (g - 4/3 + n 2/3) / 2.
    np.testing.assert_allclose(gx, [[-5 / 12, -17 / 12, 22 / 12], [-2 / 6, 7 / 6, -5 / 6]])


@pytest.mark.parametrize("networks", NETWORKS)
@pytest.mark.parametrize(("layer", "mode"), CASES)
def test_every_entry_of_the_gradients(layer: Layer, mode: Mode, networks: tuple[int, ...]) -> None:
    assert worst_error(layer, case(layer, networks=networks), mode, rng=None) <= 1e-6


@given(
    at=st.sampled_from(CASES),
    examples=st.integers(3, 9),
    features=st.integers(3, 9),
    networks=st.sampled_from(NETWORKS),
    seed=st.integers(0, 2**32),
)
def test_gradients_along_random_directions(
    at: tuple[Layer, Mode], examples: int, features: int, networks: tuple[int, ...], seed: int
) -> None:
    layer, mode = at
    given = case(layer, networks=networks, examples=examples, features=features, seed=seed)
    assert worst_error(layer, given, mode, rng=np.random.default_rng(seed)) <= 1e-6


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("layer", "mode"), CASES)
def test_an_ensemble_is_a_loop_over_its_networks(layer: Layer, mode: Mode, *, shared: bool) -> None:
    given = case(layer, networks=(3,), shared=shared)
    together = forward(layer, given, mode)
    gradient, gx = back(layer, given, together.cache)
    assert gx is not None
    for k in range(3):
        one = Case(
            tuple(array[k] for array in given.parameters),
            tuple(array[k] for array in given.statistics),
            given.x if shared else given.x[k],
            given.upstream[k],
        )
        alone = forward(layer, one, mode)
        its_gradient, its_gx = back(layer, one, alone.cache)
        pairs = [
            (together.outputs[k], alone.outputs),
            *zip([array[k] for array in together.statistics], alone.statistics, strict=True),
            *zip([array[k] for array in gradient], its_gradient, strict=True),
            (gx[k], its_gx),
        ]
        for ours, expected in pairs:
            np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("layer", "mode"), CASES)
def test_dtype_stays(layer: Layer, mode: Mode, dtype: type[np.floating]) -> None:
    given = case(layer, networks=(2,), dtype=dtype)
    outputs, cache, statistics = forward(layer, given, mode)
    gradient, gx = back(layer, given, cache)
    assert gx is not None
    assert {array.dtype for array in (outputs, *statistics, *gradient, gx)} == {np.dtype(dtype)}


@pytest.mark.parametrize(("layer", "mode"), CASES)
def test_the_first_layer_saves_the_way_to_x(layer: Layer, mode: Mode) -> None:
    given = case(layer)
    cache = forward(layer, given, mode).cache
    gradient, gx = back(layer, given, cache, to_inputs=False)
    assert gx is None
    np.testing.assert_array_equal(gradient, back(layer, given, cache)[0])


@pytest.mark.parametrize(("layer", "axis"), [(BatchNorm(), -2), (LayerNorm(), -1)])
def test_mean_and_variance_become_0_and_1(layer: Layer, axis: int) -> None:
    x = np.random.default_rng(0).normal(50, 7, size=(3, 40, 30))
    n = layer.forward((np.ones(30), np.zeros(30)), tuple(np.ones((2, 30))), x, TRAINING).outputs
    np.testing.assert_allclose(n.mean(axis=axis), 0, atol=1e-12)
    np.testing.assert_allclose(n.var(axis=axis), 1, rtol=1e-5)


@pytest.mark.parametrize("layer", LAYERS)
def test_scale_and_shift_of_the_inputs_do_not_matter(layer: Layer) -> None:
    # The gradient is at right angles to both directions. (Exactly so for a shift; for a scale, up
    # to epsilon.)
    given = case(layer, examples=6, features=6)
    gx = np.asarray(back(layer, given, forward(layer, given, TRAINING).cache)[1])
    axis = -2 if isinstance(layer, BatchNorm) else -1
    np.testing.assert_allclose(gx.sum(axis=axis), 0, atol=1e-14)
    np.testing.assert_allclose((gx * given.x).sum(axis=axis), 0, atol=1e-4)


@pytest.mark.parametrize("layer", LAYERS)
def test_equal_numbers_come_out_as_the_shift(layer: Layer) -> None:
    beta = np.arange(4.0)
    parameters = (np.ones(4), beta)
    outputs, cache, _ = layer.forward(
        parameters, tuple(np.ones((2, 4))), np.full((3, 4), 7.0), TRAINING
    )
    np.testing.assert_array_equal(outputs, np.tile(beta, (3, 1)))
    gradient = (np.empty(4), np.empty(4))
    gx = layer.backward(parameters, cache, np.ones((3, 4)), gradient, to_inputs=True)
    assert gx is not None
    assert np.isfinite(gx).all()


def test_running_statistics_over_three_batches() -> None:
    layer, statistics = BatchNorm(momentum=0.5), (np.zeros(1), np.ones(1))
    for low in (0.0, 10.0, 20.0):
        batch = np.array([[low], [low + 2]])  # mean low + 1, unbiased variance 2
        statistics = layer.forward(GAMMA_BETA, statistics, batch, TRAINING).statistics  # type: ignore[assignment]
    # 0 -> 0.5 -> 5.75 -> 13.375, and 1 -> 1.5 -> 1.75 -> 1.875
    np.testing.assert_array_equal(statistics, [[13.375], [1.875]])


def test_what_the_layers_learn_and_keep() -> None:
    learned = (
        Parameter("gamma", (3,), start=1.0, is_weight=False),
        Parameter("beta", (3,), start=0.0, is_weight=False),
    )
    assert BatchNorm().parameters(3) == LayerNorm().parameters(3) == learned
    assert BatchNorm().statistics(3) == (
        Parameter("running mean", (3,), start=0.0),
        Parameter("running variance", (3,), start=1.0),
    )
    assert LayerNorm().statistics(3) == ()
    assert BatchNorm().outputs(3) == LayerNorm().outputs(3) == 3
    assert len(BatchNorm().parameters(1)) == len(LayerNorm().parameters(2)) == 2


def test_defaults_and_python_floats() -> None:
    assert BatchNorm() == BatchNorm(momentum=0.1, epsilon=1e-5)
    assert LayerNorm() == LayerNorm(epsilon=1e-5)
    layer = BatchNorm(np.float64(0.2), np.float64(1e-3))
    assert type(layer.momentum) is type(layer.epsilon) is float
    assert type(LayerNorm(np.float64(1e-3)).epsilon) is float


@pytest.mark.parametrize("shape", [(1, 4), (0, 4), (3, 1, 4)])
def test_a_batch_of_one_is_refused_in_training_only(shape: tuple[int, ...]) -> None:
    arrays = tuple(np.ones((2, 4)))
    with pytest.raises(ShapeError) as error:
        BatchNorm().forward(arrays, arrays, np.ones(shape), TRAINING)
    assert str(error.value) == (
        f"x: got shape {shape}, expected shape (..., examples, features) with at least 2 examples "
        "in training. Choose a batch size that leaves no example alone, or use layer normalization."
    )
    assert BatchNorm().forward(arrays, arrays, np.ones(shape), USE).outputs.shape == shape
    assert LayerNorm().forward(arrays, (), np.ones(shape), TRAINING).outputs.shape == shape
    BatchNorm().forward(arrays, arrays, np.ones((2, 4)), TRAINING)


@pytest.mark.parametrize("inputs", [0, 1])
def test_layer_normalization_of_one_feature_is_refused(inputs: int) -> None:
    with pytest.raises(ShapeError) as error:
        LayerNorm().parameters(inputs)
    assert str(error.value) == (
        f"inputs of LayerNorm: got shape (examples, {inputs}), expected shape (examples, 2) or "
        "wider. A single feature minus its own mean is 0: leave this layer out."
    )


MOMENTUM = "The running statistics move by this share towards each batch; the default is 0.1."
EPSILON = "It keeps equal numbers from being divided by 0; the default is 1e-5."


@pytest.mark.parametrize(
    ("kind", "arguments", "message"),
    [
        (BatchNorm, {"momentum": 0}, "momentum: got 0.0, expected a number above 0 and below 1."),
        (BatchNorm, {"momentum": 1.0}, "momentum: got 1.0, expected a number above 0 and below 1."),
        (BatchNorm, {"epsilon": 0.0}, "epsilon: got 0.0, expected a number above 0 and below inf."),
        (LayerNorm, {"epsilon": -1}, "epsilon: got -1.0, expected a number above 0 and below inf."),
    ],
)
def test_bad_attributes_are_refused(
    kind: type[Layer], arguments: dict[str, float], message: str
) -> None:
    with pytest.raises(InputValueError) as error:
        kind(**arguments)
    assert str(error.value) == f"{message} {MOMENTUM if 'momentum' in arguments else EPSILON}"


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_cannot_be_changed(layer: Layer) -> None:
    with pytest.raises(FrozenInstanceError):
        layer.epsilon = 0.1  # type: ignore[attr-defined]
