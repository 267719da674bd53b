"""The experiments of the chapter on real data: honest splits, known limits, spreads that matter."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.real_data.experiments.digits import digits
from guide.chapters.real_data.experiments.iris import NETWORK, curves, iris
from guide.chapters.real_data.experiments.regression import NOISE, neighbors, thousands
from guide.chapters.real_data.experiments.regression import line as measured_line
from guide.chapters.real_data.experiments.regression import wave as measured_wave
from guide.chapters.real_data.experiments.slips import units as measured_units
from guide.chapters.real_data.experiments.slips import unstratified
from guide.chapters.real_data.experiments.splits import Part, Splits, beside
from guide.chapters.real_data.tables import COLUMNS, results


def test_parts_share_no_row_and_are_stratified() -> None:
    splits = Splits.of(nn.iris(), 5)
    parts = splits.train, splits.validation, splits.test
    for split in range(5):
        rows = np.concatenate([part.rows[split] for part in parts])
        assert sorted(rows) == list(range(150))
        assert all((part.y[split].sum(axis=0) == len(part.rows[split]) / 3).all() for part in parts)
    assert not np.array_equal(splits.test.rows[0], splits.test.rows[1])


def test_only_the_training_part_is_exactly_standard() -> None:
    splits = Splits.of(nn.iris(), 5)
    assert np.allclose(splits.train.x.mean(axis=1), 0, atol=1e-5)
    assert np.allclose(splits.train.x.std(axis=1), 1, atol=1e-5)
    assert np.abs(splits.test.x.mean(axis=1)).min() > 1e-4


def test_rows_keep_their_targets() -> None:
    data = nn.digits()
    splits = Splits.of(data, 2, scaled=False, raw_unit=16)
    assert np.allclose(splits.test.x * 16, data.x[splits.test.rows])
    assert np.array_equal(splits.test.y.argmax(axis=-1), data.y[splits.test.rows])


def test_the_nearest_neighbor_is_the_nearest() -> None:
    splits = Splits.of(nn.iris(), 2)
    train, test = splits.train.x[1], splits.test.x[1]
    apart = np.linalg.norm(test[:, None] - train, axis=2)
    found = splits.nearest()[1].argmax(axis=1)
    true = splits.train.y[1].argmax(axis=1)
    for row, answer in enumerate(found):
        close = apart[row] <= apart[row].min() + 1e-5
        assert answer in true[close]


def test_every_start_sees_every_split() -> None:
    splits = Splits.of(nn.iris(), 3)
    network = NETWORK.trained(splits, 2).network
    assert network.networks == (3, 2)
    together = splits.right(network(beside(splits.test.x, 2)))
    one = network.with_parameters(network.parameters[:, 1])
    assert np.array_equal(together[:, 1], splits.right(one(splits.test.x)))


def test_the_split_matters_more_than_the_start_and_chance_explains_it() -> None:
    found = iris()
    assert found.networks == 500
    assert found.spread_of_splits > 2 * found.spread_of_starts > 0
    assert found.spread_of_splits == pytest.approx(found.chance, rel=0.35)
    assert found.asked.sum() == 30 * found.networks
    assert found.misses.sum() == pytest.approx(30 * (found.networks - found.network.sum() / 100))


def test_one_setosa_is_odd() -> None:
    found = iris()
    assert (found.misses[:50] > 0).sum() == 1
    assert found.odd_share > 50
    assert found.odd_width < found.next_width - 0.5


def test_training_loss_falls_on_while_validation_turns() -> None:
    found = curves()
    assert found.train[-1, 1] < found.train[found.epochs // 2, 1]
    assert found.validation[-1, 1] > found.validation[:, 1].min()
    assert found.test_end[2] > found.test_best[2]
    assert abs(found.right_best - found.right_end) < 2


def test_counts_of_digits_agree() -> None:
    found = digits()
    assert found.confusion.sum() == found.answers.sum() == found.answered
    right = found.network.mean() / 100
    assert found.confusion.trace() / found.answered == pytest.approx(right)
    assert found.misses.sum() == found.mistakes
    assert found.median["neighbor"] > found.median["network"] > found.median["linear"]
    assert len(set(found.network)) > 5, "seeds matter"


def test_errors_of_the_wave_are_bounded_by_its_noise() -> None:
    wave, line = measured_wave(), measured_line()
    assert NOISE < wave.median["network"] < 1.2 * NOISE
    assert wave.median["neighbor"] == pytest.approx(np.sqrt(2) * NOISE, rel=0.1)
    assert wave.median["linear"] > 1.5 * wave.median["network"]
    assert line.median["linear"] < line.median["network"]
    assert 0 < wave.linear_r2 < wave.neighbor_r2 < wave.network_r2 < 1


def test_targets_in_thousands_need_scaling() -> None:
    assert thousands() < measured_wave().network_r2 / 1.5


def test_units_harm_what_is_not_scaled_alone() -> None:
    units = measured_units()
    assert units.neighbor_raw < units.neighbor_scaled - 5
    assert units.neighbor_scaled == pytest.approx(iris().mean["neighbor"], abs=1)


def test_blind_splits_are_often_lopsided() -> None:
    found = unstratified()
    assert 10 < found.lopsided < 90
    assert found.fewest < 6


def test_the_table_has_a_row_for_each_task() -> None:
    table = results()
    assert table.columns == COLUMNS
    assert len(table.rows) == 4
    assert f"{digits().median['neighbor']:.1f} (" in table.rows[1][3]


def test_the_mean_of_a_few_neighbors_cancels_noise_and_that_of_many_the_wave() -> None:
    found, wave = neighbors(), measured_wave()
    assert found.errors.shape == (len(found.counts), wave.seeds)
    assert np.array_equal(found.errors[0], wave.neighbor)
    for several in (found.of_five, np.median(found.errors[found.counts.index(7)])):
        assert wave.median["network"] < several < 1.1 * wave.median["network"]
    assert found.of_most > 1.2 * found.of_five


def test_several_neighbors_give_the_mean_of_their_targets() -> None:
    x = np.array([[0.0], [1.0], [2.0], [10.0]])
    y = np.array([[1.0], [2.0], [6.0], [40.0]])
    part = Part(x[None], y[None], np.arange(4)[None])
    asked = Part(np.array([[[0.4]]]), np.zeros((1, 1, 1)), np.zeros((1, 1), int))
    splits = Splits(part, part, asked)
    assert [splits.nearest(count).item() for count in (1, 2, 3)] == [1, 1.5, 3]
