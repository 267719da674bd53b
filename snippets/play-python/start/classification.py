"""Flowers to classify, and four functions that do nothing yet."""

# --8<-- [start:start]
import numpy as np

import nnbyhand as nn


def split(x, y, rng):
    # Shuffle, then hold out a fifth of the rows.
    # Return x_train, y_train, x_validation, y_validation.
    ...


def scale(x_train, x_validation):
    # Return both parts, scaled by mean and deviation of the first.
    ...


def accuracy(logits, y):
    # The share of rows whose largest logit is that of their label.
    ...


def classify(x, y, rng):
    # Split, scale, train, and return the accuracy on what was held out.
    network = nn.MLP([4, 16, 3], rng=rng)


flowers = nn.iris()  # 150 rows of 4 numbers, sorted by their 3 labels
print(classify(flowers.x, flowers.y, np.random.default_rng(0)))
#> None
# --8<-- [end:start]
