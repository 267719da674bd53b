"""What no signature of the package lets through under test, but what callers may still pass."""

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.dense import Dense
from nnbyhand.network.checks import as_axes, as_dtype, as_generator, as_layers, read_only


def test_activations_become_layers() -> None:
    assert as_layers([Dense(2, 1), nn.tanh]) == (Dense(2, 1), Activated(nn.tanh))


@pytest.mark.parametrize(
    ("layer", "got"),
    [(nn.LeakyReLU, "<class 'nnbyhand.activations.elementwise.LeakyReLU'>"), ("tanh", "str")],
)
def test_other_things_are_no_layers(layer: object, got: str) -> None:
    with pytest.raises(nn.InputTypeError) as error:
        as_layers([Dense(2, 1), layer])
    assert str(error.value) == (
        f"layers[1]: got {got}, expected a layer or an activation. "
        "Give objects one by one: build(Dense(2, 8), nn.tanh, Dense(8, 1), rng=rng)."
    )


def test_a_seed_is_no_generator() -> None:
    rng = np.random.default_rng(0)
    assert as_generator(rng) is rng
    with pytest.raises(nn.InputTypeError) as error:
        as_generator(0)
    assert str(error.value) == (
        "rng: got 0, expected a numpy.random.Generator. "
        "Pass rng=np.random.default_rng(0); the seed decides all that is drawn."
    )


def test_axes() -> None:
    assert as_axes(()) == ()
    assert as_axes(1) == (1,)
    assert as_axes([2, 3]) == (2, 3)
    with pytest.raises(nn.InputValueError):
        as_axes((2, 0))


def test_dtypes() -> None:
    for dtype in ("float16", "float32", "float64", np.float32):
        assert as_dtype(dtype).isnative
    for dtype in (np.int64, np.complex128, ">f8", "U3", object):
        with pytest.raises(nn.InputTypeError):
            as_dtype(dtype)


def test_copies_are_native_and_in_order() -> None:
    columns_first = np.asfortranarray(np.arange(6.0).reshape(2, 3)).astype(">f8")
    copy = read_only("parameters", columns_first)
    np.testing.assert_array_equal(copy, columns_first)
    assert copy.dtype.isnative
    assert copy.flags.c_contiguous
    assert not copy.flags.writeable
