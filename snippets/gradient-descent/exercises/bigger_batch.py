"""Four times the examples make half the noise."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
slopes = rng.normal(0, 3, 1000)  # one for each example

for size in (16, 64):
    batches = rng.choice(slopes, (10_000, size))
    print(size, batches.mean(axis=1).std().round(2))
#> 16 0.74
#> 64 0.37
# --8<-- [end:answer]

quiet = rng.choice(slopes, (10_000, 64)).mean(axis=1).std()
loud = rng.choice(slopes, (10_000, 16)).mean(axis=1).std()
assert 1.9 < loud / quiet < 2.1
