"""A zero ReLU layer whose biases start a little above zero."""

# --8<-- [start:answer]
import numpy as np

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0.0], [1], [1], [1]])
W2 = np.random.default_rng(0).normal(size=(3, 1))
for bias in (0.0, 0.1):
    z = X @ np.zeros((2, 3)) + bias
    hidden = np.maximum(0, z)
    delta2 = (1 / (1 + np.exp(-hidden @ W2)) - y) / 4
    for_hidden = X.T @ (delta2 @ W2.T * (z > 0))
    print(f"bias {bias}:", for_hidden[0].round(3))
#> bias 0.0: [0. 0. 0.]
#> bias 0.1: [-0.03   0.032 -0.155]
# --8<-- [end:answer]

assert (np.diff(for_hidden[0]) != 0).all()
