"""A soft step, and what larger weights do to it."""

# --8<-- [start:steeper]
import numpy as np

X = np.array([[0.0, 0.0], [1.0, 0.0], [0.75, 0.75], [1.0, 1.0]])
w, b = np.array([1.0, 1.0]), -1.5

for k in (1, 4, 16):
    z = X @ (k * w) + k * b
    print(f"weights x {k:2}:", (1 / (1 + np.exp(-z))).round(3))
#> weights x  1: [0.182 0.378 0.5   0.622]
#> weights x  4: [0.002 0.119 0.5   0.881]
#> weights x 16: [0.  0.  0.5 1. ]
# --8<-- [end:steeper]
