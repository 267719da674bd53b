"""The experiments behind the tours: what is known of them, and that they count what they say."""

from dataclasses import replace

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.tours.experiments.batches import batches
from guide.chapters.tours.experiments.dead_relus import dead_relus
from guide.chapters.tours.experiments.folding import folding
from guide.chapters.tours.experiments.networks import Choices, gone_on, task, trained
from guide.chapters.tours.experiments.overfitting import overfitting
from guide.chapters.tours.experiments.rate import rate
from guide.chapters.tours.experiments.ravine import ravine
from guide.chapters.tours.experiments.symmetry import symmetry
from guide.chapters.tours.experiments.units import units
from guide.chapters.tours.experiments.vanishing import vanishing
from guide.chapters.tours.experiments.xor import xor

WHOLE = Choices(examples=20, held=0, batch_size=0, stop_epochs=4)


def test_each_network_of_an_ensemble_is_the_one_of_its_seed() -> None:
    for choices in (WHOLE, replace(WHOLE, batch_size=6)):
        for own_data in (False, True):
            together = trained(choices, 3, own_data=own_data)
            alone = trained(choices, 1, own_data=own_data, first=3)
            assert together.network.parameters[2] == pytest.approx(alone.network.parameters[0])
            assert together.loss[:, 2] == pytest.approx(alone.loss[:, 0])


def test_batches_are_those_that_the_package_deals() -> None:
    choices = replace(WHOLE, batch_size=6)
    rng = np.random.default_rng(5)
    network = nn.Network.build(nn.Dense(2, 4), nn.tanh, nn.Dense(4, 1), rng=rng)
    examples, _ = task(choices, 1)
    history = nn.train(
        network,
        examples.x,
        examples.y,
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=nn.SGD(choices.rate),
        epochs=choices.stop_epochs,
        batch_size=6,
        rng=rng,
    ).history
    assert trained(choices, 1, first=5).loss[:, 0] == pytest.approx(history.loss)


def test_going_on_is_as_good_as_never_having_stopped() -> None:
    halves = gone_on(trained(WHOLE, 2), WHOLE)
    whole = trained(replace(WHOLE, stop_epochs=8), 2)
    assert halves.network.parameters == pytest.approx(whole.network.parameters)


def test_held_out_points_are_none_of_the_others_and_scaled_like_them() -> None:
    choices = replace(WHOLE, held=0.25, standardize=True)
    train, held = task(choices, 1)
    raw_train, raw_held = task(replace(choices, standardize=False), 1)
    assert (len(train.x), len(held.x)) == (15, 5)
    assert not {*map(tuple, raw_train.x)} & {*map(tuple, raw_held.x)}
    assert train.x.mean(axis=0) == pytest.approx(0, abs=1e-12)
    assert train.x.std(axis=0) == pytest.approx(1)
    assert held.x * raw_train.x.std(axis=0) + raw_train.x.mean(axis=0) == pytest.approx(raw_held.x)


def test_what_cannot_be_learned_is_not_and_what_cannot_move_does_not() -> None:
    assert xor().alone == 0
    assert xor().alone_loss == pytest.approx(np.log(2))
    assert folding().two == 0
    assert dead_relus().back == 0 < dead_relus().killed
    assert symmetry().zeros_moved == 0
    assert symmetry().alike == symmetry().sets


def test_starts_of_one_step_differ_in_success() -> None:
    assert 0 < xor().two < xor().eight
    assert 0 < folding().three < folding().eight
    assert symmetry().same < symmetry().random
    assert vanishing().five == 0 < vanishing().one < vanishing().tanh
    assert units().raw == units().higher == 0 < units().scaled


def test_losses_and_scores_come_in_the_order_that_is_told() -> None:
    dead, found = dead_relus(), overfitting()
    assert dead.high_right < dead.again_right < dead.calm_right
    assert found.train < found.l2_held < found.held > found.more_held
    assert rate().low == rate().near == rate().above == rate().sets
    assert batches().one < batches().ten < batches().whole
    assert ravine().momentum * 5 < ravine().plain
