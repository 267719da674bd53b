"""Checks of the exercise "Backpropagation": the gradients of a network of two layers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from guide.exercises.arrays import (
    MATRICES,
    Array,
    answers_of,
    array_of,
    require_equal,
    require_shape,
)
from guide.exercises.backward_pass import (
    NAMES,
    OF,
    SUSPECTS,
    Gradients,
    passed,
    sent_back,
    shares,
)
from guide.exercises.judging import Fault, Written, judged, kind

Given = tuple[Array, Array, list[Array]]

_HINTS = {
    "matmul": (
        "The shapes do not fit. The error goes back through `w2.T`, and a gradient has the shape of"
        " its weights: what came in, transposed, times the error, as in `x.T @ delta1`."
    ),
    "could not be broadcast": MATRICES["could not be broadcast"],
}
# Where a reader looks first: the gradients nearest to the loss come first on the way back.
_ORDER = (2, 3, 0, 1)


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check `gradients(x, y, parameters)`."""
    todo = "Take the error at the logits back through both layers, and `return` four gradients."
    gradients = Written(space, "gradients(x, y, parameters)", todo, _HINTS)
    cases = [_given([3, 5, 4], examples=7, seed=1), _given([5, 3, 2], examples=4, seed=2)]
    answers = answers_of(gradients, cases, SUSPECTS, _given([4, 4, 4], examples=4, seed=3))
    for answer, given in zip(answers, cases, strict=True):
        found = _four(answer)
        right = sent_back(*given)
        _require_shapes(found, right)
        _require_no_step_before(found, right, given)
        for n in _ORDER:
            _require_part(n, found[n], right[n], given)
    yield "Every gradient has the shape of its parameter, and nothing that was passed in changed."
    yield "All four gradients are right, for networks and batches of two sizes."


def _given(sizes: Sequence[int], examples: int, seed: int) -> Given:
    rng = np.random.default_rng(seed)
    inputs, hidden, classes = sizes
    y = np.eye(classes)[rng.permutation(np.arange(examples) % classes)]
    w1, w2 = rng.normal(size=(inputs, hidden)), rng.normal(size=(hidden, classes))
    parameters = [w1, rng.normal(size=hidden), w2, rng.normal(size=classes)]
    return rng.normal(size=(examples, inputs)), y, parameters


def _four(answer: Any) -> list[Array]:  # noqa: ANN401  (whatever the reader returns)
    if not isinstance(answer, list | tuple):
        raise Fault(
            "`gradients` should return a list of four: `[dw1, db1, dw2, db2]`. It returns"
            f" {kind(answer)}."
        )
    if len(answer) != len(NAMES):
        raise Fault(
            f"`gradients` should return four gradients, `[dw1, db1, dw2, db2]`. It returns"
            f" {len(answer)}."
        )
    return [array_of(part, f"`{name}`") for part, name in zip(answer, NAMES, strict=True)]


def _require_shapes(found: Gradients, right: Gradients) -> None:
    for n in _ORDER:
        name, of, shape = NAMES[n], OF[n], right[n].shape
        why = f"a gradient has the shape of its parameter, here `{of}`."
        if found[n].shape == shape[::-1] != shape:
            why += f" Yours is transposed: what came in goes first, {_PRODUCTS[n]}."
        elif len(shape) == 1:
            why += f" Add up over the examples: `{'delta1' if n == 1 else 'delta2'}.sum(axis=0)`."
        require_shape(found[n], shape, f"`{name}`", why)


_PRODUCTS = {0: "`x.T @ delta1`", 2: "`a1.T @ delta2`"}


def _require_no_step_before(found: Gradients, right: Gradients, given: Given) -> None:
    """Find a step of w2, of whatever length, that was taken before the error went through it."""
    x, _, parameters = given
    a1, _ = passed(x, parameters)
    delta2 = _error(given)
    moved = x.T @ ((delta2 @ right[2].T) * (1 - a1**2))
    off = right[0] - found[0]
    rate = float((off * moved).sum() / (moved * moved).sum())
    if abs(rate) > 1e-6 and np.allclose(off, rate * moved, rtol=1e-6, atol=1e-9):  # noqa: PLR2004
        raise Fault(
            "`w2` takes its step before the error goes back through it. Find all four gradients"
            " first, with the weights of the forward pass. The step comes later."
        )


def _error(given: Given) -> Array:
    x, y, parameters = given
    return (shares(passed(x, parameters)[1]) - y) / len(x)


def _require_part(n: int, found: Array, right: Array, given: Given) -> None:
    name, examples = NAMES[n], len(given[0])
    factors = {
        -1.0: "has the wrong sign.",
        float(examples): "is not divided by the number of examples: the loss is a mean.",
        1 / examples: "is divided by the number of examples twice.",
        0.0: "is zero. Compute it, too.",
    }
    for factor, said in factors.items():
        if np.allclose(found, factor * right, rtol=1e-6, atol=1e-12):
            raise Fault(f"`{name}` {said}")
    require_equal(found, right, f"`{name}`")
