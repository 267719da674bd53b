"""A network as a table: its layers, the shapes between them, and the numbers it learns."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from nnbyhand.layers.activated import Activated
from nnbyhand.layers.residual import Residual
from nnbyhand.network.network import Network


def summary(network: Network) -> str:
    """Return a table of the layers as text, to print.

    Layers are numbered as in textbooks: an activation belongs to the layer before it.

    Example:
        >>> import numpy as np
        >>> from nnbyhand.network.mlp import MLP
        >>> print(summary(MLP([2, 8, 1], rng=np.random.default_rng(0))))
           layer        output shape   parameters
        -----------------------------------------
        1  Dense(2, 8)  (examples, 8)          24
           ReLU         (examples, 8)           0
        2  Dense(8, 1)  (examples, 1)           9
        -----------------------------------------
           total                               33

    Chapter: forward-propagation.
    """
    rows, before = [("", "layer", "output shape", "parameters")], 0
    axes: tuple[int, ...] = ()
    for step in network.steps:
        number = "" if step.number == before else f"{step.number}"
        before = step.number
        axes = network.networks if step.places else axes  # before, all networks see the same
        shape = ", ".join([*map(str, axes), "examples", f"{step.outputs}"])
        size = sum(place.stop - place.start for place in step.places)
        rows.append((number, describe(step.layer), f"({shape})", f"{size:,}"))
    each = " per network" if network.networks else ""
    rows.append(("", f"total{each}", "", f"{network.parameter_count:,}"))
    w = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [f"{a:>{w[0]}}  {b:{w[1]}}  {c:{w[2]}}  {d:>{w[3]}}" for a, b, c, d in rows]
    rule = "-" * len(lines[0])
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def describe(layer: Any) -> str:  # noqa: ANN401  (a frozen dataclass, or one of the reader's)
    """Return the layer as code writes it, without the settings left at their defaults."""
    if isinstance(layer, Activated):
        return layer.activation.name
    if isinstance(layer, Residual):
        return f"x + ({', '.join(map(describe, layer.layers))})"
    settings = []
    for field in fields(layer) if is_dataclass(layer) else ():
        value = getattr(layer, field.name)
        if field.default is MISSING:
            settings.append(f"{value}")
        elif value != field.default:
            settings.append(f"{field.name}={value}")
    return type(layer).__name__ + (f"({', '.join(settings)})" if settings else "")
