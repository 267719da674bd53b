"""The experiments and tables of the chapter on forward propagation."""

from itertools import pairwise
from math import exp

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.forward_propagation import tables
from guide.chapters.forward_propagation.experiments.cost import (
    FACTORS,
    cost_of,
    growth,
    reading,
    small_network,
)
from guide.chapters.forward_propagation.experiments.pairs import perfect_answers, taught
from guide.chapters.forward_propagation.experiments.passes import (
    answer_map,
    first_pass,
    random_networks,
    switch_square,
)
from guide.chapters.forward_propagation.experiments.passes import answers as measured_answers
from guide.experiments import two_switches

WIDTHS = ([2, 2, 1], [3, 4, 4, 2], [5, 1], [4, 7, 2, 6, 3])


class Weight(float):
    """A number that notes each time it multiplies."""

    used = 0

    def __rmul__(self, other: float) -> float:
        Weight.used += 1
        return float(self) * other


def test_the_first_pass_is_the_one_that_a_pencil_makes() -> None:
    made = first_pass()
    first, second = 1 / (1 + exp(-0.5)), 1 / (1 + exp(0.75))
    assert (made.x, made.first_z, made.second_z) == ((1, 0), 0.5, -0.75)
    assert (made.first_a, made.second_a) == pytest.approx((first, second), rel=1e-14)
    assert made.z == pytest.approx(first - second + 0.1, rel=1e-14)
    assert made.a == pytest.approx(two_switches.network()(two_switches.EXAMPLE).item(), rel=1e-14)


def test_the_answers_span_those_of_the_four_positions() -> None:
    given = [first_pass(*row).a for row in nn.XOR.x.tolist()]
    assert measured_answers().lowest == pytest.approx(min(given))
    assert measured_answers().highest == pytest.approx(max(given))


def test_random_networks_are_many_and_hardly_move() -> None:
    found = random_networks()
    assert found.networks == 1000
    assert 0 < found.low < found.median < found.high < 0.25
    assert found.low != random_networks(seeds=100).low, "seeds matter"
    assert random_networks(seeds=100).networks == 100


def test_the_weights_leave_their_determinant_of_every_area() -> None:
    square = switch_square()
    weights = two_switches.network().arrays[0][0]
    assert square.sums_area == pytest.approx(abs(np.linalg.det(weights)))
    middle = (np.arange(400) + 0.5) / 400
    x = np.stack(np.meshgrid(middle, middle), axis=-1).reshape(-1, 2)
    sums = x @ weights + two_switches.network().arrays[0][1]
    shrinking = nn.sigmoid.derivative(sums).prod(axis=1).mean()
    assert square.outputs_area == pytest.approx(square.sums_area * shrinking, rel=1e-4)


def test_the_grid_passes_through_the_switch_positions() -> None:
    square = switch_square()
    assert square.corners[0].tolist() == nn.XOR.x.tolist()
    for stage, corners in zip(
        (square.inputs, square.sums, square.outputs), square.corners, strict=True
    ):
        first_off, first_on = stage[0], stage[5]
        assert np.allclose(first_off[[0, -1]], corners[[0, 1]])
        assert np.allclose(first_on[[0, -1]], corners[[2, 3]])
    assert np.allclose(square.answer, two_switches.network()(nn.XOR.x)[:, 0])


def test_no_input_passes_the_bounds_and_far_ones_come_near() -> None:
    found, network = answer_map(), two_switches.network()
    assert found.least < found.over_inputs.min() < found.over_inputs.max() < found.most
    far = network([[-1000.0, 1000.0], [1000.0, -1000.0]])[:, 0]
    assert far.tolist() == pytest.approx([found.least, found.most])
    row, column = 10, 60
    x = [[found.inputs[column], found.inputs[row]]]
    assert found.over_inputs[row, column] == pytest.approx(network(x).item())


@pytest.mark.parametrize("widths", WIDTHS, ids=str)
def test_costs_are_those_of_a_pass_that_counts(widths: list[int]) -> None:
    batch = 3
    counted, keeps, learns = 0, 0, 0
    a = np.ones((batch, widths[0]), dtype=object)
    Weight.used = 0
    for inputs, units in pairwise(widths):
        w = np.array([[Weight(1.0)] * units] * inputs, dtype=object)
        z = a @ w
        keeps += a.size + z.size
        counted += w.size
        learns += w.size + units
        a = z
    cost = cost_of(widths, batch)
    assert cost.multiplications == Weight.used
    assert cost.cached == keeps
    assert (cost.weights, cost.parameters) == (counted, learns)


def test_small_costs_are_those_of_one_example() -> None:
    assert reading() == cost_of([3, 4, 4, 2], 1)
    assert small_network() == cost_of([2, 2, 1], 1)
    assert 3 * reading().cached > reading().parameters
    assert 2 * reading().cached < reading().parameters


def test_width_costs_most_and_the_batch_exactly_its_share() -> None:
    found = growth()
    assert found.start == found.width[0] == found.depth[0]
    assert found.start.multiplications == 32 * (64 * 64 * 4 + 64 * 10)
    assert found.start.cached == 32 * (8 * 64 + 64 + 10)
    for factor, cost in zip(FACTORS, found.batch, strict=True):
        assert cost.multiplications == factor * found.start.multiplications
        assert cost.parameters == found.start.parameters
    assert found.batch_16 == 16
    assert 15 < found.depth_16 < 16 < found.width_16 < 256


def test_only_an_all_pairs_loss_prefers_ignorance() -> None:
    found = perfect_answers()
    pairs = [(a - y) ** 2 for a in (0, 1, 1, 0) for y in (0, 1, 1, 0)]
    assert found.perfect == sum(pairs) / found.pairs
    assert found.ignorant == 0.25
    assert (found.pairs, found.wrong_pairs) == (16, 12)


def test_the_wrong_loss_teaches_one_half_and_the_right_one_the_staircase() -> None:
    found = taught()
    assert found.right == found.networks == 200
    assert 0 < found.low < found.median < found.high < 0.01
    start = taught(seeds=20, steps=0)
    assert start.right < 2
    assert start.median > 0.05


@pytest.mark.parametrize("targets", [nn.XOR.y, nn.XOR.y[:, 0]], ids=["own", "all pairs"])
def test_training_steps_down_the_gradient(targets: np.ndarray) -> None:
    rng = np.random.default_rng(0)
    network = nn.MLP((2, 8, 1), hidden=nn.tanh, output=nn.sigmoid, rng=rng, networks=1)

    def loss(parameters: np.ndarray) -> float:
        answers = network.with_parameters(parameters)(nn.XOR.x)
        return float(((answers - targets) ** 2).mean())

    made = network.forward(nn.XOR.x)
    differences = made.outputs - targets
    slope = 2 * differences.sum(axis=-1, keepdims=True) / differences[0].size
    gradient = network.backward(made, slope).parameters
    assert nn.gradient_check(loss, network.parameters, gradient).relative_error < 1e-6


def test_the_table_of_the_pass_adds_up() -> None:
    for _, terms, z, a in tables.hand_pass().rows:
        total = eval(terms.replace("·", "*").replace("−", "-"))
        shown_z, shown_a = (float(cell.replace("−", "-")) for cell in (z, a))
        assert total == pytest.approx(shown_z, abs=2e-4)
        assert nn.sigmoid(shown_z) == pytest.approx(shown_a, abs=1e-4)
    assert [row[0] for row in tables.hand_pass().rows] == [
        "**hidden 1**",
        "**hidden 2**",
        "**output**",
    ]


def test_the_table_of_shapes_follows_the_rule_of_products() -> None:
    rows = {row[0].strip("`"): row[1:3] for row in tables.shapes().rows}
    assert rows["X"] == ("`(2,)`", "`(4, 2)`")
    assert rows["W1"] == ("`(2, 2)`", "`(2, 2)`")
    assert rows["a1"] == rows["z1"] == ("`(2,)`", "`(4, 2)`")
    assert rows["a2"] == rows["z2"] == ("`(1,)`", "`(4, 1)`")
    assert all(rows[name][0] == rows[name][1] for name in ("W1", "b1", "W2", "b2"))


def test_the_table_of_growth_counts_the_batch_once() -> None:
    width, depth, batch = tables.growth().rows
    assert batch[1:] == ("× 1.00", "× 2.00", "× 2.00")
    assert float(width[2].removeprefix("× ")) > 3 > float(depth[2].removeprefix("× "))
