"""Weights and bias for inputs in other units, with the same answers."""

# --8<-- [start:answer]
import numpy as np

w, b = np.array([0.3, -0.2]), -5.0  # made for degrees Celsius
scale, shift = np.array([1.8, 1.8]), np.array([32.0, 32.0])

new_w = w / scale
new_b = b - (shift / scale) @ w

rng = np.random.default_rng(0)
celsius = rng.uniform(-20, 40, size=(1000, 2))
fahrenheit = celsius * scale + shift
same = np.allclose(fahrenheit @ new_w + new_b, celsius @ w + b)
print(new_w.round(4), new_b.round(4), same)
#> [ 0.1667 -0.1111] -6.7778 True
# --8<-- [end:answer]

assert same
assert not np.allclose(fahrenheit @ w + b, celsius @ w + b)
