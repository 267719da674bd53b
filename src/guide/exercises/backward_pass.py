"""The backward pass of two layers as it should be, and with the faults that readers make."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.judging import Suspect

Gradients = list[Array]
NAMES = ("dw1", "db1", "dw2", "db2")
OF = ("w1", "b1", "w2", "b2")


def shares(logits: Array) -> Array:
    """Return the softmax of every row."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def mean_loss(x: Array, y: Array, parameters: Sequence[Array]) -> float:
    """Return the mean cross-entropy of the network."""
    return -float(np.log(shares(passed(x, parameters)[1])[y == 1]).mean())


def passed(x: Array, parameters: Sequence[Array]) -> tuple[Array, Array]:
    """Return what the hidden units put out, and the logits."""
    w1, b1, w2, b2 = parameters
    a1 = np.tanh(x @ w1 + b1)
    return a1, a1 @ w2 + b2


def sent_back(  # noqa: PLR0913  (each is a place for a fault)
    x: Array,
    y: Array,
    parameters: Sequence[Array],
    *,
    error: Callable[[Array, Array], Array] = lambda logits, y: shares(logits) - y,
    examples: Callable[[Array], float] = len,
    slope: Callable[[Array, Array], Array] = lambda _z, a: 1 - a**2,
    returned: Callable[[Array], Array] = np.transpose,
    bias: Callable[[Array], Array] = lambda delta: delta.sum(axis=0),
) -> Gradients:
    """Return the gradients of the mean loss, in the order of the parameters."""
    w1, b1, w2, _ = parameters
    a1, logits = passed(x, parameters)
    delta2 = error(logits, y) / examples(y)
    delta1 = (delta2 @ returned(w2)) * slope(x @ w1 + b1, a1)
    return [x.T @ delta1, bias(delta1), a1.T @ delta2, bias(delta2)]


def scaled(factor: Callable[[Array], float]) -> Callable[..., Gradients]:
    """Return the function that multiplies all gradients by a number that `y` gives."""
    return lambda x, y, parameters: [factor(y) * g for g in sent_back(x, y, parameters)]


def _with_slope(slope: Callable[[Array, Array], Array]) -> Callable[..., Gradients]:
    return partial(sent_back, slope=slope)


def _with_error(error: Callable[[Array, Array], Array]) -> Callable[..., Gradients]:
    return partial(sent_back, error=error)


def _of_squares(logits: Array, y: Array) -> Array:
    p = shares(logits)
    return (p - y) * p * (1 - p)


def _over_all(logits: Array, y: Array) -> Array:
    powers = np.exp(logits)
    return powers / powers.sum() - y


def _down_the_columns(logits: Array, y: Array) -> Array:
    return shares(logits.T).T - y


def _in_order(*order: int) -> Callable[..., Gradients]:
    return lambda *given: [sent_back(*given)[n] for n in order]


_SLOPE = (
    "The hidden units are tanh, and `a1` is what they put out, so their slope is `1 - a1 ** 2`."
)
SUSPECTS: tuple[Suspect, ...] = (
    Suspect(
        "Every gradient has the wrong sign: a step against it would climb. The error is what the"
        " network says less what is right: `softmax(logits) - y`.",
        scaled(lambda _: -1.0),
    ),
    Suspect(
        "Every gradient is as many times too large as there are examples. The loss is a mean, so"
        " divide the error by `len(x)`, once; it travels along.",
        scaled(len),
    ),
    Suspect(
        "The mean is taken twice: divide by the number of examples only once, at the error.",
        scaled(lambda y: 1 / len(y)),
    ),
    Suspect(
        "The error is divided by the number of its entries, examples times classes. The loss is a"
        " mean over examples: divide by `len(x)`.",
        scaled(lambda y: len(y) / y.size),
    ),
    Suspect(
        "The error is divided by the number of classes. The mean goes over examples: `len(x)`.",
        scaled(lambda y: len(y) / y.shape[1]),
    ),
    Suspect(
        "Softmax is missing: the error is taken from the logits. It is `softmax(logits) - y`.",
        _with_error(lambda logits, y: logits - y),
    ),
    Suspect(
        "Softmax is applied twice: shares go through it as if they were logits. Apply it once, to"
        " `logits`.",
        _with_error(lambda logits, y: shares(shares(logits)) - y),
    ),
    Suspect(
        "Here softmax divides by the sum of all rows. Each row is an example of its own:"
        " `axis=1, keepdims=True`.",
        _with_error(_over_all),
    ),
    Suspect(
        "Here softmax goes down the columns, over examples. Each row is an example of its own:"
        " `axis=1`.",
        _with_error(_down_the_columns),
    ),
    Suspect(
        "The error has a slope of the output too many. With softmax and cross-entropy the two"
        " melt into `softmax(logits) - y`.",
        _with_error(_of_squares),
    ),
    Suspect(
        "The slope of the hidden units is missing. What comes back through `w2.T` is multiplied by"
        f" it. {_SLOPE}",
        _with_slope(lambda _z, a: np.ones_like(a)),
    ),
    Suspect(
        f"The slope of tanh is taken at its output: `a1` went through tanh once more. {_SLOPE}",
        _with_slope(lambda _z, a: 1 - np.tanh(a) ** 2),
    ),
    Suspect(
        f"`a * (1 - a)` is the slope of the sigmoid. {_SLOPE}",
        _with_slope(lambda _z, a: a * (1 - a)),
    ),
    Suspect(f"The square is missing in the slope. {_SLOPE}", _with_slope(lambda _z, a: 1 - a)),
    Suspect(
        f"The slope is taken from the sums as if they were outputs. {_SLOPE}",
        _with_slope(lambda z, _a: 1 - z**2),
    ),
    Suspect(
        f"This is the slope of a ReLU. {_SLOPE}",
        _with_slope(lambda z, _a: np.where(z > 0, 1.0, 0.0)),
    ),
    Suspect(
        "`w2` is not transposed on the way back. Forward, a hidden unit uses its row of `w2`; what"
        " comes back to it arrives over the same row: `delta2 @ w2.T`.",
        partial(sent_back, returned=lambda w: w),
    ),
    Suspect(
        "The gradients of the biases are means. The error holds the 1/m already: add up over the"
        " examples, `delta.sum(axis=0)`.",
        partial(sent_back, bias=lambda delta: delta.mean(axis=0)),
    ),
    Suspect(
        "The gradients of the biases are summed over units, `axis=1`. A bias was added to every"
        " example, so add up over those: `axis=0`.",
        partial(sent_back, bias=lambda delta: delta.sum(axis=1)),
    ),
    Suspect(
        "The gradients of the biases are one number each. Every unit has a bias of its own: add up"
        " over the examples alone, `delta.sum(axis=0)`.",
        partial(sent_back, bias=lambda delta: delta.sum()),
    ),
    Suspect(
        "The gradients of the biases are not added up. A bias was added to every example:"
        " `delta.sum(axis=0)`.",
        partial(sent_back, bias=lambda delta: delta),
    ),
    Suspect(
        "`keepdims=True` leaves the gradients of the biases an axis that the biases have not."
        " Leave it out.",
        partial(sent_back, bias=lambda delta: delta.sum(axis=0, keepdims=True)),
    ),
    *(
        Suspect(
            "The gradients are in another order. Return them as the parameters stand:"
            " `[dw1, db1, dw2, db2]`.",
            _in_order(*order),
        )
        for order in ((2, 3, 0, 1), (0, 2, 1, 3))
    ),
    Suspect(
        "Both gradients of weights are transposed. `x.T @ delta1` has the shape of `w1`;"
        " `delta1.T @ x` has not.",
        lambda *given: [g.T for g in sent_back(*given)],
    ),
)
