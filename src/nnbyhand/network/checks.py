"""What may go into a network: layers, a generator, an ensemble's axes, and batches of data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from numpy.typing import DTypeLike

from nnbyhand.activations.base import Activation
from nnbyhand.arguments import whole_number
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.shapes import Array, as_reals


def as_layers(layers: Sequence[object]) -> tuple[Layer, ...]:
    """Return the layers, with each activation wrapped as one.

    Raises:
        InputTypeError: If something is neither a layer nor an activation.
        InputValueError: If there is none.
    """
    if not layers:
        hint = "A single neuron is Dense(2, 1)."
        raise InputValueError("layers", "none", "at least one layer", hint)
    return tuple(_as_layer(place, layer) for place, layer in enumerate(layers))


def _as_layer(place: int, layer: object) -> Layer:
    if isinstance(layer, Activation):
        return Activated(layer)
    if isinstance(layer, Layer):
        return layer
    got = repr(layer) if isinstance(layer, type) else type(layer).__name__
    hint = "Give objects one by one: build(Dense(2, 8), nn.tanh, Dense(8, 1), rng=rng)."
    raise InputTypeError(f"layers[{place}]", got, "a layer or an activation", hint)


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


def as_generator(rng: object) -> np.random.Generator:
    """Return the generator.

    Raises:
        InputTypeError: If it is none, for example a seed.
    """
    if isinstance(rng, np.random.Generator):
        return rng
    hint = "Pass rng=np.random.default_rng(0); the seed decides all that is drawn."
    raise InputTypeError("rng", f"{rng!r}", "a numpy.random.Generator", hint)


def as_dtype(dtype: DTypeLike) -> np.dtype[np.floating]:
    """Return the dtype of a network's numbers.

    Raises:
        InputTypeError: If it is not a float of 16, 32 or 64 bits.
    """
    for kind in (np.float16, np.float32, np.float64):
        if np.dtype(dtype) == kind:
            return np.dtype(kind)
    hint = "Take float64 to check gradients, float32 for speed."
    raise InputTypeError("dtype", f"{np.dtype(dtype)}", "float16, float32 or float64", hint)


def as_axes(networks: int | Sequence[int]) -> tuple[int, ...]:
    """Return the axes of an ensemble, () for a single network.

    Raises:
        InputTypeError: If a length is not a whole number.
        InputValueError: If a length is below 1.
    """
    hint = "networks=1000 makes an ensemble, networks=() a single network."
    lengths = networks if isinstance(networks, Sequence) else (networks,)
    return tuple(whole_number("networks", length, 1, hint) for length in lengths)


def as_batch(
    argument: str,
    x: object,
    parameters: Float[Array, "*networks parameters"],
    inputs: int,
) -> Float[Array, "*data examples inputs"]:
    """Return data in the dtype of the parameters.

    Args:
        argument: Name of the data, for the error message.
        x: The data, shape (examples, inputs), or the axes of the ensemble before these two.
        parameters: The parameters of the network that takes the data.
        inputs: Numbers per example that it takes.

    Raises:
        InputTypeError: If ``x`` does not hold real numbers.
        InputValueError: If one is NaN or infinite in the dtype of the parameters.
        ShapeError: If the shape does not fit, or there is no example.
    """
    given, networks = as_reals(argument, x), parameters.shape[:-1]
    examples = given.shape[-2] if given.ndim > 1 else 0
    if examples == 0 or given.shape not in ((examples, inputs), (*networks, examples, inputs)):
        expected = f"shape (examples, {inputs}) as the first layer takes"
        if networks:
            axes = ", ".join(map(str, networks))
            expected += f", or ({axes}, examples, {inputs})"
        hint = "One example is a row: [[0.5, 1.0]]. At least one is needed."
        raise ShapeError(argument, f"shape {given.shape}", expected, hint)
    with np.errstate(over="ignore"):  # too large for the dtype: refused as infinite
        batch = given.astype(parameters.dtype, copy=False)
    for index in np.argwhere(~np.isfinite(batch)).tolist():
        got = f"{given[tuple(index)]} at index {tuple(index)}"
        hint = "Drop such examples, or fill the gaps."
        raise InputValueError(argument, got, f"finite numbers in {batch.dtype}", hint)
    return batch


def read_only(argument: str, values: object) -> Float[Array, "..."]:
    """Return a copy that nobody can write into.

    Raises:
        InputTypeError: If ``values`` does not hold real numbers.
    """
    given = as_reals(argument, values)
    copy: Array = np.array(given, dtype=given.dtype.newbyteorder("="), order="C")
    copy.flags.writeable = False
    return copy
