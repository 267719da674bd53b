"""How many hidden units of a kind are independent."""

# --8<-- [start:answer]
import numpy as np

x = np.linspace(0, 1, 401)[:, None]
corners = np.linspace(0, 0.99, 100)
cubes = (x - corners) ** 3
relus = np.maximum(0, x - corners)
print(np.linalg.matrix_rank(cubes), np.linalg.matrix_rank(relus))
#> 4 100
# --8<-- [end:answer]

assert np.linalg.matrix_rank((x - corners[:4]) ** 3) == 4
assert np.linalg.matrix_rank((x - corners) ** 2) == 3
