"""Two dropout layers without rescaling make the scores too large in use."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
a = np.ones((200_000, 2))  # two layers, one unit each, weights 1
kept = rng.random(a.shape) >= 0.5
print("in training:", round((a * kept).prod(axis=1).mean(), 2))
#> in training: 0.25
print("in use:", a.prod(axis=1).mean())
#> in use: 1.0
print("rescaled:", round((2 * a * kept).prod(axis=1).mean(), 1))
#> rescaled: 1.0
# --8<-- [end:answer]

assert abs((a * kept).prod(axis=1).mean() - 0.25) < 0.01
