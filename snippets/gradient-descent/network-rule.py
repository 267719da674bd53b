"""Transcribes network-rule.tex: a step of every weight and bias."""

import numpy as np

import nnbyhand as nn


def network(theta: np.ndarray) -> nn.Network:
    """Return a network of 2 inputs, 3 hidden units and 1 output."""
    rng = np.random.default_rng(0)  # what it draws is replaced
    drawn = nn.MLP([2, 3, 1], hidden=nn.tanh, rng=rng)
    return drawn.with_parameters(theta)


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the parameters, four examples, and a learning rate."""
    return {
        "theta": rng.normal(size=13),
        "x": rng.normal(size=(4, 2)),
        "y": rng.normal(size=(4, 1)),
        "rate": rng.uniform(0.01, 1),
    }


def equation(
    theta: np.ndarray, x: np.ndarray, y: np.ndarray, rate: float
) -> np.ndarray:
    r"""Move each parameter against its own slope, all slopes taken before.

    \theta_{t+1} = \theta_{t} - \eta \cdot \nabla J(\theta_{t})
    """
    made = network(theta).forward(x)
    upstream = nn.mse.gradient(made.outputs, y)
    slopes = network(theta).backward(made, upstream).parameters
    return np.array([theta[i] - rate * slopes[i] for i in range(13)])


def package(
    theta: np.ndarray, x: np.ndarray, y: np.ndarray, rate: float
) -> np.ndarray:
    """Train for one epoch with all examples at once."""
    done = nn.train(
        network(theta),
        x,
        y,
        loss=nn.mse,
        optimizer=nn.SGD(rate),
        epochs=1,
        rng=np.random.default_rng(0),
    )
    return done.network.parameters
