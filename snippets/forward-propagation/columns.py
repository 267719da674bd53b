"""Examples that stand in columns, in a square batch."""

# --8<-- [start:square]
import numpy as np

W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
X = np.array([[1.0, 0.0], [1.0, 1.0]])  # two examples in two rows

print("rows:   ", (X @ W1 + b1).tolist())
#> rows:    [[0.5, -0.75], [0.75, 0.0]]
print("columns:", (X.T @ W1 + b1).tolist())
#> columns: [[0.75, 0.0], [0.25, 0.5]]
# --8<-- [end:square]
