"""The inner loop: networks that rest stay as they are, and what leaves is a copy."""

import numpy as np

import nnbyhand as nn
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.normalization import BatchNorm
from nnbyhand.losses.regression import mse
from nnbyhand.network.network import Network
from nnbyhand.optimizers.momentum import SGD
from nnbyhand.training.learner import Learner, merge

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(6, 2)), RNG.normal(size=(6, 1))
SECOND = np.array([False, True, False])


def learner() -> Learner:
    layers = Dense(2, 4), BatchNorm(), nn.tanh, Dense(4, 1)
    network = Network.build(*layers, rng=np.random.default_rng(1), networks=3)
    return Learner(network, mse, SGD(0.1), penalty=None, clip=None, rng=RNG)


def step(learning: Learner) -> None:
    learning.measure(X, Y)
    learning.update()


def test_a_resting_network_keeps_parameters_and_statistics() -> None:
    learning = learner()
    step(learning)
    learning.rest(SECOND, "early stopping")
    before = learning.network()
    step(learning)
    after = learning.network()
    changed = (before.parameters != after.parameters).any(axis=-1)
    np.testing.assert_array_equal(changed, ~SECOND)
    for old, new in zip(before.statistics[1], after.statistics[1], strict=True):
        np.testing.assert_array_equal((old != new).any(axis=-1), ~SECOND)


def test_the_first_reason_to_stop_stays() -> None:
    learning = learner()
    assert learning.stopped.tolist() == ["epochs"] * 3
    assert not learning.is_over
    learning.rest(SECOND, "divergence")
    assert not learning.is_over
    learning.rest(np.array([True, True, False]), "early stopping")
    assert learning.stopped.tolist() == ["early stopping", "divergence", "epochs"]
    assert learning.learning.tolist() == [False, False, True]
    learning.rest(learning.learning, "callback")
    assert learning.stopped.tolist() == ["early stopping", "divergence", "callback"]
    assert learning.is_over


def test_snapshots_do_not_change_and_come_back() -> None:
    learning = learner()
    start, network = learning.snapshot(), learning.network()
    step(learning)
    later = learning.snapshot()
    np.testing.assert_array_equal(start.parameters, network.parameters)
    assert (start.parameters != later.parameters).any()
    learning.restore(merge(SECOND, later, start))
    mixed = learning.network()
    np.testing.assert_array_equal(mixed.parameters[[0, 2]], start.parameters[[0, 2]])
    np.testing.assert_array_equal(mixed.parameters[1], later.parameters[1])
    for layer, ours in enumerate(mixed.statistics):
        for place, array in enumerate(ours):
            np.testing.assert_array_equal(array[0], start.statistics[layer][place][0])
            np.testing.assert_array_equal(array[1], later.statistics[layer][place][1])
