"""Every number of a layer is a dot product of its own, in any order."""

# --8<-- [start:order]
import numpy as np

rng = np.random.default_rng(0)
X, W = rng.normal(size=(32, 64)), rng.normal(size=(64, 64))
Z = np.empty((32, 64))
for place in rng.permutation(Z.size):  # as the dice fall
    example, unit = divmod(place, 64)
    Z[example, unit] = X[example] @ W[:, unit]
print(Z.size, "dot products:", np.allclose(Z, X @ W))
#> 2048 dot products: True
# --8<-- [end:order]
