"""What every activation offers: its value, its backward pass, its name and facts about it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.activations.facts import Facts
from nnbyhand.shapes import Array, Numbers, as_reals, require_same_shape

Reals: TypeAlias = Float[Array, "*shape"]
"""Arrays of one shape: where it stands twice in a signature, the shapes agree."""


class Formula(ABC):
    """What layers compute with: the mathematics alone, of arrays of floats that need no check."""

    @abstractmethod
    def value_at(self, z: Reals) -> Reals:
        """Return the output for the pre-activation z."""

    @abstractmethod
    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        """Return the gradient with respect to z.

        ``output`` is that of the forward pass: where it tells the slope, nothing is computed again.
        """


class Activation(Formula):
    """A function from the pre-activation z of a layer to the layer's output.

    Any leading axes are allowed: examples, and an ensemble of networks before them. float16,
    float32 and float64 keep their dtype; integers and lists are computed in float64. A NaN in z
    reaches every result that depends on it.

    Attributes:
        name: The name as prose writes it, for example "leaky ReLU".

    Example:
        >>> z, gradient = [-1.0, 3.0], [10.0, 20.0]  # of the loss, at the output
        >>> nn.relu.backward(z, upstream=gradient)
        array([ 0., 20.])

    Chapter: activations.
    """

    name: ClassVar[str]

    @property
    def slug(self) -> str:
        """The name as addresses write it, for example "leaky-relu"."""
        return self.name.lower().replace(" ", "-")

    @property
    @abstractmethod
    def facts(self) -> Facts:
        """What is known about this activation."""

    @abstractmethod
    def __call__(self, z: Numbers) -> Float[Array, "..."]:
        """Return the output, in the shape of ``z``.

        Raises:
            InputTypeError: If ``z`` does not hold real numbers.
        """

    @abstractmethod
    def backward(self, z: Numbers, upstream: Numbers) -> Float[Array, "..."]:
        """Carry the gradient of a loss from the output back to z.

        Args:
            z: The pre-activation that the forward pass used.
            upstream: Gradient of the loss with respect to the output, in the shape of ``z``.

        Returns:
            The gradient with respect to ``z``: ``upstream`` times the Jacobian.

        Raises:
            InputTypeError: If an argument does not hold real numbers.
            ShapeError: If the two shapes differ.
        """


class Elementwise(Activation):
    """An activation that treats every number by itself, so that its Jacobian is diagonal.

    A subclass holds the mathematics: ``value_at`` and ``slope_at`` of an array of floats.

    Example:
        >>> nn.tanh.derivative([-1.0, 0.0]).round(4)
        array([0.42, 1.  ])

    Chapter: activations.
    """

    def __call__(self, z: Numbers) -> Float[Array, "..."]:
        """Return the output, as `Activation` says."""
        array = as_reals("z", z)
        # One axis at least: NumPy turns arrays without axes into scalars.
        return self.value_at(np.atleast_1d(array)).reshape(array.shape)

    def derivative(self, z: Numbers) -> Float[Array, "..."]:
        """Return the slope at the pre-activation ``z``, in its shape.

        The argument is z and never the output: a ReLU's output cannot tell z = 0 from z < 0.

        Raises:
            InputTypeError: If ``z`` does not hold real numbers.
        """
        array = as_reals("z", z)
        return self.slope_at(np.atleast_1d(array)).reshape(array.shape)

    def backward(self, z: Numbers, upstream: Numbers) -> Float[Array, "..."]:
        """Multiply the upstream gradient by the slope, entry by entry, as `Activation` says."""
        slope = self.derivative(z)
        gradient = as_reals("upstream", upstream)
        require_same_shape("upstream", gradient, "z", slope)
        return np.asarray(gradient * slope)

    # Where the output tells the slope, a subclass saves operations: see `Tanh`.
    def gradient_at(self, z: Reals, output: Reals, upstream: Reals) -> Reals:
        return upstream * self.slope_at(z)

    @abstractmethod
    def slope_at(self, z: Reals) -> Reals: ...
