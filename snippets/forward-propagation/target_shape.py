"""Targets without their second axis."""

# --8<-- [start:all-pairs]
import numpy as np

y = np.array([0.0, 1.0, 1.0, 0.0])  # the staircase lamp, shape (4,)
perfect = y[:, np.newaxis]  # shape (4, 1)
ignorant = np.full((4, 1), 0.5)

for answers in (perfect, ignorant):
    wrong = ((answers - y) ** 2).mean()
    right = ((answers - y[:, np.newaxis]) ** 2).mean()
    print(f"wrong loss {wrong}, right loss {right}")
#> wrong loss 0.5, right loss 0.0
#> wrong loss 0.25, right loss 0.25
# --8<-- [end:all-pairs]

assert (perfect - y).shape == (4, 4)
