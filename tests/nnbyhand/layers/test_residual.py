"""Residual connections: x + f(x), for any chain of layers f."""

from collections.abc import Sequence
from dataclasses import FrozenInstanceError, dataclass
from typing import Any

import numpy as np
import pytest

from nnbyhand.activations.elementwise import tanh
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.gradient_check import gradient_check
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Forward, Layer, Mode, Parameter
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual, _as_layer


@dataclass(frozen=True)
class Product(Layer):
    """x @ W, the simplest layer that can change the width."""

    width: int

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        return (Parameter("weights", (inputs, self.width), is_weight=True),)

    def outputs(self, inputs: int) -> int:  # noqa: ARG002
        return self.width

    def forward(self, parameters: Any, statistics: Any, x: Any, mode: Mode) -> Forward:  # noqa: ANN401, ARG002
        return Forward(x @ parameters[0], x)

    def backward(
        self,
        parameters: Any,  # noqa: ANN401
        cache: Any,  # noqa: ANN401
        upstream: Any,  # noqa: ANN401
        gradient: Any,  # noqa: ANN401
        *,
        to_inputs: bool,
    ) -> Any:  # noqa: ANN401
        gradient[0][...] = cache.mT @ upstream
        return upstream @ parameters[0].mT if to_inputs else None


BLOCK = Residual(BatchNorm(), Product(6), tanh, Dropout(0.4), Product(4), LayerNorm())
NESTED = Residual(BatchNorm(momentum=0.3), Product(4), Residual(BatchNorm(), Product(4)))


def training(seed: int = 5) -> Mode:
    return Mode(training=True, rng=np.random.default_rng(seed))


def arrays(
    wanted: Sequence[Parameter], networks: tuple[int, ...] = (), seed: int = 0
) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    made = tuple(
        rng.normal(size=(*networks, *array.shape)) / 2
        if array.is_weight
        else rng.uniform(0.3, 1.5, size=(*networks, *array.shape))
        for array in wanted
    )
    for array in made:
        array.flags.writeable = False
    return made


def back(
    layer: Layer,
    parameters: tuple[np.ndarray, ...],
    cache: object,
    upstream: np.ndarray,
    *,
    to_inputs: bool = True,
) -> tuple[tuple[np.ndarray, ...], np.ndarray | None]:
    gradient = tuple(np.full_like(array, np.nan) for array in parameters)
    gx = layer.backward(parameters, cache, upstream, gradient, to_inputs=to_inputs)
    assert all(np.isfinite(array).all() for array in gradient)
    return gradient, gx


def test_a_block_worked_by_hand() -> None:
    # f(x) = x @ W: 1 * 2 + 2 * 1 = 4 and 1 * 0 + 2 * 3 = 6, so x + f(x) = 1 + 4, 2 + 6.
    layer, parameters = Residual(Product(2)), (np.array([[2.0, 0.0], [1.0, 3.0]]),)
    outputs, cache, statistics = layer.forward(parameters, (), np.array([[1.0, 2.0]]), Mode())
    np.testing.assert_array_equal(outputs, [[5, 8]])
    assert statistics == ()
    # W: x transposed times upstream. x: upstream plus upstream @ W.T, which is
    # 1 * 2 - 1 * 0 = 2 and 1 * 1 - 1 * 3 = -2.
    gradient, gx = back(layer, parameters, cache, np.array([[1.0, -1.0]]))
    np.testing.assert_array_equal(gradient[0], [[1, -1], [2, -2]])
    np.testing.assert_array_equal(gx, [[1 + 2, -1 - 2]])


def test_it_is_the_sum_of_x_and_the_chain() -> None:
    parameters, statistics = arrays(BLOCK.parameters(4)), arrays(BLOCK.statistics(4))
    x, upstream = np.random.default_rng(1).normal(size=(2, 5, 4))
    result = BLOCK.forward(parameters, statistics, x, training())
    norm, first, bend, drop, second, last = BLOCK.layers
    mode = training()
    a, norm_cache, after = norm.forward(parameters[:2], statistics, x, mode)
    b, first_cache, _ = first.forward(parameters[2:3], (), a, mode)
    c, bend_cache, _ = bend.forward((), (), b, mode)
    d, drop_cache, _ = drop.forward((), (), c, mode)
    e, second_cache, _ = second.forward(parameters[3:4], (), d, mode)
    f, last_cache, _ = last.forward(parameters[4:], (), e, mode)
    np.testing.assert_array_equal(result.outputs, x + f)
    np.testing.assert_array_equal(result.statistics, after)

    gradient, gx = back(BLOCK, parameters, result.cache, upstream)
    last_gradient, u = back(last, parameters[4:], last_cache, upstream)
    second_gradient, u = back(second, parameters[3:4], second_cache, np.asarray(u))
    u = drop.backward((), drop_cache, np.asarray(u), (), to_inputs=True)
    u = bend.backward((), bend_cache, np.asarray(u), (), to_inputs=True)
    first_gradient, u = back(first, parameters[2:3], first_cache, np.asarray(u))
    norm_gradient, u = back(norm, parameters[:2], norm_cache, np.asarray(u))
    expected = [*norm_gradient, *first_gradient, *second_gradient, *last_gradient]
    for ours, chain in zip(gradient, expected, strict=True):
        np.testing.assert_array_equal(ours, chain)
    np.testing.assert_array_equal(gx, upstream + np.asarray(u))


@pytest.mark.parametrize("mode", ["training", "use"])
@pytest.mark.parametrize("networks", [(), (2,)])
@pytest.mark.parametrize("layer", [BLOCK, NESTED, Residual(Dropout(0.5))])
def test_gradients(layer: Residual, networks: tuple[int, ...], mode: str) -> None:
    parameters = arrays(layer.parameters(4), networks)
    statistics = arrays(layer.statistics(4), networks, seed=1)
    x, upstream = np.random.default_rng(2).normal(size=(2, *networks, 5, 4))
    point = [*parameters, x]

    def run(parameters: Sequence[np.ndarray], x: np.ndarray) -> Forward:
        return layer.forward(
            parameters, statistics, x, training() if mode == "training" else Mode()
        )

    def total(array: np.ndarray, place: int) -> np.floating:
        *parameters, x = [*point[:place], array, *point[place + 1 :]]
        return np.sum(upstream * run(parameters, x).outputs)

    gradient, gx = back(layer, parameters, run(parameters, x).cache, upstream)
    for place, claim in enumerate([*gradient, np.asarray(gx)]):
        report = gradient_check(lambda array, place=place: total(array, place), point[place], claim)
        assert report.relative_error <= 1e-6, (place, report)


@pytest.mark.parametrize("shared", [False, True])
def test_an_ensemble_is_a_loop_over_its_networks(*, shared: bool) -> None:
    parameters = arrays(NESTED.parameters(4), (3,))
    statistics = arrays(NESTED.statistics(4), (3,), seed=1)
    rng = np.random.default_rng(2)
    x, upstream = rng.normal(size=(5, 4) if shared else (3, 5, 4)), rng.normal(size=(3, 5, 4))
    together = NESTED.forward(parameters, statistics, x, training())
    gradient, gx = back(NESTED, parameters, together.cache, upstream)
    assert gx is not None
    for k in range(3):
        its = tuple(array[k] for array in parameters)
        kept = tuple(array[k] for array in statistics)
        alone = NESTED.forward(its, kept, x if shared else x[k], training())
        its_gradient, its_gx = back(NESTED, its, alone.cache, upstream[k])
        pairs = [
            (together.outputs[k], alone.outputs),
            *zip([array[k] for array in together.statistics], alone.statistics, strict=True),
            *zip([array[k] for array in gradient], its_gradient, strict=True),
            (gx[k], its_gx),
        ]
        for ours, expected in pairs:
            np.testing.assert_allclose(ours, expected, rtol=1e-12, atol=1e-14)


def test_arrays_keep_the_order_of_the_layers_and_names_say_the_place() -> None:
    assert [(array.name, array.shape) for array in BLOCK.parameters(4)] == [
        ("0.gamma", (4,)),
        ("0.beta", (4,)),
        ("1.weights", (4, 6)),
        ("4.weights", (6, 4)),
        ("5.gamma", (4,)),
        ("5.beta", (4,)),
    ]
    weights = BLOCK.parameters(4)[2]
    assert weights == Parameter("1.weights", (4, 6), start=None, is_weight=True)
    assert BLOCK.parameters(4)[0].start == 1.0
    assert [array.name for array in NESTED.parameters(4)] == [
        *("0.gamma", "0.beta", "1.weights", "2.0.gamma", "2.0.beta", "2.1.weights"),
    ]
    assert [(array.name, array.start) for array in NESTED.statistics(4)] == [
        ("0.running mean", 0.0),
        ("0.running variance", 1.0),
        ("2.0.running mean", 0.0),
        ("2.0.running variance", 1.0),
    ]
    assert BLOCK.outputs(4) == 4


def test_statistics_come_back_in_order_and_new() -> None:
    statistics = arrays(NESTED.statistics(4))
    x = np.random.default_rng(0).normal(3, 1, size=(5, 4))
    after = NESTED.forward(arrays(NESTED.parameters(4)), statistics, x, training()).statistics
    assert [array.shape for array in after] == [(4,)] * 4
    # Both normalizations move towards their batch, the outer one by 0.3, the inner one by 0.1.
    # What reaches the inner one has mean beta @ W, because n has mean 0.
    _, beta, weights, *_ = arrays(NESTED.parameters(4))
    np.testing.assert_allclose(after[0], 0.7 * statistics[0] + 0.3 * x.mean(axis=0))
    np.testing.assert_allclose(after[2], 0.9 * statistics[2] + 0.1 * beta @ weights)
    assert not any(np.shares_memory(old, new) for old in statistics for new in after)


def test_a_first_block_saves_the_way_to_x() -> None:
    parameters, statistics = arrays(BLOCK.parameters(4)), arrays(BLOCK.statistics(4))
    x, upstream = np.random.default_rng(1).normal(size=(2, 5, 4))
    cache = BLOCK.forward(parameters, statistics, x, training()).cache
    gradient, gx = back(BLOCK, parameters, cache, upstream, to_inputs=False)
    assert gx is None
    for ours, full in zip(gradient, back(BLOCK, parameters, cache, upstream)[0], strict=True):
        np.testing.assert_array_equal(ours, full)


def test_float32_stays_float32() -> None:
    parameters = tuple(array.astype(np.float32) for array in arrays(BLOCK.parameters(4)))
    statistics = tuple(array.astype(np.float32) for array in arrays(BLOCK.statistics(4)))
    x = np.random.default_rng(1).normal(size=(5, 4)).astype(np.float32)
    outputs, cache, after = BLOCK.forward(parameters, statistics, x, training())
    gradient, gx = back(BLOCK, parameters, cache, x)
    assert gx is not None
    assert {array.dtype for array in (outputs, *after, *gradient, gx)} == {np.dtype(np.float32)}


def test_activations_are_wrapped() -> None:
    assert Residual(tanh).layers == (Activated(tanh),)
    assert Residual(tanh) == Residual(Activated(tanh))
    np.testing.assert_allclose(
        Residual(tanh).forward((), (), np.array([[1.0]]), Mode()).outputs, [[1 + np.tanh(1)]]
    )


@pytest.mark.parametrize(
    ("layers", "width"), [((Product(3),), 3), ((Product(4), Product(5)), 5), ((Product(1),), 1)]
)
def test_another_width_is_refused(layers: tuple[Layer, ...], width: int) -> None:
    for ask in (Residual(*layers).parameters, Residual(*layers).outputs):
        with pytest.raises(ShapeError) as error:
            ask(4)
        assert str(error.value) == (
            f"layers: got outputs of shape (examples, {width}), expected shape (examples, 4) as "
            "the inputs have. x + f(x) adds entry to entry: make the last layer as wide as x."
        )


def test_no_layers_are_refused() -> None:
    with pytest.raises(InputValueError) as error:
        Residual()
    assert str(error.value) == (
        "layers: got none, expected at least one layer. Give the layers that compute f in x + f(x)."
    )


@pytest.mark.parametrize("bad", [[Product(4)], Product, "tanh", np.tanh])
def test_something_else_than_a_layer_is_refused(bad: Any) -> None:  # noqa: ANN401
    with pytest.raises(InputTypeError) as error:
        _as_layer(bad)
    assert str(error.value) == (
        f"layers: got {type(bad).__name__}, expected layers or activations. "
        "Give them one by one: Residual(first, second)."
    )


def test_a_block_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        BLOCK.layers = ()  # type: ignore[misc]


def test_the_width_is_that_of_the_last_axis() -> None:
    # Layer normalization refuses a width of 1, which here is the number of examples.
    parameters = arrays(LayerNorm().parameters(4), (2,))
    x = np.random.default_rng(0).normal(size=(2, 1, 4))
    inner = LayerNorm().forward(parameters, (), x, Mode()).outputs
    outputs = Residual(LayerNorm()).forward(parameters, (), x, Mode()).outputs
    np.testing.assert_array_equal(outputs, x + inner)
