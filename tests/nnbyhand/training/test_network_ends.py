"""Every loss with every end of a network: what the numbers say is what training refuses."""

from typing import Any

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.activations.facts import Gives
from nnbyhand.errors import InputValueError
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Forward, Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.losses.base import Loss, ValueAndGradient
from nnbyhand.losses.regression import MSE
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network
from nnbyhand.optimizers.adaptive import Adam
from nnbyhand.training.training import Training, train

X = np.random.default_rng(1).normal(size=(12, 4))
LABELS = np.arange(12) % 3
ROWS = np.eye(3)[LABELS]
SCORES = np.random.default_rng(2).normal(scale=4, size=(50, 3))

by_loss = pytest.mark.parametrize("loss", nn.LOSSES, ids=lambda loss: loss.slug)
by_activation = pytest.mark.parametrize("output", nn.ACTIVATIONS, ids=lambda one: one.slug)


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def trained(network: Network, loss: Loss, **words: Any) -> Training:  # noqa: ANN401
    choices: dict[str, Any] = {"optimizer": Adam(0.01), "epochs": 2, "rng": rng()}
    return train(network, X, ROWS, loss=loss, **choices | words)


def goes_with(loss: Loss, output: nn.Activation) -> bool:
    """Say by numbers alone whether a loss should be taken behind an activation."""
    outputs = output(SCORES)
    if "from logits" in loss.name:  # what is squashed already stays within 0 and 1
        return bool(outputs.min() < 0 or outputs.max() > 1)
    try:
        loss(outputs, np.eye(3)[np.arange(50) % 3])
    except InputValueError:
        return False
    return True


@pytest.mark.parametrize("validation", [None, 0.25, (X, ROWS)], ids=["none", "share", "pair"])
@by_activation
@by_loss
def test_training_takes_a_loss_where_the_numbers_do(
    loss: Loss,
    output: nn.Activation,
    validation: Any,  # noqa: ANN401
) -> None:
    network, generator = MLP([4, 8, 3], output=output, rng=rng()), rng()
    if goes_with(loss, output):
        history = trained(network, loss, validation=validation, rng=generator).history
        assert np.isfinite(history.loss).all()
        return
    with pytest.raises(InputValueError) as error:
        trained(network, loss, validation=validation, rng=generator)
    assert error.value.argument == "loss"
    assert error.value.got.startswith(f"{loss.name} for a network that ends with ")
    assert generator.random() == rng().random()  # nothing was drawn before


def test_the_matrix_holds_what_it_should() -> None:
    bad = {
        (loss.slug, one.slug)
        for loss in nn.LOSSES
        for one in nn.ACTIVATIONS
        if not goes_with(loss, one)
    }
    squashed = {"sigmoid", "softmax"}
    others = {one.slug for one in nn.ACTIVATIONS} - squashed
    assert bad == {
        *(("binary-cross-entropy", one) for one in others),
        *(("cross-entropy", one) for one in others | {"sigmoid"}),
        *(("binary-cross-entropy-from-logits", one) for one in squashed),
        *(("cross-entropy-from-logits", one) for one in squashed),
    }


@pytest.mark.parametrize(
    ("loss", "output", "parts"),
    [
        (
            nn.cross_entropy,
            nn.sigmoid,
            (
                *("loss", "cross-entropy for a network that ends with sigmoid"),
                "a network that gives rows of probabilities that sum to 1",
                (
                    "Build it with output=nn.softmax; or better, with output=nn.linear, and take "
                    "nn.cross_entropy_from_logits."
                ),
            ),
        ),
        (
            nn.binary_cross_entropy,
            nn.linear,
            (
                *("loss", "binary cross-entropy for a network that ends with Dense(8, 3)"),
                "a network that gives outputs that are probabilities, from 0 to 1",
                (
                    "Build it with output=nn.sigmoid; or better, with output=nn.linear, and take "
                    "nn.binary_cross_entropy_from_logits."
                ),
            ),
        ),
        (
            nn.CrossEntropyFromLogits(label_smoothing=0.1),
            nn.softmax,
            (
                *("loss", "cross-entropy from logits for a network that ends with softmax"),
                "a network that gives scores, which this loss squashes itself",
                (
                    "Build it with output=nn.linear, and take nn.sigmoid or nn.softmax of what it "
                    "gives only where you need probabilities."
                ),
            ),
        ),
    ],
    ids=["distributions", "probabilities", "scores"],
)
def test_the_message_names_both_and_the_cure(
    loss: Loss, output: nn.Activation, parts: tuple[str, ...]
) -> None:
    with pytest.raises(InputValueError) as error:
        trained(MLP([4, 8, 3], output=output, rng=rng()), loss)
    assert error.value.args == parts


def test_zeros_are_in_range_but_no_probabilities() -> None:
    network = MLP([4, 3], rng=rng(), initialization=nn.zeros)
    assert np.isfinite(nn.binary_cross_entropy(network(X), ROWS * 0))
    with pytest.raises(InputValueError, match="ends with Dense"):
        trained(network, nn.binary_cross_entropy)


def test_an_ensemble_is_refused_too() -> None:
    network = MLP([4, 3], output=nn.sigmoid, rng=rng(), networks=3)
    with pytest.raises(InputValueError, match="ends with sigmoid"):
        trained(network, nn.cross_entropy)


def test_a_loss_as_metric_is_held_to_the_same() -> None:
    network = MLP([4, 8, 3], output=nn.softmax, rng=rng())
    good = trained(network, nn.cross_entropy, metric=nn.mse).history
    assert good.metric is not None
    with pytest.raises(InputValueError) as error:
        trained(network, nn.cross_entropy, metric=nn.cross_entropy_from_logits)
    assert error.value.argument == "metric"


def test_no_step_is_made_before_the_refusal() -> None:
    steps = []

    class Counting(MSE):
        facts = nn.cross_entropy.facts

        def value_and_gradient_at(
            self, outputs: np.ndarray, targets: np.ndarray
        ) -> ValueAndGradient:
            steps.append(1)
            return super().value_and_gradient_at(outputs, targets)

    trained(MLP([4, 3], output=nn.softmax, rng=rng()), Counting())
    assert len(steps) == 2  # it does count
    with pytest.raises(InputValueError):
        trained(MLP([4, 3], rng=rng()), Counting())
    assert len(steps) == 2


@pytest.mark.parametrize(
    "last",
    [BatchNorm(), LayerNorm(), Dropout(0.5), Residual(Dense(3, 3), nn.softmax)],
    ids=lambda layer: type(layer).__name__,
)
def test_what_follows_a_softmax_counts(last: Layer) -> None:
    network = Network.build(Dense(4, 3), nn.softmax, last, rng=rng())
    trained(network, nn.cross_entropy_from_logits)
    with pytest.raises(InputValueError, match=r"ends with (BatchNorm|LayerNorm|Dropout|x \+ \()"):
        trained(network, nn.cross_entropy)


class Halved(Layer):
    """Half of what comes in: a layer of a reader, and no dataclass."""

    def forward(self, *given: Any) -> Forward:  # noqa: ANN401
        return Forward(given[2] / 2, None)

    def backward(self, *given: Any, to_inputs: bool) -> Any:  # noqa: ANN401, ARG002
        return given[2] / 2


class HalfAProbability(Halved):
    """The same, with the promise that it stands behind a probability."""

    @property
    def gives(self) -> Gives:
        return "probabilities"


def test_a_layer_of_the_readers_own_says_what_it_gives() -> None:
    network = Network.build(Dense(4, 3), nn.sigmoid, Halved(), rng=rng())
    with pytest.raises(InputValueError, match="ends with Halved, expected"):
        trained(network, nn.binary_cross_entropy)
    trained(network, nn.binary_cross_entropy_from_logits)
    network = Network.build(Dense(4, 3), nn.sigmoid, HalfAProbability(), rng=rng())
    trained(network, nn.binary_cross_entropy)
    with pytest.raises(InputValueError, match="ends with HalfAProbability, expected"):
        trained(network, nn.binary_cross_entropy_from_logits)


@by_activation
def test_what_an_activation_gives_is_what_its_numbers_say(output: nn.Activation) -> None:
    outputs = output(SCORES)
    in_range = bool(outputs.min() >= 0 and outputs.max() <= 1)
    sums_to_1 = in_range and np.allclose(outputs.sum(axis=-1), 1)
    gives = "distributions" if sums_to_1 else "probabilities" if in_range else "numbers"
    assert output.facts.gives == Activated(output).gives == gives


@by_loss
def test_a_loss_takes_what_its_usual_activation_gives(loss: Loss) -> None:
    usual = next(one for one in nn.ACTIVATIONS if one.name == loss.facts.output_activation)
    takes = "scores" if loss.facts.built_in else usual.facts.gives
    assert loss.facts.takes == takes
