"""A bias that stands upright."""

# --8<-- [start:upright]
import numpy as np

W1 = np.array([[0.5, -0.5], [0.25, 0.75]])
b1 = np.array([[0.0], [-0.25]])  # shape (2, 1): upright

one_row = np.array([[1.0, 0.0]])
print((one_row @ W1 + b1).tolist())
#> [[0.5, -0.5], [0.25, -0.75]]
same_row_twice = np.array([[1.0, 0.0], [1.0, 0.0]])
print((same_row_twice @ W1 + b1).tolist())
#> [[0.5, -0.5], [0.25, -0.75]]
# --8<-- [end:upright]

try:
    refused = np.ones((4, 2)) @ W1 + b1
except ValueError:
    refused = None
assert refused is None
