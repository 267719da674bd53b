"""The numbers a network starts from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from nnbyhand.activations.elementwise import linear
from nnbyhand.arguments import whole_number
from nnbyhand.errors import InputTypeError
from nnbyhand.initialization.base import Initialization
from nnbyhand.initialization.scaled import usual_initialization
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Arrays, Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.network.parameter_vector import Step, count, cut
from nnbyhand.shapes import Array


def first_width(layers: Sequence[Layer], inputs: int | None) -> int:
    """Return how many numbers per example go into the first layer.

    The first dense layer knows: all other layers give as many numbers as they take.

    Raises:
        InputTypeError: If ``inputs`` is needed or no whole number.
        InputValueError: If ``inputs`` is below 1.
    """
    hint = "Say how many numbers one example has, for example inputs=4."
    if inputs is not None:
        return whole_number("inputs", inputs, 1, hint)
    for layer in layers:
        if isinstance(layer, Dense):
            return layer.inputs
    raise InputTypeError("inputs", "None, and no dense layer", "a whole number", hint)


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
