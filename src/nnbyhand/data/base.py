"""What a data set is, and the four smallest: the logic gates, as exact tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.labels import Integers
from nnbyhand.shapes import Array

Targets: TypeAlias = Float[Array, "examples outputs"] | Int[Integers, " examples"]
"""Rows of numbers, or one integer label per example."""

PLANE = ("x1", "x2")
"""Names of the inputs of points in the plane."""


@dataclass(frozen=True, eq=False)
class Data:
    """A data set.

    Attributes:
        x: The inputs, shape (examples, inputs).
        y: The targets. Regression: numbers (examples, outputs). Yes or no: 1.0 or 0.0, shape
            (examples, 1), for binary cross-entropy. Classes: integers from 0 on, shape
            (examples,), for cross-entropy.
        names: What each column of ``x`` holds.
        classes: What each class is called, from label 0 on; empty for regression.

    Example:
        >>> XOR.x[1], XOR.y[1]
        (array([0., 1.]), array([1.]))

    Chapter: perceptron.
    """

    x: Float[Array, "examples inputs"]
    y: Targets
    names: tuple[str, ...]
    classes: tuple[str, ...] = ()


def _gate(*outputs: float) -> Data:
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array(outputs).reshape(4, 1)
    for table in (x, y):
        table.setflags(write=False)  # everyone who imports a gate shares it
    return Data(x, y, PLANE, ("0", "1"))


AND = _gate(0.0, 0.0, 0.0, 1.0)
"""The table of "both": four rows, one output. Its arrays are read-only.

Example:
    >>> AND.y[:, 0]
    array([0., 0., 0., 1.])

Chapter: perceptron.
"""

OR = _gate(0.0, 1.0, 1.0, 1.0)
"""The table of "at least one": four rows, one output. Its arrays are read-only.

Example:
    >>> OR.y[:, 0]
    array([0., 1., 1., 1.])

Chapter: perceptron.
"""

NAND = _gate(1.0, 1.0, 1.0, 0.0)
"""The table of "not both": four rows, one output. Its arrays are read-only.

Example:
    >>> NAND.y[:, 0]
    array([1., 1., 1., 0.])

Chapter: perceptron.
"""

XOR = _gate(0.0, 1.0, 1.0, 0.0)
"""The table of "exactly one": four rows, one output. Its arrays are read-only.

Example:
    >>> XOR.y[:, 0]
    array([0., 1., 1., 0.])

Chapter: perceptron.
"""
