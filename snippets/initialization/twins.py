"""Two hidden units that start equal stay equal, whatever they learn."""

# --8<-- [start:step-by-step]
import numpy as np

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0.0], [1], [1], [0]])  # the staircase lamp
W1, b1 = np.array([[0.5, 0.5], [0.25, 0.25]]), np.zeros(2)
W2, b2 = np.array([[1.0], [1.0]]), np.zeros(1)


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


for step in range(3001):
    hidden = sigmoid(X @ W1 + b1)
    answers = sigmoid(hidden @ W2 + b2)
    if step in (0, 1, 2, 3000):
        print(f"{step:4}", *(row.round(4) for row in (*W1, W2[:, 0])))
    delta2 = (answers - y) / 4
    delta1 = delta2 @ W2.T * hidden * (1 - hidden)
    W2, b2 = W2 - hidden.T @ delta2, b2 - delta2.sum(axis=0)
    W1, b1 = W1 - X.T @ delta1, b1 - delta1.sum(axis=0)
#>    0 [0.5 0.5] [0.25 0.25] [1. 1.]
#>    1 [0.4698 0.4698] [0.2218 0.2218] [0.8428 0.8428]
#>    2 [0.4527 0.4527] [0.2064 0.2064] [0.7467 0.7467]
#> 3000 [7.3844 7.3844] [7.3844 7.3844] [4.0575 4.0575]
print("answers", answers.ravel().round(2))
#> answers [0.01 0.66 0.66 0.67]
# --8<-- [end:step-by-step]
