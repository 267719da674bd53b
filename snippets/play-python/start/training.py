"""Loss and gradients of two layers, and a loop that takes no step."""

# --8<-- [start:start]
import numpy as np

import nnbyhand as nn


def shares_of(x, parameters):
    w1, b1, w2, b2 = parameters
    a1 = np.tanh(x @ w1 + b1)
    logits = a1 @ w2 + b2
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return a1, powers / powers.sum(axis=1, keepdims=True)


def loss(x, y, parameters):
    return -np.log(shares_of(x, parameters)[1][y == 1]).mean()


def gradients(x, y, parameters):
    a1, shares = shares_of(x, parameters)
    delta2 = (shares - y) / len(x)
    delta1 = (delta2 @ parameters[2].T) * (1 - a1**2)
    return [x.T @ delta1, delta1.sum(0), a1.T @ delta2, delta2.sum(0)]


def train(x, y, parameters, rate, epochs, batch_size, rng):
    losses = []
    for _ in range(epochs):
        # Draw an order of all examples, and cut it into batches.
        # After each batch, move all parameters by their gradients.
        losses.append(loss(x, y, parameters))
    return parameters, losses


rng = np.random.default_rng(0)
moons = nn.moons(200, noise=0.15, rng=rng)
x, y = moons.x, np.eye(2)[moons.y[:, 0].astype(int)]
start = [rng.normal(size=shape) for shape in [(2, 16), 16, (16, 2), 2]]
_, losses = train(x, y, start, 0.5, 100, 20, rng)
print(f"{losses[0]:.2f} after one epoch, {losses[-1]:.2f} at the end")
#> 4.19 after one epoch, 4.19 at the end
# --8<-- [end:start]
