"""Each layer of two ReLUs doubles the number of straight pieces."""

# --8<-- [start:pieces]
import numpy as np

x = np.linspace(0, 1, 4097)
a, pieces = x, []
for _layer in range(10):
    a = 2 * np.maximum(0, a) - 4 * np.maximum(0, a - 0.5)
    turns = np.diff(np.sign(np.diff(a))) != 0
    pieces.append(1 + turns.sum())
print(*pieces)
#> 2 4 8 16 32 64 128 256 512 1024
# --8<-- [end:pieces]
