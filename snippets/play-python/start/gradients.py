"""A network of two layers, without its way back."""

# --8<-- [start:start]
import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def gradients(x, y, parameters):
    w1, b1, w2, b2 = parameters
    a1 = np.tanh(x @ w1 + b1)
    logits = a1 @ w2 + b2
    # The loss is the mean cross-entropy of softmax(logits).
    # Return its gradients: [dw1, db1, dw2, db2].


rng = np.random.default_rng(0)
x, y = rng.normal(size=(6, 3)), np.eye(2)[[0, 1, 1, 0, 1, 0]]
shapes = [(3, 4), 4, (4, 2), 2]
parameters = [rng.normal(size=shape) for shape in shapes]
print(gradients(x, y, parameters))
#> None
# --8<-- [end:start]
