"""The bound of the convergence theorem, for AND."""

# --8<-- [start:bound]
import numpy as np

X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])  # with a 1
t = np.array([-1, -1, -1, 1])  # AND
u = np.array([2, 2, -3])  # a line that separates

longest = (X**2).sum(axis=1).max()
gaps = t * (X @ u)
print("R squared:", longest, "  gaps:", gaps, "  u squared:", u @ u)
#> R squared: 3   gaps: [3 1 1 1]   u squared: 17
print("at most", longest * (u @ u) / gaps.min() ** 2, "updates")
#> at most 51.0 updates
# --8<-- [end:bound]
