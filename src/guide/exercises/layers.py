"""Checks of the exercise "A layer, then a network": the forward pass of any number of layers."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from guide.exercises.arrays import (
    MATRICES,
    Array,
    answers_of,
    array_of,
    require_equal,
    require_shape,
)
from guide.exercises.forward_pass import FORWARD_SUSPECTS, LAYER_SUSPECTS, Layers, put_out
from guide.exercises.judging import Fault, Written, judged, kind


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check `layer(x, w, b, g)` and `forward(x, layers)`."""
    yield from _check_layer(space)
    yield from _check_forward(space)


def squash(z: Array) -> Array:
    """Return an activation that is none of those which a reader may have built in."""
    return z / (1 + abs(z))


def bend(z: Array) -> Array:
    """Return another one, which is not even odd."""
    return np.where(z > 0, z, 0.25 * z) + 0.1


def _check_layer(space: Mapping[str, object]) -> Iterator[str]:
    todo = "Multiply `x` by `w`, add `b`, and `return` what `g` makes of that."
    layer = Written(space, "layer(x, w, b, g)", todo, MATRICES)
    cases = [(*_layer(5, 3, 4, seed=1), squash), (*_layer(2, 4, 3, seed=2), bend)]
    square = (*_layer(3, 3, 3, seed=3), squash)
    for answer, (x, w, b, g) in zip(
        answers_of(layer, cases, LAYER_SUSPECTS, square), cases, strict=True
    ):
        shape = f"of x {x.shape}, w {w.shape} and b {b.shape}"
        a = array_of(answer, f"What `layer` makes {shape}")
        why = "a row for each example, a column for each unit."
        require_shape(a, (len(x), len(b)), f"What `layer` makes {shape}", why)
        require_equal(a, g(x @ w + b), f"What `layer` makes {shape}, at place ")
    yield "`layer` gives a row for each example and a column for each unit, and they are right."


def _check_forward(space: Mapping[str, object]) -> Iterator[str]:
    todo = "Collect `x` and what every layer makes of the entry before, and `return` the list."
    forward = Written(space, "forward(x, layers)", todo, MATRICES)
    cases = [(x, layers) for x, layers in map(_network, ([3, 4, 2, 5], [2, 3], [4, 6, 3]))]
    answers = answers_of(forward, cases, FORWARD_SUSPECTS, _network([4, 4, 4, 4]))
    for answer, (x, layers) in zip(answers, cases, strict=True):
        _require_outputs(answer, put_out(x, layers))
    yield "`forward` hands each layer what the one before puts out, for any number of layers."


def _require_outputs(answer: object, right: list[Array]) -> None:
    if not isinstance(answer, list | tuple):
        raise Fault(
            "`forward` should return a list: the inputs, then what each layer puts out. It returns"
            f" {kind(answer)}."
        )
    if len(answer) != len(right):
        raise Fault(
            f"For {len(right) - 1} layers, the list should have {len(right)} entries: `x`, and one"
            f" for each layer. Yours has {len(answer)}."
        )
    for n, (entry, wanted) in enumerate(zip(answer, right, strict=True)):
        array = array_of(entry, f"Entry {n} of the list")
        why = "a row for each example, a column for each unit."
        require_shape(array, wanted.shape, f"Entry {n} of the list", why)
        require_equal(array, wanted, f"Entry {n} of the list, at place ")


def _layer(examples: int, inputs: int, units: int, seed: int) -> tuple[Array, Array, Array]:
    normal = np.random.default_rng(seed).normal
    return normal(size=(examples, inputs)), normal(size=(inputs, units)), normal(size=units)


def _network(sizes: list[int]) -> tuple[Array, Layers]:
    normal = np.random.default_rng(len(sizes)).normal
    layers: Layers = [
        (normal(size=(n_in, n_out)), normal(size=n_out), (squash, bend)[n % 2])
        for n, (n_in, n_out) in enumerate(pairwise(sizes))
    ]
    return normal(size=(7 if sizes[0] != sizes[-1] else sizes[0], sizes[0])), layers
