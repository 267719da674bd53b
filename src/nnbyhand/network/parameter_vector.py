"""All parameters of a network in one vector: where each array lies in it, and the views of it.

With one vector, optimizers, penalties, clipping and gradient checks are formulas on a vector.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from jaxtyping import Bool, Float

from nnbyhand.activations.elementwise import linear
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.initialization.base import Initialization
from nnbyhand.initialization.scaled import usual_initialization
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Arrays, Layer, Parameter
from nnbyhand.shapes import Array, NDArray

Views: TypeAlias = tuple[tuple[Float[Array, "..."], ...], ...]
"""The arrays of each layer."""


@dataclass(frozen=True)
class Place:
    """Where in the vector one array lies.

    Attributes:
        parameter: The array's name, shape and start.
        start: Index of its first entry.
        stop: Index after its last entry.
    """

    parameter: Parameter
    start: int
    stop: int


@dataclass(frozen=True)
class Step:
    """A layer in its place in a network.

    Attributes:
        number: Its number as textbooks count, which is that of the last layer with weights: an
            activation has the number of the dense layer before it. Before the first it is 0.
        layer: The layer.
        inputs: Numbers per example that come in.
        outputs: Numbers per example that come out.
        places: Where its arrays lie.
    """

    number: int
    layer: Layer
    inputs: int
    outputs: int
    places: tuple[Place, ...]


def lay_out(layers: Sequence[Layer], inputs: int) -> tuple[Step, ...]:
    """Give every array of every layer its place, one after the other.

    Args:
        layers: The layers in order.
        inputs: Numbers per example that go into the first.

    Returns:
        One step for each layer.

    Raises:
        ShapeError: If what comes out of a layer does not fit the next; it names the layer.
    """
    steps: list[Step] = []
    number, at = 0, 0
    for layer in layers:
        try:
            parameters = layer.parameters(inputs)
        except ShapeError as error:
            argument = f"layer {number + 1}, {error.argument}"
            raise ShapeError(argument, error.got, error.expected, error.hint) from error
        number += any(parameter.is_weight for parameter in parameters)
        places = _place(parameters, at)
        at = places[-1].stop if places else at
        steps.append(Step(number, layer, inputs, layer.outputs(inputs), places))
        inputs = steps[-1].outputs
    return tuple(steps)


def _place(parameters: tuple[Parameter, ...], at: int) -> tuple[Place, ...]:
    places: list[Place] = []
    for parameter in parameters:
        places.append(Place(parameter, at, at + math.prod(parameter.shape)))
        at = places[-1].stop
    return tuple(places)


def require_fit(
    steps: Sequence[Step],
    parameters: Float[Array, "..."],
    statistics: Sequence[Sequence[Float[Array, "..."]]],
) -> None:
    """Refuse a vector of another length, and statistics of other shapes.

    Raises:
        ShapeError: If the numbers do not fit the layers.
    """
    networks, length = parameters.shape[:-1], count(steps)
    if parameters.ndim == 0 or parameters.shape[-1] != length:
        hint = "One vector holds the arrays of all layers; network.cut(vector) shows them."
        got = f"shape {parameters.shape}"
        raise ShapeError("parameters", got, f"shape (..., {length}) as the layers need", hint)
    shapes = [[array.shape for array in each] for each in statistics]
    needed = [
        [networks + statistic.shape for statistic in step.layer.statistics(step.inputs)]
        for step in steps
    ]
    if shapes != needed:
        hint = "Take them from a pass of a network with the same layers and axes."
        raise ShapeError("statistics", f"shapes {shapes}", f"shapes {needed}", hint)


def count(steps: Sequence[Step]) -> int:
    """Return the length of the vector."""
    return sum(place.stop - place.start for step in steps for place in step.places)


def cut(steps: Sequence[Step], vector: Float[Array, "*networks parameters"]) -> Views:
    """Return the arrays of each layer as views: what is written into them reaches the vector."""
    networks = vector.shape[:-1]
    return tuple(
        tuple(
            vector[..., place.start : place.stop].reshape(networks + place.parameter.shape)
            for place in step.places
        )
        for step in steps
    )


def name_of(steps: Sequence[Step], index: int) -> str:
    """Return what the entry of the vector at ``index`` is, for example "layer 1 weights[0, 2]"."""
    for step in steps:
        for place in step.places:
            if place.start <= index < place.stop:
                within = np.unravel_index(index - place.start, place.parameter.shape)
                entry = ", ".join(str(int(i)) for i in within)
                return f"layer {step.number} {place.parameter.name}[{entry}]"
    expected = f"an index from 0 to {count(steps) - 1}"
    raise InputValueError("index", f"{index}", expected, "Use an index of the parameter vector.")


def weight_mask(steps: Sequence[Step]) -> Bool[NDArray[np.bool_], " parameters"]:
    """Return True for entries that penalties and weight decay apply to: weights, not biases."""
    mask = np.zeros(count(steps), dtype=bool)
    for step in steps:
        for place in step.places:
            mask[place.start : place.stop] = place.parameter.is_weight
    return mask


def start_parameters(
    steps: Sequence[Step],
    networks: tuple[int, ...],
    dtype: np.dtype[np.floating],
    initialization: Initialization | None,
    rng: np.random.Generator,
) -> Float[Array, "*networks parameters"]:
    """Return the vector of parameters: weights drawn, biases and the like where they start.

    Args:
        steps: The layers in their places.
        networks: The axes of the ensemble.
        dtype: Of the vector. The draws are in float64, so that one seed means one network.
        initialization: The rule for the weights, or None for the usual one.
        rng: What the weights are drawn from.
    """
    activations = [step.layer.activation for step in steps if isinstance(step.layer, Activated)]
    draw = initialization or usual_initialization(activations[0] if activations else linear)
    vector: Array = np.empty((*networks, count(steps)), dtype)
    for step, views in zip(steps, cut(steps, vector), strict=True):
        for place, view in zip(step.places, views, strict=True):
            start = place.parameter.start
            view[...] = draw(view.shape, rng=rng) if start is None else start
    return vector


def start_statistics(
    steps: Sequence[Step], networks: tuple[int, ...], dtype: np.dtype[np.floating]
) -> tuple[Arrays, ...]:
    """Return the running statistics of each layer before any training.

    Args:
        steps: The layers in their places.
        networks: The axes of the ensemble.
        dtype: Of the arrays.
    """
    return tuple(
        tuple(
            np.full(
                networks + statistic.shape,
                0.0 if statistic.start is None else statistic.start,
                dtype,
            )
            for statistic in step.layer.statistics(step.inputs)
        )
        for step in steps
    )
