"""Examples for training: checked once, in the network's dtype, and cut into mini-batches.

One epoch shows every example once, in random order, a few at a time.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import numpy as np
from jaxtyping import Float, Int, Shaped

from nnbyhand.arguments import whole_number
from nnbyhand.errors import InputValueError
from nnbyhand.losses.base import Loss
from nnbyhand.network.network import Network
from nnbyhand.shapes import Array, NDArray, Numbers, float_between

Rows: TypeAlias = Int[NDArray[np.integer], " batch"]
"""Which examples a batch holds, as indices that start from 0."""


def batches(examples: int, size: int, *, rng: np.random.Generator) -> list[Rows]:
    """Return the batches of one epoch.

    The examples are shuffled, then cut into batches; call again for the next epoch, which is
    shuffled anew. Where ``size`` does not divide ``examples``, the last batch is smaller, so that
    no example is left out. An ensemble of networks has one order: all its networks see the same
    batches, and differ by their parameters alone.

    Args:
        examples: How many examples there are.
        size: How many of them a batch holds.
        rng: Where the order comes from.

    Returns:
        For each batch, the indices of its examples.

    Raises:
        InputTypeError: If a number is not whole.
        InputValueError: If a number is below 1.

    Example:
        >>> rng = np.random.default_rng(0)
        >>> [rows.tolist() for rows in batches(5, 2, rng=rng)]
        [[2, 4], [3, 0], [1]]

    Chapter: gradient-descent.
    """
    count = whole_number("examples", examples, 1, "A network learns from one example at least.")
    step = whole_number("size", size, 1, "A batch holds one example at least.")
    order = rng.permutation(count)
    return [order[start : start + step] for start in range(0, count, step)]


Batch: TypeAlias = tuple[Float[Array, "*batch inputs"], Float[Array, "*targets outputs"]]
"""Inputs and targets of one step."""


class Examples(NamedTuple):
    """Inputs and what should come out for them.

    Attributes:
        x: The inputs, shape (examples, inputs); in an ensemble perhaps (*networks, ...).
        targets: As the loss takes them: class labels have become one-hot rows.
        y: As the caller gave them, for the metric.
    """

    x: Float[Array, "*batch inputs"]
    targets: Float[Array, "*targets outputs"]
    y: Shaped[NDArray[Any], "..."]

    @property
    def number(self) -> int:
        """How many examples there are."""
        return int(self.x.shape[-2])

    def batch(self, rows: Rows) -> Batch:
        """Return inputs and targets with these indices; networks of an ensemble share them."""
        return self.x.take(rows, axis=-2), self.targets.take(rows, axis=-2)

    def take(self, rows: Rows) -> Examples:
        """Return the examples with these indices."""
        x, targets = self.batch(rows)
        axis = -2 if self.y.ndim == self.targets.ndim else -1  # labels have no axis of outputs
        return Examples(x, targets, self.y.take(rows, axis=axis))


def examples_for(
    network: Network, loss: Loss, x: Numbers, y: Numbers, argument: str = "x"
) -> Examples:
    """Check examples and prepare them.

    Args:
        network: What is to learn from them.
        loss: What compares its outputs with ``y``.
        x: Inputs, shape (examples, inputs), or (*networks, examples, inputs).
        y: Targets, as the loss takes them.
        argument: Name of the inputs, for the error message.

    Raises:
        InputTypeError: If they are not real numbers.
        InputValueError: If an input is NaN or infinite, or a target not one for this loss.
        ShapeError: If a shape does not fit the network, or there is no example.
    """
    inputs = network.as_batch(x, argument)
    one = network(inputs[..., :1, :])
    outputs = np.broadcast_to(one, (*one.shape[:-2], inputs.shape[-2], one.shape[-1]))
    return Examples(inputs, loss.prepared(y, outputs), np.asarray(y))


def with_held_out(
    network: Network,
    loss: Loss,
    examples: Examples,
    validation: object,
    rng: np.random.Generator,
) -> tuple[Examples, Examples | None]:
    """Return the examples to learn from, and those to validate with.

    Args:
        network: What is to learn from them.
        loss: What compares its outputs with targets.
        examples: What may be learned from.
        validation: A pair (x, y) of other examples; or the fraction to set aside, between 0 and
            1, whose count is rounded; or None.
        rng: Where the choice of examples set aside comes from.

    Raises:
        InputTypeError: If ``validation`` is neither.
        InputValueError: If no example would be left on one of the two sides.
    """
    if validation is None:
        return examples, None
    if isinstance(validation, tuple | list):
        if len(validation) != 2:  # noqa: PLR2004  (x and y)
            got, hint = f"{len(validation)} of them", "Give both, as validation=(x, y)."
            raise InputValueError("validation", got, "a pair (x, y)", hint)
        x, y = validation
        return examples, examples_for(network, loss, x, y, "x of validation")
    return _split(examples, validation, rng)


def _split(
    examples: Examples, fraction: object, rng: np.random.Generator
) -> tuple[Examples, Examples]:
    hint = "Give a fraction such as 0.2, or a pair (x, y) of other examples."
    share = float_between("validation", fraction, 0.0, 1.0, hint)
    aside = round(share * examples.number)
    if not 0 < aside < examples.number:
        got = f"{share:g} of {examples.number} examples, which is {aside}"
        raise InputValueError("validation", got, "at least one example on both sides", hint)
    order = rng.permutation(examples.number)
    return examples.take(order[aside:]), examples.take(order[:aside])
