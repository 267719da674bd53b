"""A sigmoid that never raises e to a positive power."""

# --8<-- [start:stable]
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    t = np.exp(-np.abs(z))  # between 0 and 1, whatever z is
    return np.where(z >= 0, 1 / (1 + t), t / (1 + t))


for dtype in (np.float32, np.float64):
    z = np.array([-1e9, -89, 0, 89, np.inf], dtype=dtype)
    print(sigmoid(z).dtype, [f"{a:.2g}" for a in sigmoid(z)])
#> float32 ['0', '2.2e-39', '0.5', '1', '1']
#> float64 ['0', '2.2e-39', '0.5', '1', '1']
# --8<-- [end:stable]
