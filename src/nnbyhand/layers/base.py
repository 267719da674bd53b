"""What every layer offers: its parameters, its forward pass and its backward pass.

A layer is structure only, a frozen dataclass without arrays. All parameters of a network are one
vector; the network hands each layer its own part of it, cut into arrays of the shapes that the
layer asked for. So a layer computes, and keeps nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.activations.facts import Gives
from nnbyhand.shapes import Array
from nnbyhand.signatures import as_written

Arrays: TypeAlias = Sequence[Float[Array, "..."]]
"""The arrays of one layer, in the order of its ``parameters``; a leading axis counts networks."""


@dataclass(frozen=True)
class Parameter:
    """An array that a layer learns.

    Attributes:
        name: What it is called, for example "weights".
        shape: Its shape in one network, for example (inputs, outputs).
        start: The number that all of it starts from, or None where it is drawn at random.
        is_weight: Whether penalties and weight decay apply to it; to biases they do not.

    Example:
        >>> from nnbyhand.layers.dense import Dense
        >>> Dense(2, 3).parameters(2)[1]
        Parameter(name='biases', shape=(3,), start=0.0, is_weight=False)

    Chapter: forward-propagation.
    """

    name: str
    shape: tuple[int, ...]
    start: float | None = None
    is_weight: bool = False


@dataclass(frozen=True)
class Mode:
    """How a network is used.

    Attributes:
        training: Whether it learns: dropout drops and batch normalization looks at the batch.
        rng: What dropout draws from; only needed in training, and only with dropout.

    Example:
        >>> Mode().training
        False

    Chapter: regularization.
    """

    training: bool = False
    rng: np.random.Generator | None = None


@as_written
class Forward(NamedTuple):
    """What a layer's forward pass gives.

    Attributes:
        outputs: Shape (*networks, examples, outputs).
        cache: Whatever its backward pass needs; nobody else looks at it.
        statistics: The layer's running statistics after this pass, in the order it asked for them.

    Example:
        >>> from nnbyhand.layers.dense import Dense
        >>> arrays = np.array([[1.0], [2.0]]), np.array([0.5])
        >>> made = Forward(*Dense(2, 1).forward(arrays, (), np.array([[3.0, 4.0]]), Mode()))
        >>> made.outputs
        array([[11.5]])

    Chapter: forward-propagation.
    """

    outputs: Float[Array, "*networks examples outputs"]
    cache: Any
    statistics: Arrays = ()


class Layer(ABC):
    """A step of a network.

    The passes do not check their input: they run thousands of times on what a network made.

    Example:
        >>> from nnbyhand.layers.dropout import Dropout
        >>> isinstance(Dropout(0.5), Layer), Dropout(0.5).outputs(8)
        (True, 8)

    Chapter: forward-propagation.
    """

    @abstractmethod
    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> tuple[Float[Array, "..."], Any, Arrays]:
        """Compute the outputs for a batch.

        Args:
            parameters: The layer's arrays, with a leading axis for an ensemble of networks.
            statistics: Its running statistics.
            x: The inputs, shape (examples, inputs), or (*networks, examples, inputs).
            mode: Training or use.

        Returns:
            Outputs, cache and statistics, as `Forward` says: that tuple, or a plain one, which is
            quicker to make.
        """

    @abstractmethod
    def backward(
        self,
        parameters: Arrays,
        cache: Any,  # noqa: ANN401  (each layer caches what it needs)
        upstream: Float[Array, "*batch outputs"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch inputs"] | None:
        """Carry the gradient of the loss from the outputs back.

        Args:
            parameters: The arrays that the forward pass used.
            cache: What the forward pass returned as its cache.
            upstream: Gradient with respect to the outputs.
            gradient: Arrays to fill with the gradient with respect to ``parameters``. They are
                parts of one vector, so that no copy is made.
            to_inputs: Whether the gradient with respect to the inputs is wanted. The first layer
                of a network saves the work.

        Returns:
            The gradient with respect to the inputs, or None where it is not wanted.
        """

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the arrays to learn, for ``inputs`` numbers per example; here none.

        Raises:
            ShapeError: If the layer cannot take that many inputs.
        """
        return ()

    def statistics(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the arrays that training keeps a running estimate of; here none."""
        return ()

    def outputs(self, inputs: int) -> int:
        """Return how many numbers per example come out; here as many as go in."""
        return inputs

    @property
    def gives(self) -> Gives:
        """What its outputs are, for a loss behind it; here any numbers.

        A layer of your own that ends a network with probabilities says so here, or `train` refuses
        to take the logarithm of what it gives.
        """
        return "numbers"


def sum_over_examples(
    batch: Float[Array, "*networks examples features"], out: Float[Array, "*networks features"]
) -> None:
    """Add up the rows of each network, for an array that all examples share."""
    if batch.ndim == 2:  # noqa: PLR2004  (one network)
        np.add.reduce(batch, axis=-2, out=out)
    else:  # along an axis in the middle, einsum takes a fifth of the time
        np.einsum("...ef->...f", batch, out=out)
