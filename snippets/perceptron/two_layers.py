"""Two hidden units and an output unit, all set by hand, compute XOR."""

# --8<-- [start:hand-set]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
W1, b1 = np.array([[2, 2], [2, 2]]), np.array([-1, -3])  # OR, AND
w2, b2 = np.array([2, -2]), -1  # OR and not AND

H = (X @ W1 + b1 >= 0).astype(int)
answers = (H @ w2 + b2 >= 0).astype(int)
print("hidden", H.tolist(), "lamp", answers)
#> hidden [[0, 0], [1, 0], [1, 0], [1, 1]] lamp [0 1 1 0]
# --8<-- [end:hand-set]
