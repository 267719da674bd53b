"""The multilayer perceptron: dense layers, each followed by an activation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import DTypeLike

from nnbyhand.activations.base import Activation
from nnbyhand.activations.elementwise import linear, relu
from nnbyhand.arguments import Number, not_negative, whole_number
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.initialization.base import Initialization
from nnbyhand.initialization.scaled import usual_initialization
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.network.network import Network

_NORMALIZATIONS = {"batch": BatchNorm, "layer": LayerNorm}


def MLP(  # noqa: N802, PLR0913  (it reads as what it builds; each choice has a default)
    sizes: Sequence[int],
    *,
    rng: np.random.Generator,
    hidden: Activation = relu,
    output: Activation = linear,
    initialization: Initialization | None = None,
    dropout: Number = 0,
    normalization: Literal["batch", "layer"] | None = None,
    residual: bool = False,
    networks: int | Sequence[int] = (),
    dtype: DTypeLike = np.float64,
) -> Network:
    """Build a network of dense layers.

    Args:
        sizes: Numbers per example from the inputs to the outputs: [3, 4, 4, 2] has 3 inputs, two
            hidden layers of 4 units and 2 outputs.
        rng: What the weights are drawn from.
        hidden: The activation of every hidden layer.
        output: The activation of the last layer. Linear adds no layer: the outputs are then the
            pre-activations, which losses "from logits" take. Losses from probabilities need
            ``nn.sigmoid`` or ``nn.softmax``; `train` refuses a pair that does not go together.
        initialization: The rule for the weights. Without one, it is what is usual for ``hidden``:
            He's rule for the ReLU family, else Glorot's.
        dropout: The probability that a hidden output is dropped in training, 0 for none.
        normalization: Batch or layer normalization between each hidden layer and its activation.
        residual: Whether hidden layers as wide as their inputs add to them instead of replacing.
        networks: For an ensemble, how many; or the lengths of several axes.
        dtype: Of all numbers.

    Raises:
        InputTypeError: If an argument is of the wrong kind, such as a seed for ``rng``.
        InputValueError: If a size is below 1, or a choice is unknown.
        ShapeError: If there are fewer than two sizes, or no layer can be residual.

    Example:
        >>> network = MLP([2, 8, 1], hidden=relu, rng=np.random.default_rng(0))
        >>> network.parameter_count
        33

    Chapter: forward-propagation.
    """
    widths = _as_widths(sizes)
    if normalization not in (None, *_NORMALIZATIONS):
        hint = 'Write normalization="batch" or "layer", or leave it out.'
        raise InputValueError("normalization", f"{normalization!r}", "a known kind", hint)
    rate = not_negative("dropout", dropout, "A dropout of 0.2 drops a fifth of the hidden outputs.")
    between = (
        *([_NORMALIZATIONS[normalization]()] if normalization else []),
        Activated(hidden),
        *([Dropout(rate)] if rate else []),
    )
    layers = _stack(widths, between, residual=residual)
    last = () if output == linear else (output,)
    return Network.build(
        *(*layers, *last),
        rng=rng,
        networks=networks,
        dtype=dtype,
        initialization=initialization or usual_initialization(hidden),
    )


def _as_widths(sizes: Sequence[int]) -> list[int]:
    hint = "[2, 8, 1] means 2 inputs, 8 hidden units and 1 output."
    widths = [whole_number(f"sizes[{i}]", size, 1, hint) for i, size in enumerate(sizes)]
    if len(widths) < 2:  # noqa: PLR2004  (inputs and outputs)
        raise ShapeError("sizes", f"{widths}", "at least two", hint)
    return widths


def _stack(widths: list[int], between: Sequence[Layer], *, residual: bool) -> list[Layer]:
    """Return the dense layers, with ``between`` after each but the last."""
    layers: list[Layer] = []
    hidden = list(pairwise(widths[:-1]))
    if residual and all(inputs != units for inputs, units in hidden):
        hint = "A residual layer adds to its inputs: give two hidden layers one width."
        raise ShapeError("sizes", f"{widths}", "a hidden layer as wide as its inputs", hint)
    for inputs, units in hidden:
        block = (Dense(inputs, units), *between)
        layers += [Residual(*block)] if residual and inputs == units else block
    return [*layers, Dense(*widths[-2:])]
