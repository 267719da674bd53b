"""A neuron in plain Python: weighted sum, bias, sigmoid."""

# --8<-- [start:answer]
import math


def neuron(x, w, b):
    z = b
    for value, weight in zip(x, w, strict=True):
        z += value * weight
    return 1 / (1 + math.exp(-z))


print(round(neuron([1.0, 0.0, 1.0], [2.0, -1.0, 0.5], -1.5), 4))
#> 0.7311
# --8<-- [end:answer]

assert neuron([], [], 0.0) == 0.5
assert abs(neuron([1.0], [1.0], 1.0) + neuron([1.0], [-1.0], -1.0) - 1) < 1e-15
