"""The experiments of the chapter on regularization: what is known, ordered, or the same alone."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.regularization.experiments import moons as remedies
from guide.chapters.regularization.experiments.batch_norm import modes, rates
from guide.chapters.regularization.experiments.dropout import UnscaledDropout, dropped
from guide.chapters.regularization.experiments.leaks import chosen_epoch, copies, selection, wear
from guide.chapters.regularization.experiments.leaks import scaler as measured_scaler
from guide.chapters.regularization.experiments.moons import (
    HIDDEN,
    LOSS,
    Setting,
    batch_norm,
    batch_norm_small,
    coin,
    course,
    moons,
    more_examples,
    parameters,
    small_batches,
    small_decay,
    steps,
    strong_l2,
)
from guide.chapters.regularization.experiments.moons import l1 as measured_l1
from guide.chapters.regularization.experiments.moons import l2 as measured_l2
from guide.chapters.regularization.experiments.moons import nothing as measured_nothing
from guide.chapters.regularization.experiments.sine import fits, noise

REMEDIES = ("more_data", "l2", "weight_decay", "l1", "dropout", "stopping", "batch_norm_small")


def test_small_networks_underfit_and_large_ones_overfit() -> None:
    found = fits()
    assert found.train[0, -1, 1] > 100 * found.train[2, -1, 1]
    small, fitting, large = found.validation[:, -1, 1]
    assert found.large_best < fitting < min(small, large)
    assert 0 < found.large_best_epoch < found.train.shape[1]
    assert found.worse > 50


def test_the_drawn_set_is_no_lucky_one() -> None:
    found = fits()
    assert (np.diff(found.validation, axis=-1) >= 0).all()
    middle = np.interp(found.points[:, 0], found.grid, found.curves[2])
    error = np.square(middle - found.points[:, 1]).mean()
    assert error <= found.train[2, -1, 1] * 2


@pytest.mark.parametrize("name", REMEDIES)
def test_each_remedy_at_least_nearly_halves_the_fresh_loss(name: str) -> None:
    assert getattr(remedies, name)().loss < 0.6 * measured_nothing().loss


def test_validation_loss_rises_while_training_loss_falls() -> None:
    found = measured_nothing()
    best = int(found.validation[:, 1].argmin())
    assert found.validation[-1, 1] > 2 * found.validation[best, 1]
    assert found.train[-1, 1] < 0.2 * found.train[best, 1]


def test_a_whole_batch_normalized_regularizes_no_more_than_nothing() -> None:
    whole, small = batch_norm(), batch_norm_small()
    assert abs(whole.loss - measured_nothing().loss) < 0.1
    assert small.loss < small_batches().loss < whole.loss


def test_strong_penalties_underfit_and_equal_numbers_differ() -> None:
    strong, right = strong_l2(), measured_l2()
    assert right.train[-1, 1] < 0.5 < strong.train[-1, 1] < coin()
    assert small_decay().loss > 2 * right.loss


def test_only_penalties_make_weights_tiny_and_none_makes_them_zero() -> None:
    l1, l2, nothing = measured_l1(), measured_l2(), measured_nothing()
    assert l1.near_zero > l2.near_zero > 10 * nothing.near_zero
    assert l1.exactly_zero == 0
    assert l1.weight < l2.weight < nothing.weight
    assert l1.weight_count == l1.seeds * (2 * 20 + 20 * 20 + 20)


def test_early_stopping_gives_back_the_best_weights() -> None:
    setting = Setting(train={"early_stopping": nn.EarlyStopping(patience=3)})
    result = setting.trained(seeds=4)
    x, y = moons(4, 40, 12)
    losses = LOSS(result.network(x), y)
    assert np.allclose(losses, np.nanmin(np.asarray(result.history.validation_loss), axis=0))
    found = course(setting, 4)
    assert np.isfinite(found.validation).all()
    assert found.best_validation <= found.validation[-1, 1]
    assert found.epochs_run == found.best_epoch + 3


def test_parameters_are_counted() -> None:
    network = nn.MLP((2, *HIDDEN, 1), rng=np.random.default_rng(0))
    assert parameters() == network.parameter_count


def test_dropout_shows_a_loss_above_the_one_in_use() -> None:
    found = dropped()
    assert (found.shown[:, 1] > found.in_use[:, 1]).all()
    assert found.above[9] > 50
    assert found.right < found.left_on < found.unscaled
    assert 3 < found.inflation < 5


def test_unscaled_dropout_keeps_or_drops_and_nothing_else() -> None:
    mode = nn.Mode(training=True, rng=np.random.default_rng(0))
    outputs = UnscaledDropout(0.25).forward((), (), np.ones((50, 4)), mode).outputs
    assert set(np.unique(outputs)) == {0.0, 1.0}


def test_batch_normalization_bears_higher_rates() -> None:
    found = rates()
    assert (found.normalized[:, 1] < found.plain[:, 1]).all()
    assert found.normalized[:, 1].argmin() > found.plain[:, 1].argmin()


def test_one_example_at_a_time_gets_one_answer_for_all() -> None:
    found = modes()
    assert (found.training[0] == 50).all()
    assert (np.diff(found.training[:, 1]) > 0).all()
    assert found.one_class < found.training[2, 1] < found.in_use[1]


def test_only_leaks_that_see_labels_matter() -> None:
    scaler = measured_scaler()
    assert abs(scaler.gain) < 2 * scaler.error
    for leak in (chosen_epoch(), copies(), selection()):
        assert leak.gain > 5 * leak.error
        assert leak.leaked[1] > leak.clean[1]
    assert selection().clean[1] == 50


def test_the_best_of_many_guessers_climbs() -> None:
    found = wear()
    assert found.best[0, 1] == 50
    assert found.best[0, 1] < found.best[6, 1] < found.best[9, 1]
    assert found.best[9, 1] != wear(rows=400).best[9, 1]


def test_small_facts() -> None:
    assert noise() == pytest.approx(0.16)
    assert coin() == pytest.approx(-np.log(0.5))
    assert steps() == 100
    assert more_examples() == 4 * 30
