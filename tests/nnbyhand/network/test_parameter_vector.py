"""One vector for all parameters: nothing overlaps, nothing is left out."""

import itertools

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

import nnbyhand as nn
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.normalization import BatchNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.network.parameter_vector import count, cut, lay_out, name_of, require_fit, weight_mask


def chain(widths: list[int]) -> list[Layer]:
    layers: list[Layer] = []
    for inputs, units in itertools.pairwise(widths):
        layers += [Dense(inputs, units), BatchNorm(), Activated(nn.tanh)]
    return layers


@given(widths=st.lists(st.integers(1, 5), min_size=2, max_size=5), networks=st.integers(1, 3))
def test_the_arrays_share_out_the_vector(widths: list[int], networks: int) -> None:
    steps = lay_out(chain(widths), widths[0])
    vector = np.zeros((networks, count(steps)))
    for arrays in cut(steps, vector):
        for array in arrays:
            array[...] += 1
    np.testing.assert_array_equal(vector, 1)
    names = [name_of(steps, index) for index in range(count(steps))]
    assert len(set(names)) == len(names)
    weights = sum(a * b for a, b in itertools.pairwise(widths))
    assert weight_mask(steps).sum() == weights
    assert count(steps) == weights + 3 * sum(widths[1:])
    for index, is_weight in enumerate(weight_mask(steps)):
        assert (" weights[" in name_of(steps, index)) == is_weight


def test_layers_are_counted_as_books_do() -> None:
    layers = [BatchNorm(), Dense(3, 2), BatchNorm(), Activated(nn.tanh), Residual(Dense(2, 2))]
    steps = lay_out(layers, 3)
    assert [step.number for step in steps] == [0, 1, 1, 1, 2]
    assert [(step.inputs, step.outputs) for step in steps] == [
        (3, 3),
        (3, 2),
        (2, 2),
        (2, 2),
        (2, 2),
    ]
    assert name_of(steps, 0) == "layer 0 gamma[0]"
    # 3 + 3 of the first, 6 + 2 of the second, 2 + 2 of the third are before.
    assert name_of(steps, 18) == "layer 2 0.weights[0, 0]"


def test_a_residual_block_that_does_not_fit_is_named() -> None:
    with pytest.raises(nn.ShapeError) as error:
        lay_out([Dense(3, 2), Residual(Dense(2, 3))], 3)
    assert str(error.value).startswith("layer 2, ")


def test_a_vector_without_axes_does_not_fit() -> None:
    steps = lay_out([Dense(1, 1)], 1)
    for parameters in (np.array(2.0), np.zeros(3), np.zeros((2, 1))):
        with pytest.raises(nn.ShapeError) as error:
            require_fit(steps, parameters, [()])
        assert str(error.value).startswith(f"parameters: got shape {parameters.shape}, expected")
    require_fit(steps, np.zeros((4, 2)), [()])


def test_statistics_need_the_axes_of_the_ensemble() -> None:
    steps = lay_out([Dense(1, 2), BatchNorm()], 1)
    fitting = [np.zeros((5, 2)), np.ones((5, 2))]
    require_fit(steps, np.zeros((5, 8)), [(), fitting])
    for statistics in ([(), [np.zeros(2)] * 2], [(), fitting[:1]], [()], [fitting, ()]):
        with pytest.raises(nn.ShapeError, match=r"^statistics: got shapes "):
            require_fit(steps, np.zeros((5, 8)), statistics)
