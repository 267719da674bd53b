"""The network of two switches with the package."""

# --8<-- [start:network]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
drawn = nn.MLP([2, 2, 1], hidden=nn.sigmoid, output=nn.sigmoid, rng=rng)
numbers = [0.5, -0.5, 0.25, 0.75, 0.0, -0.25, 1.0, -1.0, 0.1]
network = drawn.with_parameters(numbers)
print(network(nn.XOR.x).ravel().round(4))  # nn.XOR.x: the four rows
#> [0.5405 0.5099 0.5991 0.5693]
made = network.forward(nn.XOR.x)
print("answers", made.outputs.shape, "and", len(made.caches), "caches")
#> answers (4, 1) and 4 caches
# --8<-- [end:network]
