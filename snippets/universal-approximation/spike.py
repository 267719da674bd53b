"""An activation that is 1 at one point alone moves an output at points."""

# --8<-- [start:spikes]
import numpy as np


def spike(z: np.ndarray) -> np.ndarray:
    return np.where(z == 0, 1.0, 0.0)


x = np.arange(1025) / 1024
w, b = np.ones(8), -np.arange(8) / 8  # the sum of unit j is 0 at j / 8
v = np.full(8, 0.5)
output = spike(x[:, None] * w + b) @ v
print((output != 0).sum(), "of", len(x), "points have moved")
#> 8 of 1025 points have moved
# --8<-- [end:spikes]
