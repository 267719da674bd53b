"""A weight that learns from sorted examples remembers the last ones."""

# --8<-- [start:one-weight]
import numpy as np

rng = np.random.default_rng(0)
lamp = np.repeat([0.0, 1.0], 50)  # off 50 times, then on 50 times

for name in ("sorted", "shuffled"):
    w = 0.5
    for _epoch in range(10):
        order = rng.permutation(100) if name == "shuffled" else range(100)
        for i in order:
            w = w - 0.1 * (w - lamp[i])  # half squared error
    print(f"{name}: {w:.3f}")
#> sorted: 0.995
#> shuffled: 0.534
# --8<-- [end:one-weight]
