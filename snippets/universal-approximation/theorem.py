"""Transcribes theorem.tex: draws curves and tolerances, builds networks."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a curve, four waves between 0 and 1, and a tolerance."""
    return {"waves": rng.normal(size=4), "epsilon": rng.uniform(0.01, 1)}


def curve(x: np.ndarray, waves: np.ndarray) -> np.ndarray:
    """Add up waves of 1 to 4 periods."""
    periods = np.arange(1, 5)
    return np.sin(2 * np.pi * x[:, None] * periods) @ waves


def dots(waves: np.ndarray, epsilon: float) -> np.ndarray:
    """Place dots so close that lines between them stay within epsilon."""
    bend = np.abs(waves) @ (2 * np.pi * np.arange(1, 5)) ** 2
    return np.linspace(0, 1, int(np.sqrt(bend / epsilon / 8)) + 2)


def equation(waves: np.ndarray, epsilon: float) -> np.ndarray:
    r"""Tell for many places whether hats, added one by one, are near enough.

    |f(x) - N(x)| < \varepsilon \quad \text{for every } x \in K
    """
    middles = dots(waves, epsilon)
    heights = curve(middles, waves)
    h = middles[1]
    holds = []
    for x in np.linspace(0, 1, 20):
        total = 0.0
        for height, m in zip(heights, middles, strict=True):
            total += height * max(0, 1 - abs(x - m) / h)
        holds.append(abs(curve(np.array([x]), waves)[0] - total) < epsilon)
    return np.array(holds)


def package(waves: np.ndarray, epsilon: float) -> np.ndarray:
    """Ask the same of a ReLU network of the package with these dots."""
    middles = dots(waves, epsilon)
    units = middles.size - 1
    slopes = np.diff(curve(middles, waves)) * units
    numbers = [np.ones(units), -middles[:-1], np.diff(slopes, prepend=0), [0]]
    rng = np.random.default_rng(0)
    drawn = nn.MLP([1, units, 1], hidden=nn.relu, rng=rng)
    network = drawn.with_parameters(np.concatenate(numbers))
    x = np.linspace(0, 1, 20)
    near = np.abs(network(x[:, None])[:, 0] - curve(x, waves)) < epsilon
    assert near.all()
    return near
