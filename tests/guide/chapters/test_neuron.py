"""The experiments of the chapter on the neuron: against algebra, and seeds that matter."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.neuron import experiments as measured


def test_the_hand_set_weights_answer_and_or_and_nand() -> None:
    for gate, sign, bias in (
        (nn.AND, 1, measured.BOTH),
        (nn.OR, 1, measured.EITHER),
        (nn.NAND, -1, -measured.BOTH),
    ):
        unit = nn.Perceptron(sign * measured.WEIGHTS, bias)
        assert unit(gate.x).tolist() == gate.y[:, 0].tolist()


def test_the_strip_of_doubt_has_the_width_that_algebra_gives() -> None:
    found = measured.strips_of_doubt()
    z = np.log(9)  # sigmoid(z) is 0.9, and 0.1 at -z
    for factor in (1, 4, 16):
        width = 2 * z / (factor * np.sqrt(2))
        assert getattr(found, f"by_{factor}") == pytest.approx(width, abs=5e-4)


def test_without_a_bias_no_direction_answers_and_or_or() -> None:
    found = measured.through_origin()
    assert (found.and_rows, found.or_rows, found.and_rows_strict) == (2, 3, 3)


def test_more_directions_find_nothing_new() -> None:
    assert measured.through_origin(directions=7201) == measured.through_origin()


def test_only_neurons_with_a_bias_answer_and() -> None:
    found = measured.random_neurons()
    assert found.drawn == 10_000
    assert found.without_bias == 0
    assert 100 < found.with_bias < 200


def test_the_share_of_random_neurons_that_answer_and_does_not_hang_on_the_draw() -> None:
    rng = np.random.default_rng(1)
    w1, w2, b = rng.normal(size=(3, 100_000))
    right = (b < 0) & (w1 + b < 0) & (w2 + b < 0) & (w1 + w2 + b >= 0)
    assert measured.random_neurons().with_bias == pytest.approx(10_000 * right.mean(), rel=0.2)


def test_shares_are_the_areas_of_the_square() -> None:
    found = measured.in_shares()
    assert found.lit == pytest.approx(100 / 8, abs=0.1), "a triangle with sides of one half"
    assert found.second_counts == pytest.approx(50)


def test_in_percent_the_second_dimmer_hardly_counts() -> None:
    found = measured.in_percent()
    assert found.lit == pytest.approx(99, abs=0.1)
    assert found.second_counts == pytest.approx(1)
