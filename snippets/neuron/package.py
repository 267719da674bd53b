"""The neuron of the package: with a step, and as a network of one unit."""

# --8<-- [start:neuron]
import numpy as np

import nnbyhand as nn

press = nn.Perceptron(weights=[1, 1], bias=-1.5)
print(press(nn.AND.x), "  AND is", nn.AND.y[:, 0])
#> [0 0 0 1]   AND is [0. 0. 0. 1.]

rng = np.random.default_rng(0)  # draws weights, which we replace
soft = nn.MLP((2, 1), output=nn.sigmoid, rng=rng)
soft = soft.with_parameters(np.array([4.0, 4.0, -6.0]))
print(soft(nn.AND.x)[:, 0].round(3))
#> [0.002 0.119 0.119 0.881]
# --8<-- [end:neuron]
