"""A network that works can learn eight examples by heart."""

# --8<-- [start:eight-examples]
import numpy as np

rng = np.random.default_rng(0)
x, y = rng.normal(size=(8, 4)), np.repeat([[0.0], [1.0]], 4, axis=0)


def loss_after(steps: int, *, bug: bool) -> float:
    w1, b1 = rng.normal(size=(4, 32)) * np.sqrt(2 / 4), np.zeros(32)
    w2, b2 = rng.normal(size=(32, 1)) * np.sqrt(1 / 32), np.zeros(1)
    for _ in range(steps):
        rows = rng.permutation(8)
        batch, target = x[rows], y if bug else y[rows]
        a1 = np.maximum(0, batch @ w1 + b1)
        a2 = 1 / (1 + np.exp(-(a1 @ w2 + b2)))
        delta2 = (a2 - target) / 8
        delta1 = (delta2 @ w2.T) * (a1 > 0)
        w2, b2 = w2 - 0.3 * a1.T @ delta2, b2 - 0.3 * delta2.sum(axis=0)
        w1, b1 = w1 - 0.3 * batch.T @ delta1, b1 - 0.3 * delta1.sum(axis=0)
    return -np.log(np.where(target == 1, a2, 1 - a2)).mean()


print(f"sound:    loss {loss_after(500, bug=False):.3f}")
#> sound:    loss 0.003
print(f"with bug: loss {loss_after(500, bug=True):.3f}")
#> with bug: loss 0.697
# --8<-- [end:eight-examples]
