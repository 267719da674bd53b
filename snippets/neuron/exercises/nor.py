"""NOR: the lamp lights only if both switches are off."""

# --8<-- [start:answer]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
z = X @ [-1, -1] + 0.5
print("sum", z, "answer", np.where(z >= 0, 1, 0))
#> sum [ 0.5 -0.5 -0.5 -1.5] answer [1 0 0 0]
# --8<-- [end:answer]

assert (z >= 0).tolist() == [True, False, False, False]
