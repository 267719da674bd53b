"""Transcribes product.tex: one matrix after the other, in loops."""

import numpy as np

import nnbyhand as nn

SIZES = (3, 4, 5, 4, 2)


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row, its target, and all weights and biases of the network."""
    drawn = rng.normal(size=_network().parameter_count)
    return {"x": rng.normal(size=3), "parameters": drawn, "y": rng.random(2)}


def equation(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> np.ndarray:
    r"""Multiply the last blame by the transposed weights and the slopes.

    \delta^{[1]} = \delta^{[L]} \, W^{[L] \top} D^{[L-1]} \, W^{[L-1] \top}
    D^{[L-2]} \cdots W^{[2] \top} D^{[1]}
    """
    layers = [arrays for arrays in _network().cut(parameters) if arrays]
    sums, a = [], x
    for w, b in layers:
        z = np.array([sum(a * w[:, k]) + b[k] for k in range(len(b))])
        sums.append(z)
        a = np.tanh(z)
    delta = (1 / (1 + np.exp(-sums[-1])) - y) / 2  # the mean of two outputs
    for index in (3, 2, 1):
        w, z = layers[index][0], sums[index - 1]
        through = [
            sum(delta[k] * w[j, k] for k in range(w.shape[1]))
            for j in range(w.shape[0])
        ]
        slopes = np.diag(1 - np.tanh(z) ** 2)
        delta = np.array(
            [
                sum(through[i] * slopes[i, j] for i in range(len(z)))
                for j in range(len(z))
            ]
        )
    return delta


def package(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> np.ndarray:
    """Return the slope at the first biases, the blame there for one row."""
    network = _network().with_parameters(parameters)
    made = network.forward(x[None])
    loss = nn.binary_cross_entropy_from_logits
    upstream = loss.gradient(made.outputs, y[None])
    found = nn.Network.backward(network, made, upstream)
    return np.asarray(network.cut(found.parameters)[0][1])


def _network() -> nn.Network:
    return nn.MLP(SIZES, hidden=nn.tanh, rng=np.random.default_rng(0))
