"""Where a neuron changes its mind, and how far away a point is from there."""

# --8<-- [start:distance]
import numpy as np

w, b = np.array([1.0, 1.0]), -1.5
length = np.sqrt(w @ w)  # Pythagoras: the root of 1 * 1 + 1 * 1

print("along the line:", np.array([0.1, -0.1]) @ w)
#> along the line: 0.0
for x in ([1.0, 1.0], [0.75, 0.75], [1.0, 0.0], [0.0, 0.0]):
    z = np.array(x) @ w + b
    print(x, "sum", z, "distance", (z / length).round(3))
#> [1.0, 1.0] sum 0.5 distance 0.354
#> [0.75, 0.75] sum 0.0 distance 0.0
#> [1.0, 0.0] sum -0.5 distance -0.354
#> [0.0, 0.0] sum -1.5 distance -1.061
# --8<-- [end:distance]
