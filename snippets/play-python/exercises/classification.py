"""Iris: split, scaled by the training part, learned, judged by the rest."""

# --8<-- [start:answer]
import numpy as np

import nnbyhand as nn


def split(x, y, rng):
    order = rng.permutation(len(x))
    held_out = len(x) // 5
    validation, train = order[:held_out], order[held_out:]
    return x[train], y[train], x[validation], y[validation]


def scale(x_train, x_validation):
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - mean) / deviation, (x_validation - mean) / deviation


def accuracy(logits, y):
    return (logits.argmax(axis=1) == y).mean()


def classify(x, y, rng):
    network = nn.MLP([4, 16, 3], rng=rng)
    x_train, y_train, x_validation, y_validation = split(x, y, rng)
    x_train, x_validation = scale(x_train, x_validation)
    choices = {"optimizer": nn.Adam(0.02), "epochs": 100, "batch_size": 20}
    result = nn.train(
        network,
        x_train,
        y_train,
        loss=nn.cross_entropy_from_logits,
        rng=rng,
        **choices,
    )
    return accuracy(result.network(x_validation), y_validation)


flowers = nn.iris()  # 150 rows of 4 numbers, sorted by their 3 labels
for seed in range(3):
    rng = np.random.default_rng(seed)
    share = classify(flowers.x, flowers.y, rng)
    print(f"{30 * share:.0f} of 30 flowers right")
#> 28 of 30 flowers right
#> 29 of 30 flowers right
#> 30 of 30 flowers right
# --8<-- [end:answer]

shares = [
    classify(flowers.x, flowers.y, np.random.default_rng(seed))
    for seed in range(5)
]
assert min(shares) > 0.8
