"""A perceptron learns AND from its mistakes."""

# --8<-- [start:learn]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 0, 0, 1])  # AND

w, b = np.zeros(2), 0.0
for epoch in range(1, 11):
    mistakes = 0
    for x, target in zip(X, y, strict=True):
        answer = int(x @ w + b >= 0)
        error = target - answer  # 1, 0 or -1
        w, b = w + error * x, b + error
        mistakes += abs(error)
    print(f"epoch {epoch}  mistakes {mistakes}  w {w}  b {b}")
    if mistakes == 0:
        break
#> epoch 1  mistakes 2  w [1. 1.]  b 0.0
#> epoch 2  mistakes 3  w [2. 1.]  b -1.0
#> epoch 3  mistakes 3  w [2. 1.]  b -2.0
#> epoch 4  mistakes 2  w [2. 2.]  b -2.0
#> epoch 5  mistakes 1  w [2. 1.]  b -3.0
#> epoch 6  mistakes 0  w [2. 1.]  b -3.0
# --8<-- [end:learn]
