"""Batch normalization by hand, there and back."""

# --8<-- [start:there-and-back]
import numpy as np


def forward(
    z: np.ndarray, gamma: np.ndarray, beta: np.ndarray
) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
    s = np.sqrt(z.var(axis=0) + 1e-5)
    hat = (z - z.mean(axis=0)) / s
    return gamma * hat + beta, (hat, s, gamma)


def backward(
    g: np.ndarray, cache: tuple[np.ndarray, ...]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    hat, s, gamma = cache
    dgamma, dbeta = (g * hat).sum(axis=0), g.sum(axis=0)
    inner = g - g.mean(axis=0) - hat * (g * hat).mean(axis=0)
    return gamma / s * inner, dgamma, dbeta


z = np.array([[1.0, 200.0], [2.0, 400.0], [6.0, 600.0]])
gamma, beta = np.ones(2), np.zeros(2)
out, cache = forward(z, gamma, beta)
print(out.round(3))
#> [[-0.926 -1.225]
#>  [-0.463  0.   ]
#>  [ 1.389  1.225]]

g = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])  # slopes that come back
dz, dgamma, dbeta = backward(g, cache)
h, nudge = 1e-5, np.zeros((3, 2))
nudge[0, 0] = h
up, down = (forward(z + side * nudge, gamma, beta)[0] for side in (1, -1))
print(round(dz[0, 0], 6), round(((up - down) * g).sum() / (2 * h), 6))
#> 0.176347 0.176347
# --8<-- [end:there-and-back]
