"""Transcribes rule.tex: steps on one curve, against the optimizer."""

import numpy as np

import nnbyhand as nn


def slope(w: float) -> float:
    """Return the slope of tanh, the curve to step down on."""
    return float(nn.tanh.derivative(w))


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw where to start, and a learning rate."""
    return {"w": rng.normal(), "rate": rng.uniform(0.01, 1)}


def equation(w: float, rate: float) -> np.ndarray:
    r"""Take three steps.

    w_{t+1} = w_{t} - \eta \cdot J'(w_{t})
    """
    places = [w]
    for t in range(3):
        places.append(places[t] - rate * slope(places[t]))
    return np.array(places)


def package(w: float, rate: float) -> np.ndarray:
    """Ask the optimizer for the same steps."""
    optimizer, at = nn.SGD(rate), np.array([w])
    state, places = optimizer.start(at), [w]
    for _ in range(3):
        at, state = optimizer.step(at, np.array([slope(at[0])]), state)
        places.append(at[0])
    return np.array(places)
