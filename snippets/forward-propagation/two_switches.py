"""The network of two switches: one row, then all four positions."""

# --8<-- [start:forward]
import numpy as np

W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))  # small sums only; see Activations


def forward(x: np.ndarray) -> np.ndarray:
    a1 = sigmoid(x @ W1 + b1)
    return sigmoid(a1 @ W2 + b2)


print("one row:", forward(np.array([1.0, 0.0])).round(4))
#> one row: [0.5991]

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
print("four rows:", forward(X).shape)
#> four rows: (4, 1)
print(forward(X).ravel().round(4))
#> [0.5405 0.5099 0.5991 0.5693]
# --8<-- [end:forward]

assert np.allclose(forward(X)[2], forward(X[2]), rtol=1e-15)
