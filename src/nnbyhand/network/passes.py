"""The forward pass through a chain of layers, and the backward pass in the opposite order.

These two check nothing and cut no views: a training loop calls them on arrays that it has cut
once. All other code calls `Network.forward` and `Network.backward`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from jaxtyping import Float

from nnbyhand.layers.base import Arrays, Layer, Mode
from nnbyhand.shapes import Array
from nnbyhand.signatures import as_written


@as_written
class Pass(NamedTuple):
    """What a forward pass gives.

    Attributes:
        outputs: Shape (*networks, examples, outputs).
        caches: What each layer keeps for its backward pass.
        statistics: The running statistics of each layer after the pass.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.network.mlp import MLP
        >>> network = MLP([2, 8, 1], rng=np.random.default_rng(0))
        >>> network.forward([[0.0, 1.0], [1.0, 1.0]]).outputs.shape
        (2, 1)

    Chapter: forward-propagation.
    """

    outputs: Float[Array, "*networks examples outputs"]
    caches: Sequence[Any]
    statistics: Sequence[Arrays]


@as_written
class Gradient(NamedTuple):
    """The gradient of a loss.

    Attributes:
        parameters: With respect to the parameters, in the shape of their vector.
        x: With respect to the inputs; for each network of an ensemble its own.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.losses.regression import mse
        >>> from nnbyhand.network.mlp import MLP
        >>> network, x, y = MLP([2, 8, 1], rng=np.random.default_rng(0)), [[0.0, 1.0]], [[1.0]]
        >>> made = network.forward(x)
        >>> gradient = network.backward(made, mse.gradient(made.outputs, y))
        >>> gradient.parameters.shape, gradient.x.shape
        ((33,), (1, 2))

    Chapter: backpropagation.
    """

    parameters: Float[Array, "*networks parameters"]
    x: Float[Array, "*networks examples inputs"]


def forward(
    layers: Sequence[Layer],
    arrays: Sequence[Arrays],
    statistics: Sequence[Arrays],
    x: Float[Array, "*batch inputs"],
    mode: Mode,
) -> Pass:
    """Give x to the first layer, its outputs to the second, and so on.

    Args:
        layers: The layers in order.
        arrays: The parameters of each.
        statistics: The running statistics of each.
        x: The inputs.
        mode: Training or use.
    """
    caches, after = [], []
    for index, layer in enumerate(layers):
        x, cache, updated = layer.forward(arrays[index], statistics[index], x, mode)
        caches.append(cache)
        after.append(updated)
    return Pass(x, caches, after)


def backward(  # noqa: PLR0913  (what the passes share)
    layers: Sequence[Layer],
    arrays: Sequence[Arrays],
    caches: Sequence[Any],
    upstream: Float[Array, "*batch outputs"],
    gradient: Sequence[Arrays],
    *,
    to_inputs: bool = False,
) -> Float[Array, "*batch inputs"] | None:
    """Give the gradient of the outputs to the last layer, and what it returns to the one before.

    Args:
        layers: The layers in the order of the forward pass.
        arrays: The parameters that it used.
        caches: What it kept.
        upstream: Gradient with respect to the outputs.
        gradient: Arrays like ``arrays``, to fill with the gradient with respect to them.
        to_inputs: Whether the gradient with respect to the inputs is wanted, too.

    Returns:
        The gradient with respect to the inputs, or None where it is not wanted.
    """
    flow: Array | None = upstream
    for index in range(len(layers) - 1, -1, -1):
        assert flow is not None  # only the first layer may end it
        flow = layers[index].backward(
            arrays[index], caches[index], flow, gradient[index], to_inputs=to_inputs or index > 0
        )
    return flow
