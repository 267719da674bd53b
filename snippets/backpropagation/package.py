"""Backpropagation and the gradient check of the package."""

# --8<-- [start:package]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
network = nn.MLP([2, 2, 1], hidden=nn.sigmoid, output=nn.sigmoid, rng=rng)
loss = nn.binary_cross_entropy


def at(parameters: np.ndarray) -> np.ndarray:
    return loss(network.with_parameters(parameters)(nn.XOR.x), nn.XOR.y)


made = network.forward(nn.XOR.x)
for used in (loss, nn.mse):
    upstream = used.gradient(made.outputs, nn.XOR.y)
    found = network.backward(made, upstream)
    report = nn.gradient_check(at, network.parameters, found.parameters)
    print(used.name, "passes:", report.relative_error < 1e-6)
#> binary cross-entropy passes: True
#> MSE passes: False
# --8<-- [end:package]
