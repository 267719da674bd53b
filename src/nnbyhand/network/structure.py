"""The structure of a network as plain values: what JSON can hold, and nothing that can run.

A layer or an activation becomes its name and its settings. Names are looked up in one list, so
a file can ask for nothing but what stands in it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeAlias

from nnbyhand.activations import elementwise as activations
from nnbyhand.activations.base import Activation
from nnbyhand.activations.softmax import Softmax
from nnbyhand.activations.squashing import Sigmoid, Tanh
from nnbyhand.errors import InputTypeError, InputValueError
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.batch_normalization import BatchNorm
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.layer_normalization import LayerNorm
from nnbyhand.layers.residual import Residual

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON holds."""

_LAYERS = (Dense, Activated, Dropout, BatchNorm, LayerNorm, Residual)
_ACTIVATIONS = (
    activations.Linear,
    Sigmoid,
    Tanh,
    activations.ReLU,
    activations.LeakyReLU,
    activations.ELU,
    activations.GELU,
    activations.SiLU,
    Softmax,
)
_KNOWN: dict[str, Any] = {kind.__name__: kind for kind in (*_LAYERS, *_ACTIVATIONS)}


def to_plain(value: object) -> Plain:
    """Turn a layer, an activation or one of their settings into plain values.

    Raises:
        InputTypeError: If it is of another kind.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    name, kind = type(value).__name__, type(value)
    if _KNOWN.get(name) is kind:
        settings = {field.name: to_plain(getattr(value, field.name)) for field in fields(kind)}
        return {"kind": name, **settings}
    hint = "Save the parameters of your own layers with np.savez(path, network.parameters)."
    raise InputTypeError("network", f"a {name}", "layers and activations of this package", hint)


def layers_from_plain(plain: object) -> tuple[Layer, ...]:
    """Build the layers that `to_plain` turned into plain values.

    Raises:
        InputError: If a layer refuses its settings.
        InputValueError: If the values are of any other form.
    """
    layers = _build(plain)
    if isinstance(layers, tuple) and all(isinstance(layer, Layer) for layer in layers):
        return layers
    raise _unknown(plain)


def _build(plain: object) -> object:
    if isinstance(plain, list):
        return tuple(_build(item) for item in plain)
    if not isinstance(plain, dict):
        return plain
    settings = {name: _build(value) for name, value in plain.items() if name != "kind"}
    kind = _KNOWN.get(str(plain.get("kind")))
    if kind is None or set(settings) != {field.name for field in fields(kind)}:
        raise _unknown(plain)
    if kind is Activated and not isinstance(settings["activation"], Activation):
        raise _unknown(plain)
    if kind is Residual and isinstance(settings["layers"], tuple):
        return Residual(*settings["layers"])
    return kind(**settings)


def _unknown(plain: object) -> InputValueError:
    hint = "The layers this version knows are in nnbyhand.network.structure."
    return InputValueError("structure", f"{plain!r}"[:200], "known layers and settings", hint)
