"""All four positions of two switches, answered by one product."""

# --8<-- [start:batch]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # one row, one example
w, b = np.array([1, 1]), -1.5

z = X @ w + b
print("shapes", X.shape, "@", w.shape, "=", z.shape)
#> shapes (4, 2) @ (2,) = (4,)
print("z", z, "  lamp", np.where(z >= 0, 1, 0))
#> z [-1.5 -0.5 -0.5  0.5]   lamp [0 0 0 1]
# --8<-- [end:batch]
