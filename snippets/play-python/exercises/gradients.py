"""The gradients of a network of two layers, with softmax and cross-entropy."""

# --8<-- [start:answer]
import numpy as np


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def gradients(x, y, parameters):
    w1, b1, w2, b2 = parameters
    a1 = np.tanh(x @ w1 + b1)
    logits = a1 @ w2 + b2
    delta2 = (softmax(logits) - y) / len(x)
    delta1 = (delta2 @ w2.T) * (1 - a1**2)
    dw1, db1 = x.T @ delta1, delta1.sum(axis=0)
    dw2, db2 = a1.T @ delta2, delta2.sum(axis=0)
    return [dw1, db1, dw2, db2]


rng = np.random.default_rng(0)
x, y = rng.normal(size=(6, 3)), np.eye(2)[[0, 1, 1, 0, 1, 0]]
shapes = [(3, 4), 4, (4, 2), 2]
parameters = [rng.normal(size=shape) for shape in shapes]
print([gradient.shape for gradient in gradients(x, y, parameters)])
#> [(3, 4), (4,), (4, 2), (2,)]
# --8<-- [end:answer]


def loss() -> float:
    w1, b1, w2, b2 = parameters
    logits = np.tanh(x @ w1 + b1) @ w2 + b2
    return -np.log(softmax(logits)[y == 1]).mean()


step = 1e-5
for parameter, slopes in zip(
    parameters, gradients(x, y, parameters), strict=True
):
    for at in np.ndindex(parameter.shape):
        here = parameter[at]
        parameter[at] = here + step
        above = loss()
        parameter[at] = here - step
        below = loss()
        parameter[at] = here
        assert abs((above - below) / (2 * step) - slopes[at]) < 1e-9
