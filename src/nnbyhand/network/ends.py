"""Which loss goes with the end of which network: a wrong pair trains on, and learns badly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nnbyhand.activations.facts import Gives
from nnbyhand.errors import InputValueError
from nnbyhand.losses.base import Loss
from nnbyhand.losses.facts import Takes
from nnbyhand.network.network import Network
from nnbyhand.network.summary import describe


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
    """Refuse a loss that takes something else than the last layer of the network gives.

    The layer is asked and not its outputs, which may be in range by chance, as zeros are. It is a
    refusal and no warning, because no such pair does what another would not do better.

    Args:
        argument: Name of the loss, for the error message.
        loss: What shall compare the outputs with targets.
        network: What shall learn from it.

    Raises:
        InputValueError: If they do not go together.
    """
    last, wanted = network.layers[-1], WANTED.get(loss.facts.takes)
    if wanted is not None and last.gives not in wanted.fitting:
        got = f"{loss.name} for a network that ends with {describe(last)}"
        raise InputValueError(argument, got, f"a network that gives {wanted.outputs}", wanted.hint)
