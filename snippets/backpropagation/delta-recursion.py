"""Transcribes delta-recursion.tex: the blame of each unit, layer by layer."""

import numpy as np

import nnbyhand as nn

SIZES = (3, 4, 5, 2)


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row, its target, and all weights and biases of the network."""
    drawn = rng.normal(size=_network().parameter_count)
    return {"x": rng.normal(size=3), "parameters": drawn, "y": rng.random(2)}


def equation(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, ...]:
    r"""Lead the blame at the output back through the weights, in loops.

    \delta^{[l]} = \left(\delta^{[l+1]} \, W^{[l+1] \top}\right) \odot
    g'\left(z^{[l]}\right)
    """
    cut = _network().cut(parameters)
    layers = [arrays for arrays in cut if arrays]
    sums, a = [], x
    for w, b in layers:
        z = [
            sum(a[j] * w[j, k] for j in range(len(w))) + b[k]
            for k in range(len(b))
        ]
        sums.append(z)
        a = [np.tanh(value) for value in z]
    last = [1 / (1 + np.exp(-value)) for value in sums[-1]]
    deltas = [[(last[k] - y[k]) / 2 for k in range(2)]]  # two outputs' mean
    for n in (1, 0):
        w, z = layers[n + 1][0], sums[n]
        delta = []
        for j in range(len(z)):
            arriving = sum(
                deltas[0][k] * w[j, k] for k in range(len(deltas[0]))
            )
            delta.append(arriving * (1 - np.tanh(z[j]) ** 2))
        deltas.insert(0, delta)
    return tuple(np.array(delta) for delta in deltas)


def package(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Return the slopes of the biases, which for one row are the deltas."""
    network = _network().with_parameters(parameters)
    made = network.forward(x[None])
    loss = nn.binary_cross_entropy_from_logits
    upstream = loss.gradient(made.outputs, y[None])
    found = nn.Network.backward(network, made, upstream)
    return tuple(
        arrays[1] for arrays in network.cut(found.parameters) if arrays
    )


def _network() -> nn.Network:
    return nn.MLP(SIZES, hidden=nn.tanh, rng=np.random.default_rng(0))
