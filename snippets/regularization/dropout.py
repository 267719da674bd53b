"""Inverted dropout: one function, two modes."""

# --8<-- [start:modes]
import numpy as np

rng = np.random.default_rng(0)


def dropout(a: np.ndarray, p: float, *, training: bool) -> np.ndarray:
    if not training:
        return a
    kept = rng.random(a.shape) >= p
    return a * kept / (1 - p)


a = np.array([[1.0, 2.0, 3.0, 4.0]])
print(dropout(a, 0.5, training=True))
#> [[2. 0. 0. 0.]]
print(dropout(a, 0.5, training=True))
#> [[2. 4. 6. 8.]]
print(dropout(a, 0.5, training=False))
#> [[1. 2. 3. 4.]]
many = dropout(a.repeat(100_000, axis=0), 0.5, training=True)
print("mean:", many.mean(axis=0).round(2))
#> mean: [1.   1.99 2.98 4.  ]
# --8<-- [end:modes]
