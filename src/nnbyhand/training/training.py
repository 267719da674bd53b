"""Training: many small steps against the gradient of the loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

import numpy as np
from jaxtyping import Shaped

from nnbyhand.activations.facts import Gives
from nnbyhand.errors import InputTypeError, InputValueError
from nnbyhand.losses.base import Loss
from nnbyhand.losses.facts import Takes
from nnbyhand.network.network import Network
from nnbyhand.network.summary import describe
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import NDArray, Numbers
from nnbyhand.training.batches import examples_for, with_held_out
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.history import History
from nnbyhand.training.learner import Clip, Learner
from nnbyhand.training.loop import Callback, Course, Metric, OnDivergence, run
from nnbyhand.training.penalties import Penalty


@dataclass(frozen=True, eq=False)
class Training:
    """What training gives.

    Attributes:
        network: The trained network. The one passed to `train` stays as it was.
        history: Losses and metrics, epoch by epoch.
        stopped: Why each network stopped, in the shape of the ensemble: "epochs" if it used all
            of them, "early stopping", "callback" or "divergence".

    Example:
        >>> network = nn.MLP([1, 1], rng=np.random.default_rng(0))
        >>> choices = {"loss": nn.mse, "optimizer": nn.SGD(0.1), "epochs": 5}
        >>> result = train(network, [[1.0]], [[2.0]], rng=np.random.default_rng(0), **choices)
        >>> result.history.epochs, str(result.stopped)
        (5, 'epochs')

    Chapter: gradient-descent.
    """

    network: Network
    history: History
    stopped: Shaped[NDArray[np.str_], "*networks"]


def train(  # noqa: PLR0913  (each is a choice of its own, and all but six have a default)
    network: Network,
    x: Numbers,
    y: Numbers,
    *,
    loss: Loss,
    optimizer: Optimizer,
    epochs: int,
    rng: np.random.Generator,
    batch_size: int | None = None,
    validation: tuple[Numbers, Numbers] | float | None = None,
    penalty: Penalty | None = None,
    clip: Clip | None = None,
    callbacks: Sequence[Callback] = (),
    early_stopping: EarlyStopping | None = None,
    metric: Metric | None = None,
    progress: bool | None = None,
    on_divergence: OnDivergence = "raise",
) -> Training:
    """Train a network, or an ensemble of networks at once.

    For each batch of each epoch: outputs and loss; the gradient of the loss, to which that of the
    penalty is added; the sum is clipped; the optimizer makes its step. While this runs, numbers
    that outgrow their dtype give no warning: they end in a `DivergenceError`.

    Args:
        network: Where training starts. It is not changed.
        x: Inputs, shape (examples, inputs), or (*networks, examples, inputs) to give each network
            of an ensemble its own. They are computed with in the dtype of the network.
        y: Targets as the loss takes them.
        loss: What to make small, for example ``nn.mse``.
        optimizer: How to step, for example ``nn.Adam(0.01)``.
        epochs: How often each example is seen.
        rng: Where validation examples, batches and dropout are drawn from.
        batch_size: Examples per step, shuffled anew in each epoch, in one order for all networks
            of an ensemble; None for all examples at once, in the order given.
        validation: Other examples as a pair (x, y), or the fraction of these that is drawn and set
            aside before training.
        penalty: A price on large weights. The losses in the history do not contain it.
        clip: A function that shortens gradients: ``partial(nn.clip_by_norm, limit=1.0)``.
        callbacks: Functions called with an `EpochEnd` after each epoch; one that returns True
            ends training.
        early_stopping: When to end for lack of progress; it needs validation examples.
        metric: A function of outputs and targets with one number per network as its result.
        progress: Whether to draw a progress bar; None to do so where stderr is a terminal and the
            package tqdm is installed.
        on_divergence: "raise" to end with an error when a loss is not finite. "mark" to rest the
            networks concerned, as they are then, and go on with the others.

    Returns:
        The trained network, the history, and why training stopped.

    Raises:
        DivergenceError: If a loss became NaN or infinite. It names epoch and step.
        InputTypeError: If an argument is of the wrong kind.
        InputValueError: If a number is out of range, NaN or infinite; or if the network ends with
            something that the loss does not take: one from probabilities needs a sigmoid or a
            softmax there, one from logits must have neither, for it applies its own.
        ShapeError: If the data do not fit the network or the loss, or there are none.

    Source: Goodfellow, Bengio and Courville 2016, algorithm 8.1.

    Example:
        >>> x, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]  # XOR
        >>> rng = np.random.default_rng(0)
        >>> network = nn.MLP([2, 8, 1], hidden=nn.tanh, rng=rng)
        >>> loss, optimizer = nn.binary_cross_entropy_from_logits, nn.Adam(0.05)
        >>> result = train(network, x, y, loss=loss, optimizer=optimizer, epochs=300, rng=rng)
        >>> (result.network(x) > 0).astype(int).tolist()
        [[0], [1], [1], [0]]

    Chapter: gradient-descent.
    """
    require_kinds(
        {"network": network, "loss": loss, "optimizer": optimizer, "rng": rng}
        | {"penalty": penalty, "clip": clip, "metric": metric, "early_stopping": early_stopping},
        callbacks,
    )
    require_known(on_divergence)
    require_fit("loss", loss, network)
    if isinstance(metric, Loss):
        require_fit("metric", metric, network)
    data = examples_for(network, loss, x, y)
    data, held_out = with_held_out(network, loss, data, validation, rng)
    course = Course(
        data=data,
        held_out=held_out,
        epochs=epochs,
        batch_size=batch_size,
        rng=rng,
        callbacks=tuple(callbacks),
        early_stopping=early_stopping,
        metric=metric,
        on_divergence=on_divergence,
    )
    learner = Learner(network, loss, optimizer, penalty=penalty, clip=clip, rng=rng)
    history = run(course, learner, progress=progress)
    return Training(learner.network(), history, learner.stopped)


KINDS: Mapping[str, tuple[type | None, str]] = {
    "network": (Network, "Make one with nn.MLP([2, 8, 1], rng=rng)."),
    "loss": (Loss, "Take one such as nn.mse, or make one such as nn.Huber(delta=2.0)."),
    "optimizer": (Optimizer, "Make one such as nn.SGD(0.1) or nn.Adam(0.01)."),
    "rng": (np.random.Generator, "Pass rng=np.random.default_rng(0)."),
    "penalty": (Penalty, "Make one such as nn.L2(0.01)."),
    "early_stopping": (EarlyStopping, "Make one such as nn.EarlyStopping(patience=10)."),
    "clip": (None, "Write clip=partial(nn.clip_by_norm, limit=1.0)."),
    "metric": (None, "Take a function such as nn.accuracy."),
    "callbacks": (None, "Put functions into a tuple: callbacks=(function,)."),
}
"""For each argument, the class it must be of, or None for a function, and a hint."""


OPTIONAL = {"penalty", "early_stopping", "clip", "metric"}


def require_kinds(parts: Mapping[str, object], callbacks: object) -> None:
    """Refuse an object of another kind than its argument needs.

    Args:
        parts: What came, by the name of the argument: one of KINDS.
        callbacks: A list or tuple of functions.

    Raises:
        InputTypeError: If one is of another kind; so is a class where its object is needed.
    """
    for argument, value in parts.items():
        if value is not None or argument not in OPTIONAL:
            _require_kind(argument, value)
    if not isinstance(callbacks, list | tuple):
        _refuse("callbacks", callbacks, "a tuple of functions")
    for callback in callbacks:
        _require_kind("callbacks", callback)


def require_known(on_divergence: object) -> None:
    """Refuse anything but the two words.

    Raises:
        InputValueError: If something else came.
    """
    if on_divergence not in ("raise", "mark"):
        hint = "An error ends training; a mark rests the networks concerned."
        raise InputValueError("on_divergence", f"{on_divergence!r}", "'raise' or 'mark'", hint)


def _require_kind(argument: str, value: object) -> None:
    kind, _ = KINDS[argument]
    if kind is None and not callable(value):
        _refuse(argument, value, "a function")
    if kind is not None and not isinstance(value, kind):
        _refuse(argument, value, f"an object of class {kind.__name__}")


def _refuse(argument: str, value: object, expected: str) -> NoReturn:
    got = f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
    raise InputTypeError(argument, got, expected, KINDS[argument][1])


class _Wanted(NamedTuple):
    """What a loss takes.

    Attributes:
        fitting: What a network may give.
        outputs: What that is, in words.
        hint: What to do about any other network.
    """

    fitting: frozenset[Gives]
    outputs: str
    hint: str


WANTED: Mapping[Takes, _Wanted] = {
    "probabilities": _Wanted(
        frozenset({"probabilities", "distributions"}),
        "outputs that are probabilities, from 0 to 1",
        "Build it with output=nn.sigmoid; or better, with output=nn.linear, and take "
        "nn.binary_cross_entropy_from_logits.",
    ),
    "distributions": _Wanted(
        frozenset({"distributions"}),
        "rows of probabilities that sum to 1",
        "Build it with output=nn.softmax; or better, with output=nn.linear, and take "
        "nn.cross_entropy_from_logits.",
    ),
    "scores": _Wanted(
        frozenset({"numbers"}),
        "scores, which this loss squashes itself",
        "Build it with output=nn.linear, and take nn.sigmoid or nn.softmax of what it gives only "
        "where you need probabilities.",
    ),
}
"""For each thing that a loss may take, what fits; all networks fit a loss that takes numbers."""


def require_fit(argument: str, loss: Loss, network: Network) -> None:
    """Refuse a loss that does not take what the last layer of the network gives.

    What counts is the kind of layer. Its outputs may be in range by chance, as zeros are. Such a
    pair is refused, where others would warn, because there is always a pair that does better.

    Args:
        argument: Name of the loss, for the error message.
        loss: What compares the outputs with targets.
        network: What is to learn from it.

    Raises:
        InputValueError: If they do not go together.
    """
    last, wanted = network.layers[-1], WANTED.get(loss.facts.takes)
    if wanted is not None and last.gives not in wanted.fitting:
        got = f"{loss.name} for a network that ends with {describe(last)}"
        raise InputValueError(argument, got, f"a network that gives {wanted.outputs}", wanted.hint)
