"""NAND is AND with all signs turned, if no row lies on the line."""

# --8<-- [start:answer]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
for w, b in (([-2, -1], 3), ([-2, -2], 3)):
    z = X @ np.array(w) + b
    print("z =", z, " answers", (z >= 0).astype(int))
#> z = [3 2 1 0]  answers [1 1 1 1]
#> z = [ 3  1  1 -1]  answers [1 1 1 0]
# --8<-- [end:answer]

assert ((z >= 0) == np.array([1, 1, 1, 0])).all()
assert (X @ np.array([-2, -1]) + 3)[3] == 0
