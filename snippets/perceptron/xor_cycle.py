"""On XOR, the rule comes back to where it was, and goes round."""

# --8<-- [start:cycle]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 1, 1, 0])  # XOR

w, b = np.zeros(2), 0.0
for epoch in range(1, 1001):
    mistakes = 0
    for x, target in zip(X, y, strict=True):
        error = target - int(x @ w + b >= 0)
        w, b = w + error * x, b + error
        mistakes += abs(error)
    if epoch in {1, 2, 3, 1000}:
        print(f"epoch {epoch:4}  mistakes {mistakes}  w {w}  b {b}")
#> epoch    1  mistakes 3  w [-1.  0.]  b -1.0
#> epoch    2  mistakes 3  w [-1.  0.]  b 0.0
#> epoch    3  mistakes 4  w [-1.  0.]  b 0.0
#> epoch 1000  mistakes 4  w [-1.  0.]  b 0.0
# --8<-- [end:cycle]
