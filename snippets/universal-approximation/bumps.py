"""One bump for each piece of the interval, as tall as the curve there."""

# --8<-- [start:bumps]
import numpy as np


def curve(x: np.ndarray) -> np.ndarray:
    slow, fast = np.sin(2 * np.pi * x), np.sin(6 * np.pi * x)
    return 0.5 + 0.3 * slow - 0.2 * fast


x = np.linspace(0, 1, 2001)
for pieces in (8, 40, 200):
    edges = np.linspace(0, 1, pieces + 1)
    heights = curve((edges[:-1] + edges[1:]) / 2)
    edges[0], edges[-1] = -1, 2  # the outermost steps stand outside
    w = 100 * pieces  # steep, beside the width of a piece
    b = -w * np.concatenate([edges[:-1], edges[1:]])
    v = np.concatenate([heights, -heights])
    a = (1 + np.tanh((x[:, None] * w + b) / 2)) / 2  # sigmoid
    error = np.abs(a @ v - curve(x)).max()
    print(f"{b.size:3} hidden units, error {error:.4f}")
#>  16 hidden units, error 0.2553
#>  80 hidden units, error 0.0524
#> 400 hidden units, error 0.0095
# --8<-- [end:bumps]
