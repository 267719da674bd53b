"""Data made at random: classes of points in the plane, and noisy points along a curve."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import Number, not_negative, whole_number
from nnbyhand.data.base import PLANE, XOR, Data
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array, float_between


def noisy_xor(examples: int, *, noise: Number = 0.1, rng: np.random.Generator) -> Data:
    """Make points around the four corners of `XOR`, with the output of their corner.

    Args:
        examples: How many points, at least 4; the corners get equally many, give or take one.
        noise: Standard deviation of the normal noise on both inputs.
        rng: What points and their order are drawn from.

    Returns:
        Inputs (examples, 2) and targets 0 or 1 (examples, 1).

    Raises:
        InputTypeError: If ``examples`` is no integer, or ``noise`` no real number.
        InputValueError: If there are too few examples, or ``noise`` is negative or not finite.

    Example:
        >>> noisy_xor(8, rng=np.random.default_rng(0)).y.sum()
        np.float64(4.0)

    Chapter: perceptron.
    """
    corner = _shuffled_labels(examples, 4, rng)
    return _yes_or_no(_blur(XOR.x[corner], noise, rng), XOR.y[corner, 0].astype(np.int64))


def moons(examples: int, *, noise: Number = 0.1, rng: np.random.Generator) -> Data:
    """Make two half circles of radius 1 that reach into each other.

    At angle t from 0 to pi, class 0 lies at (cos t, sin t), class 1 at (1 - cos t, 1/2 - sin t).
    Arguments (here at least 2 examples), results and errors are those of `noisy_xor`.

    Example:
        >>> moons(6, rng=np.random.default_rng(0)).x.shape
        (6, 2)

    Chapter: regularization.
    """
    label = _shuffled_labels(examples, 2, rng)
    t = rng.uniform(0, np.pi, examples)
    upper, lower = (np.cos(t), np.sin(t)), (1 - np.cos(t), 0.5 - np.sin(t))
    x = np.where(label == 0, upper, lower).T
    return _yes_or_no(_blur(x, noise, rng), label)


def circles(examples: int, *, noise: Number = 0.1, rng: np.random.Generator) -> Data:
    """Make two circles around (0, 0): class 0 of radius 1, and inside it class 1 of radius 1/2.

    Arguments (here at least 2 examples), results and errors are those of `noisy_xor`.

    Example:
        >>> circles(6, rng=np.random.default_rng(0)).x.shape
        (6, 2)

    Chapter: neuron.
    """
    label = _shuffled_labels(examples, 2, rng)
    t = rng.uniform(0, 2 * np.pi, examples)
    x = _polar(np.where(label == 0, 1.0, 0.5), t)
    return _yes_or_no(_blur(x, noise, rng), label)


def spirals(
    examples: int, *, turns: Number = 1.0, noise: Number = 0.05, rng: np.random.Generator
) -> Data:
    """Make two spirals that wind around each other, half a turn apart.

    At distance r from 0 to 1, class 0 has turned by ``turns`` * r full turns, class 1 by half a
    turn more. Other arguments (here at least 2 examples), results and errors are those of
    `noisy_xor`.

    Example:
        >>> spirals(6, rng=np.random.default_rng(0)).x.shape
        (6, 2)

    Chapter: hyperparameters.
    """
    winding = not_negative("turns", turns, "Give the number of full turns, such as 1.5.")
    label = _shuffled_labels(examples, 2, rng)
    r = rng.uniform(0, 1, examples)
    x = _polar(r, 2 * np.pi * (winding * r + label / 2))
    return _yes_or_no(_blur(x, noise, rng), label)


def blobs(
    examples: int, *, classes: int = 3, noise: Number = 0.5, rng: np.random.Generator
) -> Data:
    """Make round clouds of points, one per class, with centers evenly on a circle of radius 2.

    Args:
        examples: How many points, at least one per class; the classes get equally many, give or
            take one.
        classes: How many clouds, at least 2. The center of class k is at angle 2 pi k / classes.
        noise: Standard deviation of the points around their center, on both inputs.
        rng: What points and their order are drawn from.

    Returns:
        Inputs (examples, 2) and integer labels (examples,).

    Raises:
        InputTypeError: If a count is no integer, or ``noise`` no real number.
        InputValueError: If a count is too small, or ``noise`` is negative or not finite.

    Example:
        >>> blobs(6, rng=np.random.default_rng(0)).y
        array([0, 2, 2, 1, 0, 1])

    Chapter: losses.
    """
    clouds = whole_number("classes", classes, 2, "Two classes are the fewest to tell apart.")
    label = _shuffled_labels(examples, clouds, rng)
    x = _polar(np.full(examples, 2.0), 2 * np.pi * label / clouds)
    return Data(_blur(x, noise, rng), label, PLANE, tuple(str(k) for k in range(clouds)))


def straight_line(
    examples: int,
    *,
    slope: Number = 2.0,
    intercept: Number = 1.0,
    noise: Number = 0.1,
    rng: np.random.Generator,
) -> Data:
    """Make points along y = slope * x + intercept, with x spread evenly from -1 to 1 at random.

    Args:
        examples: How many points, at least 1.
        slope: How much y grows where x grows by 1.
        intercept: What y is where x is 0.
        noise: Standard deviation of the normal noise on y. There is none on x.
        rng: What points are drawn from.

    Returns:
        Inputs (examples, 1) and targets (examples, 1).

    Raises:
        InputTypeError: If ``examples`` is no integer, or another argument no real number.
        InputValueError: If there is no example, ``noise`` is negative, or a number not finite.

    Example:
        >>> line = straight_line(5, noise=0, rng=np.random.default_rng(0))
        >>> bool(np.allclose(line.y, 2 * line.x + 1))
        True

    Chapter: gradient-descent.
    """
    x = rng.uniform(-1, 1, (_count(examples, 1), 1))
    hint = "A line is given by two finite numbers."
    a = float_between("slope", slope, -np.inf, np.inf, hint)
    b = float_between("intercept", intercept, -np.inf, np.inf, hint)
    return Data(x, _blur(a * x + b, noise, rng), ("x",))


def sine_wave(examples: int, *, noise: Number = 0.1, rng: np.random.Generator) -> Data:
    """Make points along y = sin x, with x spread evenly from -pi to pi (radians) at random.

    Arguments, results and errors are those of `straight_line`.

    Example:
        >>> wave = sine_wave(5, noise=0, rng=np.random.default_rng(0))
        >>> bool(np.allclose(wave.y, np.sin(wave.x)))
        True

    Chapter: regularization.
    """
    x = rng.uniform(-np.pi, np.pi, (_count(examples, 1), 1))
    return Data(x, _blur(np.sin(x), noise, rng), ("x",))


def _count(examples: int, least: int) -> int:
    return whole_number("examples", examples, least, "Ask for more points.")


def _shuffled_labels(
    examples: int, classes: int, rng: np.random.Generator
) -> Int[Integers, " examples"]:
    """Return labels in random order, every class equally often, give or take one."""
    return rng.permutation(np.arange(_count(examples, classes)) % classes)


def _polar(
    r: Float[Array, " examples"], angle: Float[Array, " examples"]
) -> Float[Array, "examples 2"]:
    return np.stack([r * np.cos(angle), r * np.sin(angle)], axis=-1)


def _blur(
    exact: Float[Array, "examples columns"], noise: Number, rng: np.random.Generator
) -> Float[Array, "examples columns"]:
    spread = not_negative("noise", noise, "It is a standard deviation; 0 gives exact points.")
    return exact + spread * rng.standard_normal(exact.shape)


def _yes_or_no(x: Float[Array, "examples 2"], label: Int[Integers, " examples"]) -> Data:
    return Data(x, label.astype(np.float64)[:, None], PLANE, ("0", "1"))
