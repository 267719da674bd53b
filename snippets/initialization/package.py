"""First weights with the package."""

# --8<-- [start:initialization]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
W = nn.He()((400, 4), rng=rng)  # inputs first, then outputs
print(W.std().round(3), round(nn.He().std(inputs=400, outputs=4), 3))
#> 0.07 0.071
print(nn.usual_initialization(nn.relu), nn.usual_initialization(nn.tanh))
#> He(uniform=False, gain=1.0) Glorot(uniform=True, gain=1.0)
print(round(nn.gain(nn.tanh), 3), round(nn.gain(nn.tanh, backward=True), 3))
#> 1.593 1.467
sizes, rule = [2, 8, 8, 1], nn.LeCun(gain=nn.gain(nn.tanh))
network = nn.MLP(sizes, hidden=nn.tanh, initialization=rule, rng=rng)
print([weights.shape for weights, *_ in filter(len, network.arrays)])
#> [(2, 8), (8, 8), (8, 1)]
# --8<-- [end:initialization]
