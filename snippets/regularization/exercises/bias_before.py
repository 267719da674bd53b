"""A bias before batch normalization does nothing and learns nothing."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
z, g = rng.normal(size=(8, 1)), rng.normal(size=(8, 1))


def normalized(z: np.ndarray) -> np.ndarray:
    return (z - z.mean()) / np.sqrt(z.var() + 1e-5)


print(np.allclose(normalized(z + 7.0), normalized(z)))
#> True
hat, s = normalized(z), np.sqrt(z.var() + 1e-5)
dz = (g - g.mean() - hat * (g * hat).mean()) / s
print("slope at the bias:", round(abs(dz.sum()), 12))
#> slope at the bias: 0.0
# --8<-- [end:answer]

assert np.allclose(normalized(z + 7.0), normalized(z), atol=1e-12)
assert abs(dz.sum()) < 1e-12
