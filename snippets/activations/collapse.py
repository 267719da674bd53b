"""Two layers without an activation between them are one layer."""

# --8<-- [start:collapse]
import numpy as np

X = np.array([[1.0, 2.0], [3.0, -1.0]])  # two examples, two inputs each
W1, b1 = np.array([[1.0, -1.0], [2.0, 0.0]]), np.array([0.0, 1.0])
W2, b2 = np.array([[1.0], [3.0]]), np.array([-1.0])

two_layers = (X @ W1 + b1) @ W2 + b2
one_layer = X @ (W1 @ W2) + (b1 @ W2 + b2)
bent = np.maximum(0, X @ W1 + b1) @ W2 + b2  # negative sums become 0

print("two layers:", two_layers.ravel())
#> two layers: [ 4. -6.]
print("one layer: ", one_layer.ravel())
#> one layer:  [ 4. -6.]
print("with ReLU: ", bent.ravel())
#> with ReLU:  [4. 0.]
# --8<-- [end:collapse]
