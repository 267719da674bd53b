"""A recipe's rate belongs to its way of adding up the loss."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
x, y = rng.normal(size=32), rng.normal(size=32)
error = 0.5 * x - y  # at w = 0.5

theirs = 0.001 * (error * x).sum()  # half squares, summed
ours = 0.016 * (2 * error * x).mean()  # squares, averaged
print(f"{theirs:.6f} {ours:.6f}")
#> 0.013767 0.013767
# --8<-- [end:answer]

assert np.isclose(theirs, ours)
