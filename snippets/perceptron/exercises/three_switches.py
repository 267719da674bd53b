"""How many lamps of three switches one perceptron can serve."""

# --8<-- [start:answer]
from itertools import product

import numpy as np

for switches in (2, 3):
    X = np.array(list(product([0, 1], repeat=switches)))
    W = np.array(list(product(range(-3, 4), repeat=switches)))
    B = np.arange(-9, 10) + 0.5  # never on a corner
    Z = (W @ X.T)[:, None, :] + B[:, None]
    lamps = {tuple(row) for row in (Z >= 0).reshape(-1, len(X))}
    print(len(lamps), "of", 2 ** len(X))
#> 14 of 16
#> 104 of 256
# --8<-- [end:answer]

assert len(lamps) == 104
