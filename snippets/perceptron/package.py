"""The perceptron of the package."""

# --8<-- [start:perceptron]
import numpy as np

import nnbyhand as nn

learned = nn.learn_perceptron(nn.OR.x, nn.OR.y)
print(learned)
#> converged: no mistake in epoch 4, 5 updates
print(learned.perceptron)
#> Perceptron(weights=array([1., 1.]), bias=-1.0)
print(nn.convergence_bound(nn.OR.x, nn.OR.y, weights=[2, 2], bias=-1))
#> 27.0

rng = np.random.default_rng(0)  # a new order in every epoch
print(nn.learn_perceptron(nn.AND.x, nn.AND.y, rng=rng))
#> converged: no mistake in epoch 7, 10 updates
print(nn.learn_perceptron(nn.XOR.x, nn.XOR.y, epochs=50))
#> not converged: mistakes in all 50 epochs, 198 updates
# --8<-- [end:perceptron]
