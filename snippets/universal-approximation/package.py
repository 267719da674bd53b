"""The network that connects the dots, as a network of the package."""

# --8<-- [start:connect]
import numpy as np

import nnbyhand as nn

units = 64
dots = np.linspace(0, 1, units + 1)
slow, fast = np.sin(2 * np.pi * dots), np.sin(6 * np.pi * dots)
heights = 0.5 + 0.3 * slow - 0.2 * fast
v = np.diff(np.diff(heights) * units, prepend=0)
by_hand = np.concatenate([np.ones(units), -dots[:-1], v, heights[:1]])

rng = np.random.default_rng(0)  # what it draws is replaced
drawn = nn.MLP([1, units, 1], hidden=nn.relu, rng=rng)
network = drawn.with_parameters(by_hand)
print(network.parameter_count, network([[0.25], [0.5]]).round(4))
#> 193 [[1. ]
#>  [0.5]]
# --8<-- [end:connect]
