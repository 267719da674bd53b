"""Iris from the table to the test, in NumPy."""

# --8<-- [start:whole]
import numpy as np

import nnbyhand as nn

data, rng = nn.iris(), np.random.default_rng(3)

# 1. Split, each kind by itself.
parts = [[], [], []]
for label in range(3):
    rows = rng.permutation(np.flatnonzero(data.y == label))
    for part, some in zip(parts, np.split(rows, [30, 40]), strict=True):
        part.extend(some)
train, validation, test = parts

# 2. Scale, by the training part.
x = (data.x - data.x[train].mean(axis=0)) / data.x[train].std(axis=0)
y = np.eye(3)[data.y]


def forward(rows: list[int]) -> tuple[np.ndarray, np.ndarray]:
    a1 = np.maximum(0, x[rows] @ w1 + b1)
    z2 = a1 @ w2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return a1, e / e.sum(axis=1, keepdims=True)


# 3. Train 4-16-3, and go back to the best epoch.
w1, b1 = rng.normal(size=(4, 16)) * np.sqrt(2 / 4), np.zeros(16)
w2, b2 = rng.normal(size=(16, 3)) * np.sqrt(1 / 16), np.zeros(3)
best, waited = np.inf, 0
for epoch in range(1, 2001):
    a1, a2 = forward(train)
    delta2 = (a2 - y[train]) / len(train)
    delta1 = (delta2 @ w2.T) * (a1 > 0)
    w2, b2 = w2 - 0.3 * a1.T @ delta2, b2 - 0.3 * delta2.sum(axis=0)
    w1, b1 = w1 - 0.3 * x[train].T @ delta1, b1 - 0.3 * delta1.sum(axis=0)

    loss = -np.log(forward(validation)[1][y[validation] == 1]).mean()
    if loss < best:
        best, best_epoch, kept, waited = loss, epoch, (w1, b1, w2, b2), 0
    else:
        waited += 1
        if waited == 100:
            break
print("went back from epoch", epoch, "to", best_epoch)
#> went back from epoch 368 to 268

# 4. Open the test part, once.
w1, b1, w2, b2 = kept
answers = forward(test)[1].argmax(axis=1)
print("right:", (answers == data.y[test]).sum(), "of", len(test))
#> right: 29 of 30
# --8<-- [end:whole]
