"""The nearest neighbor: no training at all."""

# --8<-- [start:nearest]
import numpy as np

import nnbyhand as nn

digits = nn.digits()
rows = np.random.default_rng(0).permutation(len(digits.y))
train, test = rows[:1000], rows[1000:1400]

right = 0
for row in test:
    apart = ((digits.x[train] - digits.x[row]) ** 2).sum(axis=1)
    closest = train[apart.argmin()]
    right += digits.y[closest] == digits.y[row]
print("right:", right, "of", len(test))
#> right: 397 of 400
# --8<-- [end:nearest]
