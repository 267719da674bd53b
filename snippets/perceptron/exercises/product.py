"""A third input lets one perceptron learn XOR."""

# --8<-- [start:answer]
import numpy as np

import nnbyhand as nn

X = nn.XOR.x
both = X[:, :1] * X[:, 1:]  # 1 if both switches are up
learned = nn.learn_perceptron(np.hstack([X, both]), nn.XOR.y)
print(learned)
#> converged: no mistake in epoch 8, 17 updates
print(learned.perceptron.weights, learned.perceptron.bias)
#> [ 1.  1. -3.] -1.0
# --8<-- [end:answer]

answers = learned.perceptron(np.hstack([X, both]))
assert (answers == nn.XOR.y[:, 0]).all()
