"""Networks in files: save one, load it again.

A file is a NumPy archive, ``.npz``. It holds the structure as JSON text and the numbers as arrays.
Loading runs nothing that a file brings along: there is no pickle in it, and layers and activations
are looked up by name in a fixed list.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import fields
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.activations import ACTIVATIONS
from nnbyhand.activations.base import Activation
from nnbyhand.errors import InputError, InputTypeError, InputValueError
from nnbyhand.layers import LAYERS
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.residual import Residual
from nnbyhand.network.network import Network
from nnbyhand.shapes import Array

FORMAT = "nnbyhand network"
VERSION = 1
"""The version of the format that `save` writes; `load` reads this and older ones."""


def save(network: Network, path: str | os.PathLike[str]) -> None:
    """Write a network to a file. A file of that name is replaced, in one step or not at all.

    Args:
        network: The network.
        path: Where to; by custom the name ends in ``.npz``.

    Raises:
        InputTypeError: If a layer is not one of this package.
        OSError: If the file cannot be written.

    Example:
        >>> import tempfile
        >>> from nnbyhand.network.mlp import MLP
        >>> network = MLP([2, 8, 1], rng=np.random.default_rng(0))
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save(network, f"{folder}/xor.npz")
        ...     same = load(f"{folder}/xor.npz")
        >>> bool(np.all(same.parameters == network.parameters))
        True

    Chapter: real-data.
    """
    layers = to_plain(network.layers)
    head = {"format": FORMAT, "version": VERSION, "inputs": network.inputs, "layers": layers}
    arrays: dict[str, Any] = {
        f"statistics_{place}_{number}": array
        for place, each in enumerate(network.statistics)
        for number, array in enumerate(each)
    }
    target = Path(path)
    # Written beside its place first: a crash leaves the old file as it was.
    unfinished, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.name}.")
    try:
        with os.fdopen(unfinished, "wb") as file:
            np.savez(file, structure=json.dumps(head), parameters=network.parameters, **arrays)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def load(path: str | os.PathLike[str]) -> Network:
    """Read a network that `save` wrote, with every number exactly as it was.

    Args:
        path: The file.

    Raises:
        OSError: If there is no such file, or it cannot be opened.
        InputValueError: If the file is no such network, is damaged, or of a newer version.

    Example:
        >>> import tempfile
        >>> from nnbyhand.network.mlp import MLP
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     save(MLP([2, 8, 1], rng=np.random.default_rng(0)), f"{folder}/xor.npz")
        ...     load(f"{folder}/xor.npz").parameter_count
        33

    Chapter: real-data.
    """
    with Path(path).open("rb") as file:
        try:
            with np.load(file, allow_pickle=False) as archive:
                arrays = {name: archive[name] for name in archive.files}
        except Exception as error:  # zip, zlib and NumPy raise a dozen kinds for damaged files
            raise _refuse(path, "a damaged file, or no archive of arrays") from error
    head = _head(path, arrays)
    try:
        return _network(head, arrays)
    except (InputError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise _refuse(path, f"a damaged network ({error})") from error


def _head(path: str | os.PathLike[str], arrays: dict[str, Any]) -> dict[str, Any]:
    try:
        head = json.loads(str(arrays["structure"]))
    except (KeyError, ValueError, RecursionError) as error:
        raise _refuse(path, "an archive of something else") from error
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise _refuse(path, "an archive of something else")
    version = head.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        hint = "A newer version of the package wrote it: update nnbyhand."
        expected = f"a version from 1 to {VERSION}"
        raise InputValueError(f"{path}", f"format version {version!r}", expected, hint)
    return head


def _network(head: dict[str, Any], arrays: dict[str, Any]) -> Network:
    layers = layers_from_plain(head["layers"])
    statistics = [_statistics(arrays, place) for place in range(len(layers))]
    return Network(layers, arrays["parameters"], statistics, head["inputs"])


def _statistics(arrays: dict[str, Any], place: int) -> tuple[Float[Array, "..."], ...]:
    found: list[Array] = []
    for number in count():
        array = arrays.get(f"statistics_{place}_{number}")
        if array is None:
            return tuple(found)
        found.append(array)
    return tuple(found)


def _refuse(path: str | os.PathLike[str], got: str) -> InputValueError:
    hint = "Give a file that nnbyhand's save wrote, and copy it again if it came from elsewhere."
    return InputValueError(f"{path}", got, "a network in a file", hint)


Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON holds."""

_KNOWN: dict[str, Any] = {kind.__name__: kind for kind in (*LAYERS, *map(type, ACTIVATIONS))}


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
    hint = "The layers this version knows are in nnbyhand.layers."
    return InputValueError("structure", f"{plain!r}"[:200], "known layers and settings", hint)
