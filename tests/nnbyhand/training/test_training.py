"""Training: steps worked by hand, loops written out, ensembles, and every way to stop."""

import math
import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from numpy.typing import DTypeLike

import nnbyhand as nn
from nnbyhand.errors import DivergenceError
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm
from nnbyhand.losses.base import ValueAndGradient
from nnbyhand.losses.binary_cross_entropy import binary_cross_entropy_from_logits
from nnbyhand.losses.cross_entropy import cross_entropy_from_logits
from nnbyhand.losses.regression import MSE, half_mse, mse
from nnbyhand.network.network import Network
from nnbyhand.optimizers.adaptive import Adam, AdamW
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.optimizers.clipping import clip_by_norm
from nnbyhand.optimizers.momentum import SGD, Momentum, Nesterov
from nnbyhand.shapes import Numbers
from nnbyhand.training.batches import batches
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.loop import EpochEnd
from nnbyhand.training.penalties import L2
from nnbyhand.training.training import Training, train

XOR = (np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]]))


OPTIMIZERS = (SGD(0.1), Momentum(0.05), Nesterov(0.05), Adam(0.01), AdamW(0.01, weight_decay=0.5))


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def small(seed: int = 0, networks: tuple[int, ...] = (), dtype: DTypeLike = np.float64) -> Network:
    layers = Dense(2, 3), nn.tanh, Dense(3, 1)
    return Network.build(*layers, rng=generator(seed), networks=networks, dtype=dtype)


def noisy(examples: int = 11, seed: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Return a regression task that leaves an error behind."""
    rng = generator(seed)
    x = rng.normal(size=(examples, 2))
    return x, x[:, :1] * x[:, 1:] + 0.3 * rng.normal(size=(examples, 1))


def trained(network: Network, x: Numbers, y: Numbers, **words: object) -> Training:
    choices: dict[str, Any] = {"loss": half_mse, "optimizer": SGD(0.1), "epochs": 3}
    choices |= {"rng": generator(1)} | words
    return train(network, x, y, **choices)


def test_two_steps_worked_by_hand() -> None:
    # One weight w = 2 and one bias b = 1, examples (1, 2) and (3, 4), half MSE, rate 0.1.
    # Step 1: outputs 3, 7; errors 1, 3; loss (1 + 9) / 2 / 2 = 2.5;
    #   slopes w: (1 * 1 + 3 * 3) / 2 = 5, b: (1 + 3) / 2 = 2; w = 1.5, b = 0.8.
    # Step 2: outputs 2.3, 5.3; errors 0.3, 1.3; loss (0.09 + 1.69) / 4 = 0.445;
    #   slopes w: (0.3 + 3.9) / 2 = 2.1, b: 0.8; w = 1.29, b = 0.72.
    start = Network.build(Dense(1, 1), rng=generator()).with_parameters([2.0, 1.0])
    result = trained(start, [[1.0], [3.0]], [[2.0], [4.0]], epochs=2)
    np.testing.assert_allclose(result.history.loss, [2.5, 0.445], rtol=1e-14)
    np.testing.assert_allclose(result.network.parameters, [1.29, 0.72], rtol=1e-14)
    assert result.stopped == "epochs"


def test_two_mini_batches_worked_by_hand() -> None:
    # The same network, a single input 1, batches of 2 and 1 example. Targets are 3, 3 and 6, so
    # that the batch of two has errors (0, 0) if it holds both threes. Whatever the order:
    # the loss of an epoch weighs the batches 2 to 1, each before its update.
    start = Network.build(Dense(1, 1), rng=generator()).with_parameters([2.0, 1.0])
    x, y = np.ones((3, 1)), np.array([[3.0], [3.0], [6.0]])
    first, second = batches(3, 2, rng=generator(1))
    w, b, losses = 2.0, 1.0, []
    for rows in (first, second):
        error = (w + b - y[rows]).ravel()
        losses.append(np.mean(error**2) / 2)
        w, b = w - 0.1 * np.mean(error), b - 0.1 * np.mean(error)
    result = trained(start, x, y, epochs=1, batch_size=2)
    np.testing.assert_allclose(result.history.loss, [(2 * losses[0] + losses[1]) / 3], rtol=1e-14)
    np.testing.assert_allclose(result.network.parameters, [w, b], rtol=1e-14)


def test_a_batch_may_hold_one_example() -> None:
    # Two times the example (1, 0). Step 1: output 2 + 1 = 3, loss 3**2 / 2 = 4.5, slopes 3 and 3;
    # w = 1.7, b = 0.7. Step 2: output 2.4, loss 2.88, slopes 2.4 and 2.4; w = 1.46, b = 0.46.
    start = Network.build(Dense(1, 1), rng=generator()).with_parameters([2.0, 1.0])
    result = trained(start, np.ones((2, 1)), np.zeros((2, 1)), epochs=1, batch_size=1)
    np.testing.assert_allclose(result.history.loss, [(4.5 + 2.88) / 2], rtol=1e-14)
    np.testing.assert_allclose(result.network.parameters, [1.46, 0.46], rtol=1e-14)


@pytest.mark.parametrize("networks", [(), (3,), (2, 2)])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_it_is_an_explicit_loop_of_public_calls(
    networks: tuple[int, ...], optimizer: Optimizer
) -> None:
    x, y = noisy()
    network = small(networks=networks)
    state, losses = optimizer.start(network.parameters, network.weight_mask), []
    for _ in range(5):
        passed = network.forward(x)
        loss, upstream = half_mse.value_and_gradient(passed.outputs, y)
        gradient = network.backward(passed, upstream).parameters
        parameters, state = optimizer.step(network.parameters, gradient, state)
        network = network.with_parameters(parameters, passed.statistics)
        losses.append(loss)
    result = trained(small(networks=networks), x, y, optimizer=optimizer, epochs=5)
    np.testing.assert_array_equal(result.network.parameters, network.parameters)
    np.testing.assert_array_equal(result.history.loss, losses)
    assert result.history.loss.shape == (5, *networks)


def test_mini_batches_dropout_and_batch_norm_are_that_loop_too() -> None:
    x, y = noisy(12)
    layers = Dense(2, 4), BatchNorm(), nn.tanh, Dropout(0.3), Dense(4, 1)
    start = network = Network.build(*layers, rng=generator())
    rng, optimizer, penalty = generator(1), Adam(0.02), L2(0.1)
    state, losses = optimizer.start(network.parameters, network.weight_mask), []
    for _ in range(3):
        for rows in batches(12, 5, rng=rng):
            passed = network.forward(x[rows], rng=rng)
            loss, upstream = mse.value_and_gradient(passed.outputs, y[rows])
            gradient = network.backward(passed, upstream).parameters
            gradient = gradient + penalty.gradient(network.parameters, network.weight_mask)
            gradient = clip_by_norm(gradient, 0.5)
            parameters, state = optimizer.step(network.parameters, gradient, state)
            network = network.with_parameters(parameters, passed.statistics)
            losses.append(loss)
    clip = partial(clip_by_norm, limit=0.5)
    choices = {"loss": mse, "optimizer": optimizer, "penalty": penalty, "clip": clip}
    result = trained(start, x, y, batch_size=5, **choices)
    np.testing.assert_array_equal(result.network.parameters, network.parameters)
    for ours, theirs in zip(result.network.statistics, network.statistics, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    weighted = np.reshape(losses, (3, 3)) @ [5 / 12, 5 / 12, 2 / 12]
    np.testing.assert_allclose(result.history.loss, weighted, rtol=1e-14)


def test_an_ensemble_is_a_loop_over_its_networks() -> None:
    x, y = noisy()
    network = small(networks=(3,))
    choices = {"optimizer": Adam(0.02), "epochs": 8, "batch_size": 4, "validation": 0.3}
    choices |= {"penalty": L2(0.01), "clip": partial(clip_by_norm, limit=0.2)}
    together = trained(network, x, y, **choices)
    for index in range(3):
        alone = trained(small().with_parameters(network.parameters[index]), x, y, **choices)
        np.testing.assert_allclose(
            together.network.parameters[index], alone.network.parameters, rtol=1e-12, atol=1e-14
        )
        for name in ("loss", "validation_loss"):
            ours, theirs = getattr(together.history, name), getattr(alone.history, name)
            np.testing.assert_allclose(ours[:, index], theirs, rtol=1e-12)


def test_networks_may_have_data_of_their_own() -> None:
    tasks = [noisy(seed=seed) for seed in (1, 2)]
    x, y = (np.stack(parts) for parts in zip(*tasks, strict=True))
    network = small(networks=(2,))
    together = trained(network, x, y, batch_size=4)
    for index, (own_x, own_y) in enumerate(tasks):
        start = small().with_parameters(network.parameters[index])
        alone = trained(start, own_x, own_y, batch_size=4)
        ours = together.network.parameters[index]
        np.testing.assert_allclose(ours, alone.network.parameters, rtol=1e-12)


def test_an_epoch_shows_every_example_once() -> None:
    seen: list[np.ndarray] = []

    class Spying(MSE):
        def value_and_gradient_at(
            self, outputs: np.ndarray, targets: np.ndarray
        ) -> ValueAndGradient:
            seen.append(targets.ravel())
            return super().value_and_gradient_at(outputs, targets)

    x, y = noisy(7)[0], np.arange(7.0)[:, None]
    trained(small(), x, y, loss=Spying(), optimizer=SGD(0.001), epochs=2, batch_size=3)
    assert [len(targets) for targets in seen] == [3, 3, 1, 3, 3, 1]
    first, second = np.concatenate(seen[:3]), np.concatenate(seen[3:])
    assert sorted(first) == sorted(second) == list(range(7))
    assert first.tolist() != second.tolist()


@pytest.mark.parametrize("size", [None, 11, 12])
def test_all_examples_at_once_are_not_shuffled(size: int | None) -> None:
    rng = generator(1)
    result = trained(small(), *noisy(), batch_size=size, rng=rng)
    np.testing.assert_array_equal(
        result.network.parameters, trained(small(), *noisy()).network.parameters
    )
    assert rng.random() == generator(1).random()  # nothing was drawn


def test_seeds_reproduce() -> None:
    runs = [
        trained(small(), *noisy(), batch_size=4, rng=generator(seed), validation=0.2)
        for seed in (1, 1, 2)
    ]
    np.testing.assert_array_equal(runs[0].network.parameters, runs[1].network.parameters)
    assert not np.array_equal(runs[0].network.parameters, runs[2].network.parameters)


def test_what_came_in_stays_as_it_was() -> None:
    network, (x, y) = small(), noisy()
    copies = network.parameters.copy(), x.copy(), y.copy()
    trained(network, x, y, batch_size=4, penalty=L2(0.1))
    for array, copy in zip((network.parameters, x, y), copies, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_float32_stays_float32() -> None:
    choices = {"optimizer": Adam(0.01), "penalty": L2(0.1), "validation": 0.3, "batch_size": 4}
    result = trained(small(dtype=np.float32), *noisy(), **choices)
    assert result.network.parameters.dtype == np.float32
    assert result.history.loss.dtype == np.float32
    assert result.history.validation_loss is not None
    assert result.history.validation_loss.dtype == np.float32


def test_labels_are_taken_and_split_with_the_examples() -> None:
    # Label 1 if the first input is above 0. Validation on other rows than the labels' would fail.
    x = generator().normal(size=(200, 2))
    labels = (x[:, 0] > 0).astype(int)
    network = Network.build(Dense(2, 2), rng=generator())

    def share_right(outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        assert y.dtype == labels.dtype
        return np.asarray(np.mean(outputs.argmax(axis=-1) == y, axis=-1))

    choices = {"loss": cross_entropy_from_logits, "optimizer": Adam(0.1), "metric": share_right}
    history = trained(network, x, labels, epochs=50, validation=0.25, **choices).history
    assert history.metric is not None
    assert history.validation_metric is not None
    assert history.metric[-1] > 0.95
    assert history.validation_metric[-1] > 0.95
    assert history.validation_metric[-1] * 50 == pytest.approx(
        round(history.validation_metric[-1] * 50)
    )


def test_validation_is_measured_after_the_update_and_without_dropout() -> None:
    (x, y), held_out = noisy(), noisy(6, seed=9)
    layers = Dense(2, 4), nn.tanh, Dropout(0.5), Dense(4, 1)
    network = Network.build(*layers, rng=generator())
    result = trained(network, x, y, epochs=4, validation=held_out, metric=half_mse)
    assert result.history.validation_loss is not None
    assert result.history.metric is not None
    assert result.history.validation_metric is not None
    last = half_mse(result.network(held_out[0]), held_out[1])
    assert result.history.validation_loss[-1] == last
    assert result.history.validation_metric[-1] == last
    assert result.history.metric[-1] == half_mse(result.network(x), y)
    plain = trained(network, x, y, epochs=4)
    np.testing.assert_array_equal(plain.network.parameters, result.network.parameters)


@pytest.mark.parametrize(("fraction", "aside"), [(0.2, 2), (0.5, 6), (0.05, 1), (0.95, 10)])
def test_a_fraction_is_set_aside(fraction: float, aside: int) -> None:
    counts = []

    def count(outputs: np.ndarray, y: np.ndarray) -> float:
        assert len(outputs) == len(y)
        counts.append(y.ravel().tolist())
        return 0.0

    x, y = noisy()
    trained(small(), x, y, epochs=1, validation=fraction, metric=count)
    learned, held_out = counts
    assert len(held_out) == aside
    assert sorted(learned + held_out) == sorted(y.ravel())


def test_callbacks_see_every_epoch_and_may_stop() -> None:
    seen: list[EpochEnd] = []

    def stop_after_three(end: EpochEnd) -> bool:
        seen.append(end)
        return end.epoch == 3

    result = trained(small(), *noisy(), epochs=9, callbacks=[lambda _: None, stop_after_three])
    assert [end.epoch for end in seen] == [1, 2, 3]
    assert [end.history.epochs for end in seen] == [1, 2, 3]
    assert result.stopped == "callback"
    assert result.history.epochs == 3
    for number, end in enumerate(seen, start=1):
        early = trained(small(), *noisy(), epochs=number)
        np.testing.assert_array_equal(end.network.parameters, early.network.parameters)
        np.testing.assert_array_equal(end.history.loss, early.history.loss)
    with pytest.raises(ValueError, match="read-only"):
        seen[0].history.loss[0] = 7


def test_every_callback_is_called_even_if_an_earlier_one_stops() -> None:
    seen = []
    callbacks = (lambda _: True, lambda end: seen.append(end.epoch))
    trained(small(), *noisy(), callbacks=callbacks)
    assert seen == [1]


@pytest.mark.parametrize(
    ("answer", "epochs"), [(None, 3), (False, 3), (np.False_, 3), (True, 1), (np.True_, 1)]
)
@pytest.mark.usefixtures("without_run_time_types")
def test_only_true_stops(answer: bool | None, epochs: int) -> None:  # noqa: FBT001
    unchecked = partial(train, loss=mse, optimizer=SGD(0.1), epochs=3)
    result = unchecked(small(), *noisy(), rng=generator(), callbacks=[lambda _: answer])
    assert result.history.epochs == epochs


def overfitting(networks: tuple[int, ...] = ()) -> tuple[Network, dict[str, Any]]:
    """Return a network and choices under which the validation loss falls, then rises."""
    network = Network.build(Dense(2, 30), nn.tanh, Dense(30, 1), rng=generator(), networks=networks)
    choices = {"optimizer": Adam(0.01), "epochs": 400, "validation": noisy(8, seed=4)}
    return network, choices


def test_early_stopping_restores_the_best() -> None:
    network, choices = overfitting()
    result = trained(network, *noisy(), early_stopping=EarlyStopping(5), **choices)
    assert result.stopped == "early stopping"
    best = int(result.history.best_epoch)
    assert 1 < best < 400
    assert result.history.epochs == best + 5
    again = trained(network, *noisy(), **(choices | {"epochs": best}))
    np.testing.assert_array_equal(result.network.parameters, again.network.parameters)


def test_the_best_comes_back_when_the_epochs_run_out_first() -> None:
    network, choices = overfitting()
    best = int(
        trained(network, *noisy(), early_stopping=EarlyStopping(5), **choices).history.best_epoch
    )
    choices |= {"epochs": best + 2}
    result = trained(network, *noisy(), early_stopping=EarlyStopping(5), **choices)
    again = trained(network, *noisy(), **(choices | {"epochs": best}))
    assert result.stopped == "epochs"
    np.testing.assert_array_equal(result.network.parameters, again.network.parameters)


def test_statistics_come_back_with_the_weights() -> None:
    layers = Dense(2, 30), BatchNorm(), nn.tanh, Dense(30, 1)
    network = Network.build(*layers, rng=generator())
    _, choices = overfitting()
    result = trained(network, *noisy(), early_stopping=EarlyStopping(5), **choices)
    x, y = choices["validation"]
    assert result.history.validation_loss is not None
    assert half_mse(result.network(x), y) == result.history.validation_loss.min()


def test_each_network_of_an_ensemble_stops_where_it_would_alone() -> None:
    network, choices = overfitting((4,))
    choices |= {"early_stopping": EarlyStopping(5)}
    together = trained(network, *noisy(), **choices)
    lengths = set()
    for index in range(4):
        start = overfitting()[0].with_parameters(network.parameters[index])
        alone = trained(start, *noisy(), **choices)
        lengths.add(alone.history.epochs)
        ours = together.network.parameters[index]
        np.testing.assert_allclose(ours, alone.network.parameters, rtol=1e-9)
        for name in ("loss", "validation_loss"):
            rows = getattr(together.history, name)[:, index]
            known = getattr(alone.history, name)
            np.testing.assert_allclose(rows[: len(known)], known, rtol=1e-9)
            assert np.isnan(rows[len(known) :]).all()
    assert len(lengths) > 1
    assert together.history.epochs == max(lengths)
    assert together.stopped.tolist() == ["early stopping"] * 4


def test_divergence_names_epoch_and_step() -> None:
    # The error of w = 1 on the example (1, 0) grows by the factor 1 - rate = -1e60 per step. Its
    # square overflows when the error reaches 1e154, and 1e60**3 is the first power above that:
    # after three steps, in the fourth, which is step 2 of epoch 2.
    start = Network.build(Dense(1, 1), rng=generator()).with_parameters([1.0, 0.0])
    x, y = np.ones((4, 1)), np.zeros((4, 1))
    with pytest.raises(DivergenceError) as error:
        trained(start, x, y, optimizer=SGD(1e60), batch_size=2, epochs=9)
    assert str(error.value) == (
        "loss: got inf in epoch 2, step 2, expected a finite number. Lower the learning rate, clip "
        "the gradient, or scale the data to mean 0 and variance 1. If the loss is from "
        "probabilities, use the one from logits."
    )
    assert (error.value.epoch, error.value.step) == (2, 2)
    assert isinstance(error.value, nn.InputError)
    assert isinstance(error.value, ArithmeticError)
    copy = pickle.loads(pickle.dumps(error.value))
    assert (copy.epoch, copy.step, str(copy)) == (2, 2, str(error.value))


def test_divergence_in_the_last_step_is_found() -> None:
    # Step 1 moves the sum w + b from 1 to about -2e100, whose square is a float. Step 2 moves it
    # beyond the largest float, and no loss is measured after that.
    start = Network.build(Dense(1, 1), rng=generator()).with_parameters([1.0, 0.0])
    x, y = np.ones((4, 1)), np.zeros((4, 1))
    optimizer = SGD(lambda step: (1e100, 1e300)[step])
    choices = {"optimizer": optimizer, "batch_size": 2, "epochs": 1}
    with pytest.raises(DivergenceError, match="loss: got nan in epoch 1, step 2,"):
        trained(start, x, y, **choices)
    assert trained(start, x, y, **choices, on_divergence="mark").stopped == "divergence"
    with pytest.raises(DivergenceError, match="loss: got nan in epoch 1, step 2,"):
        trained(start, x[:3], y[:3], **choices)  # a batch of two, and one of one
    with pytest.raises(DivergenceError, match="loss: got nan in epoch 1, step 1,"):
        trained(start, x, y, optimizer=SGD(lambda _: np.inf), epochs=1)


def rates(*values: float) -> SGD:
    return SGD(np.array(values)[:, None])


def test_the_last_step_ruins_only_the_networks_that_it_does() -> None:
    # The error is 10, and so are both slopes: 10 - 0.1 * 10 = 9 and 0 - 0.1 * 10 = -1. With a rate
    # of 1e308 both outgrow the floats.
    start = Network.build(Dense(1, 1), rng=generator(), networks=(2,))
    start = start.with_parameters([[10.0, 0.0], [10.0, 0.0]])
    choices = {"optimizer": rates(0.1, 1e308), "epochs": 1}
    result = trained(start, [[1.0]], [[0.0]], **choices, on_divergence="mark")
    assert result.stopped.tolist() == ["epochs", "divergence"]
    np.testing.assert_allclose(result.network.parameters[0], [9.0, -1.0], rtol=1e-14)
    with pytest.raises(DivergenceError) as error:
        trained(start, [[1.0]], [[0.0]], **choices)
    assert np.isfinite(error.value.loss).tolist() == [True, False]


def test_marked_networks_rest_while_the_others_go_on() -> None:
    x, y = noisy()
    network = small(networks=(3,))
    choices = {"optimizer": rates(0.1, 1e200, 0.2), "epochs": 6, "on_divergence": "mark"}
    result = trained(network, x, y, **choices)
    assert result.stopped.tolist() == ["epochs", "divergence", "epochs"]
    calm = trained(network, x, y, optimizer=rates(0.1, 0.1, 0.2), epochs=6)
    for index in (0, 2):
        np.testing.assert_array_equal(
            result.network.parameters[index], calm.network.parameters[index]
        )
        np.testing.assert_array_equal(result.history.loss[:, index], calm.history.loss[:, index])
    losses = result.history.loss[:, 1]
    assert losses[0] == calm.history.loss[0, 1]
    assert not np.isfinite(losses[1])
    assert np.isnan(losses[2:]).all()


def test_a_marked_network_keeps_the_parameters_that_it_diverged_with() -> None:
    x, y = noisy()
    network = small(networks=(2,))
    after_one = trained(network, x, y, optimizer=rates(0.1, 1e200), epochs=1)
    result = trained(network, x, y, optimizer=rates(0.1, 1e200), epochs=5, on_divergence="mark")
    np.testing.assert_array_equal(result.network.parameters[1], after_one.network.parameters[1])


def test_a_loss_as_metric_is_nan_where_outputs_are_infinite() -> None:
    x, y = noisy()
    layers = Dense(2, 3), nn.relu, Dense(3, 1)
    network = Network.build(*layers, rng=generator(), networks=(2,))
    loss = binary_cross_entropy_from_logits
    choices = {"loss": loss, "metric": loss, "on_divergence": "mark"}
    result = trained(network, x, 1.0 * (y > 0), optimizer=rates(0.1, 1e200), **choices)
    assert result.history.metric is not None
    assert np.isfinite(result.history.metric[:, 0]).all()
    assert np.isnan(result.history.metric[:, 1]).all()


def test_an_ensemble_raises_unless_told_to_mark() -> None:
    with pytest.raises(DivergenceError) as error:
        trained(small(networks=(3,)), *noisy(), optimizer=rates(0.1, 1e200, 1e200))
    assert "for network (1,) (2 of 3 networks) in epoch 2, step 1" in str(error.value)
    assert np.isfinite(error.value.loss).tolist() == [True, False, False]


def test_training_ends_when_all_have_diverged() -> None:
    result = trained(small(), *noisy(), optimizer=SGD(1e200), epochs=50, on_divergence="mark")
    assert result.stopped == "divergence"
    assert result.history.epochs == 2


def test_a_marked_network_gets_its_best_back_from_early_stopping() -> None:
    x, y = noisy()
    choices = {"optimizer": SGD(1e200), "on_divergence": "mark", "validation": (x, y)}
    result = trained(small(), x, y, early_stopping=EarlyStopping(5), **choices)
    assert result.stopped == "divergence"
    np.testing.assert_array_equal(result.network.parameters, small().parameters)


def test_xor_is_learned_by_nine_seeds_in_ten() -> None:
    network = Network.build(*(Dense(2, 8), nn.tanh, Dense(8, 1)), rng=generator(), networks=(100,))
    choices = {"loss": binary_cross_entropy_from_logits, "optimizer": Adam(0.05), "epochs": 300}
    result = trained(network, *XOR, **choices)
    solved = ((result.network(XOR[0]) > 0) == (XOR[1] > 0)).all(axis=(-2, -1))
    assert solved.mean() >= 0.9


def refuses(kind: type[Exception], message: str, call: Callable[[], object]) -> None:
    with pytest.raises(kind) as error:
        call()
    assert str(error.value).startswith(message), str(error.value)


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        ({"epochs": 0}, nn.InputValueError, "epochs: got 0, expected a whole number from 1 on."),
        ({"batch_size": 0}, nn.InputValueError, "batch_size: got 0, expected a whole number from"),
        (
            {"early_stopping": EarlyStopping(1)},
            nn.InputValueError,
            "early_stopping: got no validation, expected examples to watch. Add validation=0.2",
        ),
        ({"validation": 0.0}, nn.InputValueError, "validation: got 0.0, expected a number above 0"),
        ({"validation": 1.0}, nn.InputValueError, "validation: got 1.0, expected a number above 0"),
        (
            {"validation": 0.01},
            nn.InputValueError,
            "validation: got 0.01 of 11 examples, which is 0, expected at least one example on",
        ),
        (
            {"validation": 0.99},
            nn.InputValueError,
            "validation: got 0.99 of 11 examples, which is 11, expected at least one example on",
        ),
        (
            {"validation": (np.zeros((2, 3)), np.zeros((2, 1)))},
            nn.ShapeError,
            "x of validation: got shape (2, 3)",
        ),
        (
            {"metric": lambda outputs, _: outputs},
            nn.ShapeError,
            "metric: got shape (11, 1), expected shape (). A metric returns one number for each",
        ),
    ],
)
def test_numbers_that_do_not_fit(
    words: dict[str, object], kind: type[Exception], message: str
) -> None:
    refuses(kind, message, lambda: trained(small(), *noisy(), **words))


def test_the_metric_sees_whole_examples() -> None:
    x, y = np.arange(16.0).reshape(8, 2), np.arange(16.0).reshape(8, 2)
    seen = []

    def note(outputs: np.ndarray, targets: np.ndarray) -> float:
        seen.append(targets)
        return float(np.abs(outputs - targets).mean())

    network = Network.build(Dense(2, 2), rng=generator())
    trained(network, x, y, optimizer=SGD(1e-9), epochs=1, validation=0.25, metric=note)
    assert [targets.shape for targets in seen] == [(6, 2), (2, 2)]
    together = np.concatenate(seen)
    np.testing.assert_array_equal(together[together[:, 0].argsort()], y)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"loss": MSE}, "loss: got the class MSE, expected an object of class Loss. Take one such"),
        ({"loss": "mse"}, "loss: got str, expected an object of class Loss."),
        ({"optimizer": "adam"}, "optimizer: got str, expected an object of class Optimizer."),
        ({"optimizer": Adam}, "optimizer: got the class Adam, expected an object of class Optim"),
        ({"rng": 0}, "rng: got int, expected an object of class Generator. Pass rng=np.random."),
        ({"rng": None}, "rng: got NoneType, expected an object of class Generator."),
        ({"penalty": 0.1}, "penalty: got float, expected an object of class Penalty."),
        ({"clip": 1.0}, "clip: got float, expected a function. Write clip=partial("),
        ({"metric": "accuracy"}, "metric: got str, expected a function."),
        ({"early_stopping": 5}, "early_stopping: got int, expected an object of class EarlySto"),
        ({"callbacks": print}, "callbacks: got builtin_function_or_method, expected a tuple of"),
        ({"callbacks": [1]}, "callbacks: got int, expected a function. Put functions into a tup"),
        ({"epochs": 2.5}, "epochs: got float, expected a whole number."),
        ({"batch_size": "all"}, "batch_size: got str, expected a whole number."),
        ({"validation": "half"}, "validation: got str of dtype <U4, expected real numbers"),
    ],
)
@pytest.mark.usefixtures("without_run_time_types")
def test_objects_of_the_wrong_kind(words: dict[str, object], message: str) -> None:
    choices = {"loss": mse, "optimizer": SGD(0.1), "epochs": 1, "rng": generator()} | words
    call = partial(train, small(), *noisy(), **choices)
    refuses(nn.InputTypeError, message, call)


@pytest.mark.usefixtures("without_run_time_types")
def test_other_networks_and_words_are_refused() -> None:
    choices = {"loss": mse, "optimizer": SGD(0.1), "epochs": 1, "rng": generator()}
    refuses(
        nn.InputTypeError,
        "network: got function, expected an object of class Network. Make one with nn.MLP(",
        lambda: train(lambda x: x, *noisy(), **choices),
    )
    refuses(
        nn.InputValueError,
        "on_divergence: got 'stop', expected 'raise' or 'mark'.",
        lambda: train(small(), *noisy(), **choices, on_divergence="stop"),
    )
    refuses(
        nn.InputValueError,
        "validation: got 3 of them, expected a pair (x, y). Give both, as validation=(x, y).",
        lambda: train(small(), *noisy(), **choices, validation=[[1], [2], [3]]),
    )


@pytest.mark.parametrize(
    ("x", "y", "kind", "message"),
    [
        ([[0.0, math.nan]], [[1.0]], nn.InputValueError, "x: got nan"),
        ([[math.inf, 0.0]], [[1.0]], nn.InputValueError, "x: got inf"),
        ([[0.0, 1.0]], [[math.nan]], nn.InputValueError, "targets: got nan"),
        (np.zeros((0, 2)), np.zeros((0, 1)), nn.ShapeError, "x: got shape (0, 2)"),
        (np.zeros((3, 4)), np.zeros((3, 1)), nn.ShapeError, "x: got shape (3, 4)"),
        (np.zeros(2), np.zeros((1, 1)), nn.ShapeError, "x: got shape (2,)"),
        (np.zeros((3, 2)), np.zeros(3), nn.ShapeError, "targets: got shape (3,)"),
        (np.zeros((3, 2)), np.zeros((2, 1)), nn.ShapeError, "targets: got shape (2, 1)"),
        ([["a", "b"]], [[1.0]], nn.InputTypeError, "x: got list of dtype <U1"),
        ([[0.0, 1.0]], [["a"]], nn.InputTypeError, "targets: got list of dtype <U1"),
    ],
)
def test_data_that_do_not_fit(x: Numbers, y: Numbers, kind: type[Exception], message: str) -> None:
    refuses(kind, message, lambda: trained(small(), x, y))
