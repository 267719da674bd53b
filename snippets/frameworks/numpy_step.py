"""The network of two switches in NumPy: outputs, loss, gradients, one step."""

# --8<-- [start:step]
import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([[0.0], [1.0], [1.0], [0.0]])
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])

a1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
scores = a1 @ W2 + b2
outputs = 1 / (1 + np.exp(-scores))
loss = (np.logaddexp(0, scores) - y * scores).mean()

delta2 = (outputs - y) / len(X)
delta1 = delta2 @ W2.T * a1 * (1 - a1)
G2, g2 = a1.T @ delta2, delta2.sum(axis=0)
G1, g1 = X.T @ delta1, delta1.sum(axis=0)

W1, b1 = W1 - 0.5 * G1, b1 - 0.5 * g1
W2, b2 = W2 - 0.5 * G2, b2 - 0.5 * g2
print(outputs.ravel().round(6))
#> [0.540455 0.509928 0.599081 0.569345]
print(round(float(loss), 6))
#> 0.701453
print(G1.round(6))
#> [[ 0.00746  -0.013745]
#>  [ 0.000858 -0.006792]]
print(W1.round(6))
#> [[ 0.49627  -0.493128]
#>  [ 0.249571  0.753396]]
# --8<-- [end:step]
