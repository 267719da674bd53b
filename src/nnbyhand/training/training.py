"""Training: many small steps against the gradient of the loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Shaped

from nnbyhand.losses.base import Loss
from nnbyhand.network.ends import require_fit
from nnbyhand.network.network import Network
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import NDArray, Numbers
from nnbyhand.training.checks import require_kinds, require_known
from nnbyhand.training.data import examples_for, with_held_out
from nnbyhand.training.divergence import OnDivergence
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.history import History
from nnbyhand.training.learner import Clip, Learner
from nnbyhand.training.loop import Callback, Course, Metric, run
from nnbyhand.training.penalties import Penalty


@dataclass(frozen=True, eq=False)
class Training:
    """What training gives.

        >>> network = nn.MLP([1, 1], rng=np.random.default_rng(0))
        >>> choices = {"loss": nn.mse, "optimizer": nn.SGD(0.1), "epochs": 5}
        >>> result = train(network, [[1.0]], [[2.0]], rng=np.random.default_rng(0), **choices)
        >>> result.history.epochs, str(result.stopped)
        (5, 'epochs')

    Attributes:
        network: The trained network. The one passed to `train` stays as it was.
        history: Losses and metrics, epoch by epoch.
        stopped: Why each network stopped, in the shape of the ensemble: "epochs" if it used all
            of them, "early stopping", "callback" or "divergence".

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
            something else than the loss takes: a loss from probabilities needs a sigmoid or a
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
