"""Transcribes backward.tex: one input, with all weights there could be."""

from itertools import product

import numpy as np

import nnbyhand as nn

N_OUT = 4


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the slopes at four units, and two values a weight may have."""
    return {"delta": rng.normal(size=N_OUT), "s": rng.uniform(0.1, 2)}


def equation(delta: np.ndarray, s: float) -> float:
    r"""Multiply number of units, variance of a weight, mean square of slopes.

    \operatorname{E}\left[\left(\frac{\partial J}{\partial a}\right)^{2}\right]
    = n_{\text{out}} \cdot \operatorname{Var}[w]
    \cdot \operatorname{E}\left[\delta^{2}\right]
    """
    of_w = (s**2 + (-s) ** 2) / 2
    of_delta = sum(value**2 for value in delta) / N_OUT
    return N_OUT * of_w * of_delta


def package(delta: np.ndarray, s: float) -> float:
    """Carry the slopes back through a dense layer, for all 16 weights."""
    layer, squares = nn.Dense(1, N_OUT), []
    for row in product((-s, s), repeat=N_OUT):
        network = nn.Network.build(layer, rng=np.random.default_rng(0))
        numbers = np.concatenate([row, np.zeros(N_OUT)])
        network = network.with_parameters(numbers)
        made = network.forward([[1.0]])
        gradient = network.backward(made, delta[None])
        squares.append(gradient.x.item() ** 2)
    return np.mean(squares)
