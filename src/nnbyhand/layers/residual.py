"""Residual connections: layers that add to their input instead of replacing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias

from jaxtyping import Float

from nnbyhand.activations.base import Activation
from nnbyhand.arguments import keep
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Arrays, Forward, Layer, Mode, Parameter
from nnbyhand.shapes import Array


class _Step(NamedTuple):
    """One inner layer, how many inputs it has, and where its arrays lie among all of them."""

    layer: Layer
    inputs: int
    parameters: slice
    statistics: slice


_Passed: TypeAlias = tuple[_Step, Any]


@dataclass(frozen=True, init=False)
class Residual(Layer):
    """x + f(x), where f is a chain of layers that gives as many numbers as it takes.

        y = x + f(x)        dL/dx = dL/dy + (gradient that f carries back)

    The first term reaches x undiminished, whatever the layers of f do to the second.

    Parameters and statistics are those of the inner layers, in their order. A parameter's name
    starts with the place of its layer: "0.weights" belongs to the first.

    Attributes:
        layers: The layers of f, from the input on. Activations may stand among them.

    Raises:
        InputTypeError: If something came that is neither a layer nor an activation.
        InputValueError: If there is no layer.
        ShapeError: When a network is built, if f changes the width.

    Source: He et al. 2016, equation 1.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.layers.base import Mode
        >>> from nnbyhand.layers.normalization import LayerNorm
        >>> from nnbyhand.layers.residual import Residual
        >>> gamma, beta = np.array([2.0, 2.0]), np.array([5.0, 5.0])
        >>> x = np.array([[1.0, 3.0]])  # normalized -1 and 1, scaled and shifted 3 and 7
        >>> Residual(LayerNorm()).forward((gamma, beta), (), x, Mode()).outputs.round(3)
        array([[ 4., 10.]])

    Chapter: vanishing-gradients.
    """

    layers: tuple[Layer, ...]

    def __init__(self, *layers: Layer | Activation) -> None:
        """Check the layers, and keep them, with activations wrapped into layers."""
        if not layers:
            hint = "Give the layers that compute f in x + f(x)."
            raise InputValueError("layers", "none", "at least one layer", hint)
        keep(self, layers=tuple(map(_as_layer, layers)))

    def forward(
        self, parameters: Arrays, statistics: Arrays, x: Float[Array, "*batch inputs"], mode: Mode
    ) -> Forward:
        """Run the inner layers and add x; the cache holds each step with its own cache."""
        fx, passed, updated = x, list[_Passed](), list[Array]()
        for step in self._steps(x.shape[-1]):
            own, running = parameters[step.parameters], statistics[step.statistics]
            fx, cache, after = step.layer.forward(own, running, fx, mode)
            passed.append((step, cache))
            updated.extend(after)
        return Forward(x + fx, passed, tuple(updated))

    def backward(
        self,
        parameters: Arrays,
        cache: Sequence[_Passed],
        upstream: Float[Array, "*batch outputs"],
        gradient: Arrays,
        *,
        to_inputs: bool,
    ) -> Float[Array, "*batch outputs"] | None:
        """Run the inner layers backwards and add the upstream gradient."""
        flow: Array | None = upstream
        for place, (step, its_cache) in reversed([*enumerate(cache)]):
            assert flow is not None  # all but the first layer are asked for it
            own, to_fill = parameters[step.parameters], gradient[step.parameters]
            wanted = to_inputs or place > 0
            flow = step.layer.backward(own, its_cache, flow, to_fill, to_inputs=wanted)
        return None if flow is None else upstream + flow

    def _steps(self, inputs: int) -> list[_Step]:
        steps, learned, kept = [], 0, 0
        for layer in self.layers:
            first, start = learned, kept
            learned += len(layer.parameters(inputs))
            kept += len(layer.statistics(inputs))
            steps.append(_Step(layer, inputs, slice(first, learned), slice(start, kept)))
            inputs = layer.outputs(inputs)
        return steps

    def parameters(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the arrays that the inner layers learn.

        Raises:
            ShapeError: If f changes the width, or an inner layer cannot take its inputs.
        """
        self.outputs(inputs)
        return tuple(
            replace(parameter, name=f"{place}.{parameter.name}")
            for place, step in enumerate(self._steps(inputs))
            for parameter in step.layer.parameters(step.inputs)
        )

    def statistics(self, inputs: int) -> tuple[Parameter, ...]:
        """Return the running estimates that the inner layers keep."""
        return tuple(
            replace(statistic, name=f"{place}.{statistic.name}")
            for place, step in enumerate(self._steps(inputs))
            for statistic in step.layer.statistics(step.inputs)
        )

    def outputs(self, inputs: int) -> int:
        """Return the width, which stays.

        Raises:
            ShapeError: If f changes it.
        """
        width = inputs
        for layer in self.layers:
            width = layer.outputs(width)
        if width != inputs:
            got = f"outputs of shape (examples, {width})"
            expected = f"shape (examples, {inputs}) as the inputs have"
            hint = "x + f(x) adds entry to entry: make the last layer as wide as x."
            raise ShapeError("layers", got, expected, hint)
        return inputs


def _as_layer(candidate: object) -> Layer:
    if isinstance(candidate, Activation):
        return Activated(candidate)
    if not isinstance(candidate, Layer):
        hint = "Give them one by one: Residual(first, second)."
        raise InputTypeError("layers", type(candidate).__name__, "layers or activations", hint)
    return candidate
