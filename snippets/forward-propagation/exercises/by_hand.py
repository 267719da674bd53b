"""One switch position, worked by hand and then checked."""

# --8<-- [start:answer]
import numpy as np

W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])

z1 = np.array([0.0, 1.0]) @ W1 + b1
a1 = 1 / (1 + np.exp(-z1))
z2 = a1 @ W2 + b2
print(z1, a1.round(4), z2.round(4), (1 / (1 + np.exp(-z2))).round(4))
#> [0.25 0.5 ] [0.5622 0.6225] [0.0397] [0.5099]
# --8<-- [end:answer]

assert np.array_equal(z1, [0.25, 0.5])
