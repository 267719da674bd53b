"""The experiments of the chapter on the perceptron: known counts, the proof's two sides, seeds."""

from itertools import pairwise, permutations

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.perceptron import tables
from guide.chapters.perceptron.experiments.bound import and_orders, clouds, or_orders
from guide.chapters.perceptron.experiments.bound import race as measured_race
from guide.chapters.perceptron.experiments.lamps import (
    AND_UNIT,
    GRID,
    OR_UNIT,
    lamps,
    learned_and,
    learned_or,
    random_starts,
    xor_learned,
)

GATES = [
    (nn.AND, AND_UNIT, and_orders),
    (nn.OR, OR_UNIT, or_orders),
]


def test_every_lamp_but_xor_and_its_opposite_can_be_served() -> None:
    served = {tuple(perceptron(nn.XOR.x)) for perceptron in GRID}
    missing = set(np.ndindex(2, 2, 2, 2)) - served
    assert missing == {(0, 1, 1, 0), (1, 0, 0, 1)}
    assert lamps().possible == len(served) == 14
    assert lamps().xor_wrong == 1


def test_no_line_of_the_grid_touches_a_corner() -> None:
    sums = np.array([nn.XOR.x @ unit.weights + unit.bias for unit in GRID])
    assert np.abs(sums).min() == 0.5


def test_and_and_or_are_learned_as_the_tables_list() -> None:
    for learned, table in (
        (learned_and(), tables.and_updates()),
        (learned_or(), tables.or_updates()),
    ):
        assert learned.updates == len(table.rows)
        assert learned.epochs == int(table.rows[-1][1]) + 1


@pytest.mark.parametrize("table", [tables.and_updates, tables.or_updates])
def test_each_row_of_a_table_follows_from_the_row_before(table: type[tables.and_updates]) -> None:
    rows = [[cell.replace("−", "-") for cell in row] for row in table().rows]
    numbers = [[*eval(row[6]), int(row[7])] for row in rows]
    for (before, after), row in zip(pairwise([[0, 0, 0], *numbers]), rows, strict=True):
        x = [*eval(row[2]), 1]
        z = sum(a * b for a, b in zip(before, x, strict=True))
        answer, target = int(row[4]), int(row[5])
        assert z == int(row[3])
        assert answer == (z >= 0) != target
        assert after == [w + (target - answer) * a for w, a in zip(before, x, strict=True)]


def test_the_table_of_two_layers_ends_in_xor() -> None:
    rows = tables.two_layers().rows
    assert [row[-1][-3] for row in rows] == ["0", "1", "1", "0"]
    assert rows[1] == ("(0, 1)", "1, **1**", "−1, **0**", "1, **1**")


@pytest.mark.parametrize(("gate", "line", "orders"), GATES)
def test_no_other_line_allows_a_lower_bound(
    gate: nn.Data, line: nn.Perceptron, orders: type[and_orders]
) -> None:
    best = nn.convergence_bound(gate.x, gate.y, line.weights, line.bias)
    assert orders().bound == best
    rng = np.random.default_rng(0)
    for size in (0.01, 0.1, 0.3):
        weights, biases = rng.normal(2, size, (100, 2)), rng.normal(line.bias, size, 100)
        for w, b in zip(weights, biases, strict=True):
            if (nn.Perceptron(w, b)(gate.x) == gate.y[:, 0]).all():
                assert nn.convergence_bound(gate.x, gate.y, w, b) >= best


@pytest.mark.parametrize(("gate", "line", "orders"), GATES)
def test_orders_stay_below_the_unluckiest_and_that_below_the_bound(
    gate: nn.Data, line: nn.Perceptron, orders: type[and_orders]
) -> None:
    found = orders()
    assert line(gate.x).tolist() == gate.y[:, 0].tolist()
    assert found.low <= found.median <= found.high <= found.unluckiest <= found.bound
    assert found.updates.size == found.number
    assert found.updates.max() <= found.unluckiest
    assert len(set(found.updates.tolist())) > 1, "the order matters"


@pytest.mark.parametrize(("gate", "line", "orders"), GATES)
def test_no_fixed_order_is_unluckier_than_the_unluckiest(
    gate: nn.Data, line: nn.Perceptron, orders: type[and_orders]
) -> None:
    runs = [
        nn.learn_perceptron(gate.x[list(order)], gate.y[list(order)])
        for order in permutations(range(4))
    ]
    assert all(run.converged for run in runs)
    assert max(len(run.updates) for run in runs) <= orders().unluckiest <= orders().bound
    assert line.weights.size == gate.x.shape[1]


def test_progress_and_length_keep_to_their_sides_of_the_proof() -> None:
    race = measured_race()
    k = np.arange(1, race.along.size + 1)
    assert race.along.size == learned_and().updates
    assert (k * race.gap <= race.along + 1e-12).all()
    assert (race.along <= race.length).all()
    assert (race.length <= np.sqrt(k) * race.longest).all()
    assert (race.longest / race.gap) ** 2 == pytest.approx(and_orders().bound)


def test_no_cloud_goes_beyond_its_bound() -> None:
    found = clouds()
    assert found.beyond == 0
    assert found.number == found.bounds.size == found.updates.size
    assert (found.updates <= found.bounds).all()
    assert 1 < found.low < found.median < found.high
    wide = found.bounds < np.median(found.bounds)
    assert found.updates[wide].mean() < found.updates[~wide].mean(), "a wide gap is quick"


def test_a_small_rate_is_slow_from_a_random_start() -> None:
    starts = random_starts(seeds=30)
    assert starts.units == 30
    assert starts.rate_hundredth > 5 * starts.rate_1


def test_from_zero_the_rate_only_scales() -> None:
    one, many = (nn.learn_perceptron(nn.AND.x, nn.AND.y, rate=rate) for rate in (1.0, 64.0))
    assert [step.example for step in one.updates] == [step.example for step in many.updates]
    assert np.array_equal(64 * one.perceptron.weights, many.perceptron.weights)


def test_nobody_learns_xor_and_everybody_learns_and() -> None:
    attempts = xor_learned(seeds=20)
    assert (attempts.runs, attempts.learned) == (20, 0)
    orders = (np.random.default_rng(seed) for seed in range(20))
    assert all(nn.learn_perceptron(nn.AND.x, nn.AND.y, rng=rng).converged for rng in orders)
