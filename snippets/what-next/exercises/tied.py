"""The slope of a tied weight is the sum of the slopes at its places."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
row, upstream = rng.normal(size=8), rng.normal(size=7)  # slopes at outputs


def loss(w: np.ndarray) -> float:
    return sum(upstream[i] * (row[i : i + 2] @ w) for i in range(7))


dense = np.outer(row, upstream)  # slopes of a dense layer's 8 * 7 weights
tied = [sum(dense[i + k, i] for i in range(7)) for k in range(2)]
w, nudge = np.array([-1.0, 1.0]), 1e-6
checked = [
    (loss(w + step) - loss(w - step)) / (2 * nudge)
    for step in nudge * np.eye(2)
]
print(np.allclose(tied, checked))
#> True
# --8<-- [end:answer]

assert np.abs(tied).min() > 0.1
