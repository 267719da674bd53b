"""A network of tanh units, and one of sigmoid units that answers alike."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(5, 8))
W1, W2 = rng.normal(size=(8, 8)) / np.sqrt(8), rng.normal(size=(8, 2))

with_tanh = np.tanh(np.tanh(X @ W1) @ W2)

first = 1 / (1 + np.exp(-2 * X @ W1))  # (1 + tanh) / 2
V2 = 4 * W2
bias = -V2.sum(axis=0) / 2
second = 1 / (1 + np.exp(-(first @ V2 + bias)))
print(np.abs(with_tanh - (2 * second - 1)).max() < 1e-12)
#> True
# --8<-- [end:answer]

without = 1 / (1 + np.exp(-(first @ V2)))
assert np.abs(with_tanh - (2 * without - 1)).max() > 0.1
