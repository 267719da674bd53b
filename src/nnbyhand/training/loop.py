"""The epochs of training: learn from every batch, measure, ask whether to go on."""

from __future__ import annotations

import importlib
import math
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias, cast

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import whole_number
from nnbyhand.errors import DivergenceError, InputValueError, ShapeError
from nnbyhand.network.network import Network
from nnbyhand.shapes import Array, NDArray, Numbers, as_reals
from nnbyhand.training.batches import Batch, Examples, batches
from nnbyhand.training.early_stopping import EarlyStopping, Watch
from nnbyhand.training.history import History, Recorder
from nnbyhand.training.learner import Learner, Snapshot, merge

Metric: TypeAlias = Callable[[Float[Array, "*networks examples outputs"], NDArray[Any]], Numbers]
"""A function of outputs and targets that returns one number per network."""


@dataclass(frozen=True, eq=False)
class EpochEnd:
    """What a callback sees after an epoch.

    Attributes:
        epoch: How many epochs are over, so 1 at the first call.
        network: The network as it is now.
        history: The epochs so far.

    Example:
        >>> def is_good_enough(end):  # a callback: True ends training
        ...     return bool(end.history.loss[-1] < 0.01)
        >>> network = nn.MLP([1, 1], rng=np.random.default_rng(0))
        >>> is_good_enough(EpochEnd(2, network, nn.History(np.array([0.3, 0.004]))))
        True

    Chapter: regularization.
    """

    epoch: int
    network: Network
    history: History


OnDivergence: TypeAlias = Literal["raise", "mark"]
"""Whether divergence ends training with an error, or only rests the networks it happened to."""

Callback: TypeAlias = Callable[[EpochEnd], bool | None]
"""A function called after each epoch, which may return True to end training."""


@dataclass(frozen=True, eq=False)
class Course:
    """What stays the same during training; `train` says what each part means."""

    data: Examples
    held_out: Examples | None
    epochs: int
    batch_size: int | None
    rng: np.random.Generator
    callbacks: tuple[Callback, ...]
    early_stopping: EarlyStopping | None
    metric: Metric | None
    on_divergence: OnDivergence

    def __post_init__(self) -> None:
        """Check the numbers."""
        whole_number("epochs", self.epochs, 1, "Train for one epoch at least.")
        if self.batch_size is not None:
            whole_number("batch_size", self.batch_size, 1, "None takes all examples at once.")
        if self.early_stopping is not None and self.held_out is None:
            hint = "Add validation=0.2, or validation=(x, y): it watches the loss on that data."
            raise InputValueError("early_stopping", "no validation", "examples to watch", hint)


class _Kept(NamedTuple):
    """What early stopping knows after an epoch: its losses, and the best numbers so far."""

    watch: Watch
    best: Snapshot


def run(course: Course, learner: Learner, *, progress: bool | None) -> History:
    """Train a learner, epoch by epoch, and return what was measured."""
    recorder = Recorder((course.epochs, *learner.stopped.shape), learner.dtype)
    early_stopping, kept, done = course.early_stopping, None, 0
    if early_stopping is not None:
        kept = _Kept(early_stopping.start(learner.stopped.shape), learner.snapshot())
    # Numbers beyond the largest float end in a DivergenceError, which says more than a warning.
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in counted(range(course.epochs), progress=progress):
            resting = learner.resting
            row = {"loss": _learn(course, learner, epoch)}
            if course.metric is not None or course.held_out is not None:
                row |= _measure(course, learner)
            recorder.write(epoch, row, resting)
            done = epoch + 1
            if early_stopping is not None and kept is not None:
                kept = _watch(early_stopping, learner, kept, row["validation_loss"])
            if course.callbacks and _call(course, learner, done, recorder):
                learner.rest(learner.learning, "callback")
            if learner.is_over:
                break
    if kept is not None:
        learner.restore(kept.best)
    _require_finite(course, learner, done)
    return recorder.history(done)


def _learn(course: Course, learner: Learner, epoch: int) -> Float[Array, "*networks"]:
    """Make the steps of an epoch, and return the mean of their losses."""
    data, size = course.data, course.batch_size
    if size is None or size >= data.number:  # all examples at once need no shuffling
        return _step(course, learner, (data.x, data.targets), (epoch, 0))
    rows = batches(data.number, size, rng=course.rng)
    steps = enumerate(map(data.batch, rows))
    losses = [_step(course, learner, batch, (epoch, number)) for number, batch in steps]
    return np.asarray(np.average(losses, axis=0, weights=[len(batch) for batch in rows]))


def _step(
    course: Course, learner: Learner, batch: Batch, place: tuple[int, int]
) -> Float[Array, "*networks"]:
    """Learn from one batch, and return its loss before that."""
    x, targets = batch
    loss = learner.measure(x, targets)
    # For one number, the math module takes a fraction of the time.
    if not (math.isfinite(loss) if loss.ndim == 0 else np.isfinite(loss).all()):
        _diverge(course, learner, loss, place)
    learner.update()
    return loss


def _diverge(
    course: Course, learner: Learner, values: Float[Array, "*networks"], place: tuple[int, int]
) -> None:
    """Raise, or rest the networks whose values are not finite."""
    if course.on_divergence == "raise":
        epoch, step = place
        raise DivergenceError(epoch + 1, step + 1, values)
    learner.rest(np.asarray(~np.isfinite(values)), "divergence")


def _measure(course: Course, learner: Learner) -> dict[str, Float[Array, "*networks"]]:
    """Return what the history shows after an epoch, beside the training loss."""
    row = {}
    if course.metric is not None:
        outputs, _ = learner.evaluate(course.data)
        row["metric"] = _apply(course.metric, outputs, course.data.y)
    if course.held_out is not None:
        outputs, row["validation_loss"] = learner.evaluate(course.held_out)
        if course.metric is not None:
            row["validation_metric"] = _apply(course.metric, outputs, course.held_out.y)
    return row


def _apply(
    metric: Metric, outputs: Float[Array, "*networks examples outputs"], y: NDArray[Any]
) -> Float[Array, "*networks"]:
    """Return the metric of each network; one whose outputs outgrew the floats has none (NaN)."""
    outputs = np.where(np.isinf(outputs), np.nan, outputs)  # a loss as metric refuses an infinity
    values = as_reals("metric", metric(outputs, y))
    if values.shape != outputs.shape[:-2]:
        expected = f"shape {outputs.shape[:-2]}"
        hint = "A metric returns one number for each network."
        raise ShapeError("metric", f"shape {values.shape}", expected, hint)
    return values


def _watch(
    early_stopping: EarlyStopping,
    learner: Learner,
    kept: _Kept,
    validation_loss: Float[Array, "*networks"],
) -> _Kept:
    """Keep the numbers of the networks at their best, and rest those out of patience."""
    watch = early_stopping.look(kept.watch, validation_loss)
    best = merge(watch.is_best, learner.snapshot(), kept.best) if watch.is_best.any() else kept.best
    if watch.is_over.any():
        learner.rest(watch.is_over, "early stopping")
    return _Kept(watch, best)


def _call(course: Course, learner: Learner, done: int, recorder: Recorder) -> bool:
    """Call every callback, and return whether one of them wants to end training."""
    end = EpochEnd(done, learner.network(), recorder.history(done))
    return True in [callback(end) for callback in course.callbacks]


def _require_finite(course: Course, learner: Learner, done: int) -> None:
    """Find networks that the very last step ruined: no loss was measured after it."""
    finite = np.isfinite(learner.snapshot().parameters).all(axis=-1)
    if not finite.all():
        last = (course.data.number - 1) // (course.batch_size or course.data.number)
        _diverge(course, learner, np.where(finite, 0.0, np.nan), (done - 1, last))


def counted(epochs: range, *, progress: bool | None) -> Iterable[int]:
    """Return the epochs, with a bar on stderr that moves as they pass.

    Args:
        epochs: What to count.
        progress: True for a bar, False for none; None for a bar where stderr is a terminal and
            tqdm is installed.

    Raises:
        InputValueError: If a bar is demanded and tqdm is not installed.
    """
    # stderr is None in programs without a console.
    watched = sys.stderr is not None and sys.stderr.isatty()
    if progress is False or (progress is None and not watched):
        return epochs
    try:
        tqdm = importlib.import_module("tqdm").tqdm
    except ImportError:
        if progress is None:
            return epochs
        hint = "Install tqdm, or leave progress out."
        expected = "the package tqdm to draw the bar"
        raise InputValueError("progress", "True", expected, hint) from None
    return cast("Iterable[int]", tqdm(epochs, desc="Training", unit=" epochs"))
