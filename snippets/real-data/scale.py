"""Scaling with the numbers of the training part alone."""

# --8<-- [start:train-only]
import numpy as np

import nnbyhand as nn

x = nn.iris().x[np.random.default_rng(0).permutation(150)]
train, test = x[:90], x[120:]

mean, scale = train.mean(axis=0), train.std(axis=0)
train, test = (train - mean) / scale, (test - mean) / scale

print("training:", train.mean(axis=0).round(2) + 0, train.std(axis=0))
#> training: [0. 0. 0. 0.] [1. 1. 1. 1.]
print("test:    ", test.mean(axis=0).round(2), test.std(axis=0).round(2))
#> test:     [0.02 0.06 0.07 0.14] [0.71 0.99 0.84 0.97]
# --8<-- [end:train-only]
