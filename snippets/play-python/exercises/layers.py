"""The forward pass of a layer, and of any number of layers."""

# --8<-- [start:answer]
import numpy as np


def layer(x, w, b, g):
    return g(x @ w + b)


def forward(x, layers):
    outputs = [x]
    for w, b, g in layers:
        outputs.append(layer(outputs[-1], w, b, g))
    return outputs


rng = np.random.default_rng(0)
x = rng.normal(size=(5, 3))
layers = [
    (rng.normal(size=(3, 4)), np.zeros(4), np.tanh),
    (rng.normal(size=(4, 2)), np.zeros(2), np.tanh),
]
print([a.shape for a in forward(x, layers)])
#> [(5, 3), (5, 4), (5, 2)]
# --8<-- [end:answer]

one_by_one = np.vstack([forward(row[None], layers)[-1] for row in x])
assert np.allclose(forward(x, layers)[-1], one_by_one, rtol=1e-12)
