"""Which of the sixteen tables of two switches one neuron can answer."""

# --8<-- [start:answer]
from itertools import product

import numpy as np

X = np.array(list(product((0, 1), repeat=2)))
tables = set(product((0, 1), repeat=4))  # all ways to answer four rows

found = set()
for w1, w2 in product((-2, -1, 0, 1, 2), repeat=2):
    for b in (-2.5, -1.5, -0.5, 0.5, 1.5, 2.5):
        z = X @ [w1, w2] + b
        found.add(tuple(np.where(z >= 0, 1, 0).tolist()))

print(len(found), "of", len(tables), "tables; missing:")
#> 14 of 16 tables; missing:
print(sorted(tables - found))
#> [(0, 1, 1, 0), (1, 0, 0, 1)]
# --8<-- [end:answer]

# No other weights find the two: far more neurons, drawn at random.
rng = np.random.default_rng(0)
many = X @ rng.normal(size=(2, 20_000)) + rng.normal(size=20_000) >= 0
assert not {(0, 1, 1, 0), (1, 0, 0, 1)} & set(map(tuple, many.T.astype(int)))
