"""The worked example: one row forward, and its blame backward."""

# --8<-- [start:by-hand]
import numpy as np

x, y = np.array([1.0, 0.0]), 1.0
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])

a1 = 1 / (1 + np.exp(-(x @ W1 + b1)))  # forward
a2 = 1 / (1 + np.exp(-(a1 @ W2 + b2)))

delta2 = a2 - y  # backward
delta1 = delta2 @ W2.T * a1 * (1 - a1)
print("blame", delta2.round(4), delta1.round(4))
#> blame [-0.4009] [-0.0942  0.0874]
print("slopes of W2", np.outer(a1, delta2).ravel().round(4))
#> slopes of W2 [-0.2496 -0.1286]
print("slopes of W1", np.outer(x, delta1).ravel().round(4) + 0.0)
#> slopes of W1 [-0.0942  0.0874  0.      0.    ]
# --8<-- [end:by-hand]
