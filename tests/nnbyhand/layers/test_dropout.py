"""Dropout: a random mask in training, nothing in use."""

from dataclasses import FrozenInstanceError
from typing import Any, Self

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputError, InputTypeError, InputValueError
from nnbyhand.gradient_check import gradient_check
from nnbyhand.layers.base import Mode
from nnbyhand.layers.dropout import Dropout


class Draws(np.random.Generator):
    """A generator whose next numbers are known."""

    def __new__(cls, values: Any) -> Self:  # noqa: ANN401, ARG004
        return super().__new__(cls, np.random.PCG64(0))

    def __init__(self, values: Any) -> None:  # noqa: ANN401
        super().__init__(np.random.PCG64(0))
        self.values = np.asarray(values)

    def random(self, size: tuple[int, ...]) -> np.ndarray:  # type: ignore[override]
        assert size == self.values.shape
        return self.values


def training(seed: int = 0) -> Mode:
    return Mode(training=True, rng=np.random.default_rng(seed))


def test_a_mask_worked_by_hand() -> None:
    # Rate 1/4: draws below 1/4 drop their number, the others are divided by 3/4. 0.25 is not below.
    x = np.array([[3.0, 6.0], [-9.0, 12.0]])
    mode = Mode(training=True, rng=Draws([[0.1, 0.25], [0.9, 0.2]]))
    outputs, mask, statistics = Dropout(0.25).forward((), (), x, mode)
    np.testing.assert_allclose(outputs, [[0, 8], [-12, 0]], rtol=1e-15)
    assert statistics == ()
    # The way back multiplies by the same mask: 0 and 4/3.
    upstream = np.array([[1.5, 1.5], [3.0, 3.0]])
    back = Dropout(0.25).backward((), mask, upstream, (), to_inputs=True)
    np.testing.assert_allclose(back, [[0, 2], [4, 0]], rtol=1e-15)


def test_in_use_it_is_the_identity_and_draws_nothing() -> None:
    x = np.array([[3.0, -6.0]])
    rng = np.random.default_rng(0)
    before = rng.bit_generator.state
    for mode in (Mode(), Mode(rng=rng)):
        outputs, cache, statistics = Dropout(0.5).forward((), (), x, mode)
        np.testing.assert_array_equal(outputs, x)
        np.testing.assert_array_equal(Dropout(0.5).backward((), cache, x, (), to_inputs=True), x)
        assert statistics == ()
    assert rng.bit_generator.state == before


def test_it_learns_nothing_and_keeps_the_width() -> None:
    layer = Dropout(0.5)
    assert (layer.parameters(7), layer.statistics(7), layer.outputs(7)) == ((), (), 7)


@pytest.mark.parametrize("mode", [training(), Mode()])
def test_the_first_layer_saves_the_way_back(mode: Mode) -> None:
    x = np.ones((2, 3))
    cache = Dropout(0.5).forward((), (), x, mode).cache
    assert Dropout(0.5).backward((), cache, x, (), to_inputs=False) is None


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_share_of_dropped_numbers_and_mean(rate: float) -> None:
    n = 100_000
    outputs = Dropout(rate).forward((), (), np.ones((n, 1)), training()).outputs
    # Five standard deviations: sqrt(rate (1 - rate) / n), and for the mean this over 1 - rate.
    tolerance = 5 * np.sqrt(rate * (1 - rate) / n)
    assert np.mean(outputs == 0) == pytest.approx(rate, abs=tolerance)
    assert outputs.mean() == pytest.approx(1, abs=tolerance / (1 - rate))


def test_every_example_and_every_network_has_its_own_mask() -> None:
    outputs = Dropout(0.5).forward((), (), np.ones((3, 4, 30)), training()).outputs
    assert len(np.unique(outputs.reshape(12, 30), axis=0)) == 12


def test_an_ensemble_draws_what_its_networks_would_draw_one_after_the_other() -> None:
    x = np.random.default_rng(1).normal(size=(3, 4, 5))
    together = Dropout(0.4).forward((), (), x, training()).outputs
    mode = training()
    alone = [Dropout(0.4).forward((), (), one, mode).outputs for one in x]
    np.testing.assert_array_equal(together, alone)


def test_passes_differ_and_a_seed_repeats_them() -> None:
    x, mode = np.ones((5, 20)), training(7)
    first, second = (Dropout(0.5).forward((), (), x, mode).outputs for _ in range(2))
    assert (first != second).any()
    np.testing.assert_array_equal(first, Dropout(0.5).forward((), (), x, training(7)).outputs)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_dtype_stays_and_so_does_the_mask(dtype: type[np.floating]) -> None:
    x = np.ones((4, 6), dtype)
    outputs, mask, _ = Dropout(0.3).forward((), (), x, training())
    back = Dropout(0.3).backward((), mask, x, (), to_inputs=True)
    assert back is not None
    assert outputs.dtype == back.dtype == dtype
    wide = Dropout(0.3).forward((), (), np.ones((4, 6)), training()).outputs
    np.testing.assert_array_equal(outputs == 0, wide == 0)


@given(
    rate=st.floats(0.05, 0.95),
    shape=st.sampled_from([(1, 1), (3, 4), (2, 3, 4)]),
    seed=st.integers(0, 2**32),
)
def test_gradient(rate: float, shape: tuple[int, ...], seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, upstream = rng.normal(size=shape), rng.normal(size=shape)
    layer = Dropout(rate)

    def total(x: np.ndarray) -> np.floating:
        return np.sum(upstream * layer.forward((), (), x, training(seed)).outputs)

    mask = layer.forward((), (), x, training(seed)).cache
    back = layer.backward((), mask, upstream, (), to_inputs=True)
    assert back is not None
    report = gradient_check(total, x, back)
    assert report.relative_error <= 1e-6, report


def test_inputs_stay_as_they_are() -> None:
    x = np.ones((2, 3))
    x.flags.writeable = False
    mask = Dropout(0.5).forward((), (), x, training()).cache
    mask.flags.writeable = False
    Dropout(0.5).backward((), mask, x, (), to_inputs=True)


def test_training_without_a_generator_is_refused() -> None:
    with pytest.raises(InputTypeError) as error:
        Dropout(0.5).forward((), (), np.ones((2, 3)), Mode(training=True))
    assert str(error.value) == (
        "rng: got None, expected a numpy.random.Generator. "
        "Dropout draws at random in training: pass rng=np.random.default_rng(0)."
    )


HINT = "A rate of 0 drops nothing: leave the layer out. At 1 nothing would come through."


@pytest.mark.parametrize(
    ("rate", "kind", "got"),
    [
        (0, InputValueError, "0.0, expected a number above 0 and below 1. " + HINT),
        (1.0, InputValueError, "1.0, expected a number above 0 and below 1. " + HINT),
        (-0.5, InputValueError, "-0.5, expected a number above 0 and below 1. " + HINT),
        (float("nan"), InputValueError, "nan, expected a number above 0 and below 1. " + HINT),
    ],
)
def test_bad_rates_are_refused(rate: float, kind: type[InputError], got: str) -> None:
    with pytest.raises(kind) as error:
        Dropout(rate)
    assert str(error.value) == "rate: got " + got


def test_the_rate_becomes_a_python_float() -> None:
    # A NumPy float64 would turn float32 arrays into float64.
    assert type(Dropout(np.float64(0.5)).rate) is float
    assert Dropout(0.5) == Dropout(np.float64(0.5))


def test_a_layer_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Dropout(0.5).rate = 0.6  # type: ignore[misc]
