"""A network: layers one after the other, forward, and backward in the opposite order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Float
from numpy.typing import DTypeLike

from nnbyhand.activations.base import Activation
from nnbyhand.arguments import keep
from nnbyhand.initialization.base import Initialization
from nnbyhand.layers.base import Arrays, Layer, Mode
from nnbyhand.network import parameter_vector, passes
from nnbyhand.network.checks import (
    as_axes,
    as_batch,
    as_dtype,
    as_generator,
    as_layers,
    first_width,
    read_only,
)
from nnbyhand.network.parameter_vector import (
    Step,
    Views,
    start_parameters,
    start_statistics,
)
from nnbyhand.network.passes import Gradient, Pass
from nnbyhand.shapes import Array, NDArray, Numbers, as_reals, require_same_shape

_EVALUATION = Mode()


@dataclass(frozen=True, eq=False)
class Network:
    """Layers and all their numbers. Nothing in it changes: training returns another network.

    Attributes:
        layers: The layers in order.
        parameters: All parameters as one vector, read-only; an ensemble has axes before it.
        statistics: The running statistics of each layer.
        inputs: Numbers per example that go into the first layer.

    Raises:
        ShapeError: If layers do not fit together, or arrays do not fit the layers.

    Example:
        >>> from nnbyhand.activations.elementwise import tanh
        >>> from nnbyhand.layers.dense import Dense
        >>> network = Network.build(Dense(2, 8), tanh, Dense(8, 1), rng=np.random.default_rng(0))
        >>> network.parameter_count, network([[0.0, 1.0], [1.0, 1.0]]).shape
        (33, (2, 1))

    Chapter: forward-propagation.
    """

    layers: tuple[Layer, ...]
    parameters: Float[Array, "*networks parameters"]
    statistics: Sequence[Arrays]
    inputs: int

    def __post_init__(self) -> None:
        """Keep copies that nobody can write into, and check their shapes."""
        parameters = read_only("parameters", self.parameters)
        statistics = tuple(
            tuple(read_only("statistics", array) for array in each) for each in self.statistics
        )
        parameter_vector.require_fit(self.steps, parameters, statistics)
        keep(self, parameters=parameters)
        keep(self, statistics=statistics)

    @classmethod
    def build(
        cls,
        *layers: Layer | Activation,
        rng: np.random.Generator,
        inputs: int | None = None,
        networks: int | Sequence[int] = (),
        dtype: DTypeLike = np.float64,
        initialization: Initialization | None = None,
    ) -> Network:
        """Join layers and draw their weights.

        Args:
            layers: From the input on; an activation counts as a layer.
            rng: What the weights are drawn from, for an ensemble one network after the other.
            inputs: Numbers per example that come in, needed only without any dense layer.
            networks: For an ensemble, how many; or the lengths of several axes.
            dtype: Of all numbers: float64, float32 or float16.
            initialization: The rule for the weights. Without one, it is what is usual for the first
                activation: see `usual_initialization`.

        Raises:
            InputTypeError: If an argument is of the wrong kind, such as a seed for ``rng``.
            InputValueError: If there is no layer, or a count is below 1.
            ShapeError: If what comes out of a layer does not fit the next; it names the layer.
        """
        stack, axes, kind = as_layers(layers), as_axes(networks), as_dtype(dtype)
        width = first_width(stack, inputs)
        steps = parameter_vector.lay_out(stack, width)
        parameters = start_parameters(steps, axes, kind, initialization, as_generator(rng))
        return cls(stack, parameters, start_statistics(steps, axes, kind), width)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The layers with their numbers, their widths and their places in the vector."""
        return parameter_vector.lay_out(self.layers, self.inputs)

    @cached_property
    def arrays(self) -> Views:
        """The arrays of each layer: weights and biases of a dense layer, none of an activation."""
        return self.cut(self.parameters)

    @cached_property
    def weight_mask(self) -> Bool[NDArray[np.bool_], " parameters"]:
        """True where a parameter is a weight: penalties and weight decay leave out the others."""
        return parameter_vector.weight_mask(self.steps)

    @property
    def parameter_count(self) -> int:
        """How many parameters one network has."""
        return int(self.parameters.shape[-1])

    @property
    def networks(self) -> tuple[int, ...]:
        """The axes of the ensemble, () for a single network."""
        return self.parameters.shape[:-1]

    def name_of(self, index: int) -> str:
        """Return what the parameter at ``index`` is, for example "layer 1 weights[0, 2]".

        Raises:
            InputValueError: If there is none.
        """
        return parameter_vector.name_of(self.steps, index)

    def cut(self, vector: Float[Array, "*networks parameters"]) -> Views:
        """Return views of a vector like ``parameters``, in the shapes of ``arrays``."""
        return parameter_vector.cut(self.steps, vector)

    def with_parameters(
        self, parameters: Numbers, statistics: Sequence[Arrays] | None = None
    ) -> Network:
        """Return a network of the same layers with these numbers.

        Args:
            parameters: A vector like ``parameters``; with other axes, another ensemble.
            statistics: As a pass gives them; without, they stay as they are.

        Raises:
            InputTypeError: If the numbers are not real.
            ShapeError: If they do not fit the layers.
        """
        kept = self.statistics if statistics is None else statistics
        return replace(self, parameters=as_reals("parameters", parameters), statistics=kept)

    def as_batch(self, x: Numbers, argument: str = "x") -> Float[Array, "*data examples inputs"]:
        """Return data as this network takes it: checked, and in the dtype of its parameters.

        Args:
            x: Shape (examples, inputs), for an ensemble also (*networks, examples, inputs).
            argument: Name of the data, for the error message.

        Raises:
            InputTypeError: If it does not hold real numbers.
            InputValueError: If one is NaN or infinite.
            ShapeError: If the shape does not fit, or there is no example.
        """
        return as_batch(argument, x, self.parameters, self.inputs)

    def __call__(self, x: Numbers) -> Float[Array, "*networks examples outputs"]:
        """Return the outputs in use: dropout rests, batch norm takes its running statistics.

        ``x`` and the errors are those of `as_batch`.
        """
        batch = self.as_batch(x)
        return passes.forward(self.layers, self.arrays, self.statistics, batch, _EVALUATION).outputs

    def forward(self, x: Numbers, *, rng: np.random.Generator | None = None) -> Pass:
        """Compute the outputs as in training, and keep what `backward` needs.

        ``x`` and the errors are those of `as_batch`. Only dropout needs ``rng``.
        """
        mode = Mode(training=True, rng=rng)
        return passes.forward(self.layers, self.arrays, self.statistics, self.as_batch(x), mode)

    def backward(self, pass_: Pass, upstream: Numbers) -> Gradient:
        """Carry the gradient of a loss from the outputs back to every parameter.

        Args:
            pass_: What `forward` of this network returned.
            upstream: Gradient with respect to the outputs, in their shape.

        Raises:
            InputTypeError: If ``upstream`` does not hold real numbers.
            ShapeError: If its shape is not that of the outputs.
        """
        flow = as_reals("upstream", upstream).astype(self.parameters.dtype)
        require_same_shape("upstream", flow, "the outputs", pass_.outputs)
        vector = np.empty_like(self.parameters)
        cut = self.cut(vector)
        x = passes.backward(self.layers, self.arrays, pass_.caches, flow, cut, to_inputs=True)
        assert x is not None  # it was asked for
        return Gradient(vector, x)
