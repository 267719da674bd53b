"""The same neuron, with one input in other units."""

# --8<-- [start:percent]
import numpy as np

X = np.random.default_rng(0).random((1_000_000, 2))  # two dimmers
w, b = np.array([1.0, 1.0]), -1.5
in_percent = X * [100, 1]  # the first dimmer reports percent

print("as meant:  ", (X @ w + b >= 0).mean().round(3))
#> as meant:   0.125
print("in percent:", (in_percent @ w + b >= 0).mean().round(3))
#> in percent: 0.99
print("repaired:  ", (in_percent @ (w / [100, 1]) + b >= 0).mean().round(3))
#> repaired:   0.125
# --8<-- [end:percent]
