"""Checks of the exercise "A training loop": shuffled batches, and a step after each of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.backward_pass import OF, mean_loss
from guide.exercises.judging import Fault, Written, judged
from guide.exercises.stand_ins import names_of, standing_in
from guide.exercises.steps import Step, Watch, answer_of, require_steps

_SIZES, _EXAMPLES, _EPOCHS, _BATCH, _RATE = (3, 4, 2), 10, 3, 4, 0.3


class Run(NamedTuple):
    """What one call of the reader's `train` did."""

    steps: list[Step]
    parameters: list[Array]
    losses: list[float]


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check `train(x, y, parameters, rate, epochs, batch_size, rng)`."""
    todo = "After the last epoch, `return parameters, losses`."
    call = "train(x, y, parameters, rate, epochs, batch_size, rng)"
    train = Written(space, call, todo)
    run = _run(train, seed=1)
    epochs = _epochs(run.steps)
    yield "Every epoch takes every example once, in batches, each with its own target."
    _require_shuffled(train, epochs)
    yield "Every epoch has an order of its own, drawn from `rng`."
    x, y, start = _data()
    _require_start(run, start)
    require_steps(run.steps, run.parameters, _RATE)
    yield "Every step goes against the gradient, by `rate`, from where the last one ended."
    _require_losses(run, x, y)
    yield "There is a loss for every epoch, of all examples, taken after its steps."
    _run(train, seed=1, keep=True)
    yield "The parameters that were passed in are as they were."


def _data() -> tuple[Array, Array, list[Array]]:
    rng = np.random.default_rng(0)
    inputs, hidden, classes = _SIZES
    x = rng.normal(size=(_EXAMPLES, inputs))
    y = np.eye(classes)[np.arange(_EXAMPLES) * classes // _EXAMPLES]
    shapes: tuple[tuple[int, ...], ...] = (
        (inputs, hidden),
        (hidden,),
        (hidden, classes),
        (classes,),
    )
    return x, y, [rng.normal(size=shape) for shape in shapes]


def _run(train: Written, seed: int, *, keep: bool = False) -> Run:
    """Call the reader's function, and watch how it calls `gradients`."""
    x, y, start = _data()
    watch = Watch(x, y)
    with standing_in(names_of(train.function, train.name), {"gradients": watch}):
        rng = np.random.default_rng(seed)
        answer = train(x, y, start, _RATE, _EPOCHS, _BATCH, rng, keep=keep)
    if not watch.steps:
        raise Fault(
            "`train` never calls `gradients(x, y, parameters)`. Call it for every batch, and step"
            " against what it returns."
        )
    return Run(watch.steps, *answer_of(answer))


def _epochs(steps: Sequence[Step]) -> list[list[int]]:
    """Return the examples of every epoch in the order in which they came."""
    sizes = [len(step.rows) for step in steps]
    wanted = [_BATCH] * (_EXAMPLES // _BATCH) + [_EXAMPLES % _BATCH]
    if sizes != wanted * _EPOCHS:
        raise Fault(_said_of_sizes(sizes, wanted))
    per_epoch = len(wanted)
    epochs = []
    for number in range(_EPOCHS):
        own = steps[number * per_epoch : (number + 1) * per_epoch]
        rows = [row for step in own for row in step.rows]
        _require_all_once(rows, number)
        epochs.append(rows)
    return epochs


def _said_of_sizes(sizes: list[int], wanted: list[int]) -> str:
    all_at_once, single = [_EXAMPLES] * _EPOCHS, [1] * (_EXAMPLES * _EPOCHS)
    known = (
        (all_at_once, "`batch_size` is not used: every step takes all examples."),
        (single, "`batch_size` is not used: every step takes a single example."),
        (wanted, "One epoch is all there is. Repeat it `epochs` times."),
        (
            wanted[:-1] * _EPOCHS,
            "The last batch of each epoch is left out. It is smaller; take it, too.",
        ),
        (
            wanted[:1] * _EPOCHS,
            "Each epoch takes one batch only. Go on until every example had its turn.",
        ),
    )
    for found, said in known:
        if sizes == found:
            return said
    return (
        f"For {_EXAMPLES} examples and a `batch_size` of {_BATCH}, every epoch has batches of"
        f" {wanted}. Yours begin with {sizes[: len(wanted)]}: `range(0, len(x), batch_size)` gives"
        " the places where batches begin."
    )


def _require_all_once(rows: Sequence[int], number: int) -> None:
    times = Counter(rows)
    if len(times) < _EXAMPLES:
        never = [row for row in range(_EXAMPLES) if row not in times]
        raise Fault(
            f"In epoch {number + 1}, example {never[0]} never has its turn, and another one has"
            " two. Draw an order of all of them, `rng.permutation(len(x))`, and cut that into"
            " batches."
        )


def _require_shuffled(train: Written, epochs: list[list[int]]) -> None:
    if epochs[0] == sorted(epochs[0]):
        raise Fault(
            "The examples are never shuffled. They may be sorted by class, and then a batch teaches"
            " one class alone. Draw an order in every epoch: `rng.permutation(len(x))`."
        )
    if epochs[0] == epochs[1]:
        raise Fault("All epochs have one order. Draw a new one in each, inside of the loop.")
    again = _epochs(_run(train, seed=1).steps)
    if again != epochs:
        raise Fault(
            "With the same `rng`, the order is another one each time: it comes from elsewhere. Draw"
            " it from the `rng` that is passed in."
        )
    if _epochs(_run(train, seed=2).steps) == epochs:
        raise Fault("Another `rng` gives the same order. Draw it from the `rng` that is passed in.")


def _require_start(run: Run, start: Sequence[Array]) -> None:
    for name, used, given in zip(OF, run.steps[0].parameters, start, strict=True):
        if not np.array_equal(used, given):
            raise Fault(f"Training does not begin at the `parameters` passed in: see `{name}`.")
    ends = [step.parameters for step in run.steps]
    for number, end in enumerate(ends):
        same = all(map(np.array_equal, run.parameters, end))
        if same and not all(map(np.array_equal, end, ends[-1])):
            which = "first" if number == 0 else "earlier"
            raise Fault(
                f"`train` returns the {which} parameters, not the last. The loop makes new ones:"
                " return those."
            )


def _require_losses(run: Run, x: Array, y: Array) -> None:
    per_epoch = len(run.steps) // _EPOCHS
    starts = [step.parameters for step in run.steps]
    after = [*starts[per_epoch::per_epoch], run.parameters]
    right = [mean_loss(x, y, parameters) for parameters in after]
    if len(run.losses) != _EPOCHS:
        hint = " Append it in the loop over the epochs, not in that over the batches."
        raise Fault(
            f"For {_EPOCHS} epochs, `losses` has {len(run.losses)} entries."
            f"{hint if len(run.losses) == len(run.steps) else ''}"
        )
    if np.allclose(run.losses, right, rtol=1e-6):
        return
    before = [mean_loss(x, y, parameters) for parameters in starts[::per_epoch]]
    if np.allclose(run.losses, before, rtol=1e-6):
        raise Fault("Each loss is taken before the steps of its epoch. Append it after them.")
    last = [step.rows for step in run.steps[per_epoch - 1 :: per_epoch]]
    pairs = zip(last, after, strict=True)
    if np.allclose(run.losses, [mean_loss(x[rows], y[rows], p) for rows, p in pairs], rtol=1e-6):
        raise Fault("Each loss is that of the last batch. Take it of all examples, `x` and `y`.")
    raise Fault(
        f"The loss after epoch 1 is {run.losses[0]:.4g} in your list, and should be"
        f" {right[0]:.4g}: `loss(x, y, parameters)`, of all examples."
    )
