"""One row through one layer: wire by wire, and as a matrix product."""

# --8<-- [start:wire-by-wire]
import numpy as np

x = np.array([1.0, 0.0])  # switch 1 is on, switch 2 is off
W1 = np.array([[0.5, -0.5], [0.25, 0.75]])  # one column for each unit
b1 = np.array([0.0, -0.25])

z1 = b1.copy()
for j in range(2):  # unit after unit
    for i in range(2):  # wire after wire
        z1[j] += x[i] * W1[i, j]

print("wire by wire:  ", z1)
#> wire by wire:   [ 0.5  -0.75]
print("matrix product:", x @ W1 + b1)
#> matrix product: [ 0.5  -0.75]
# --8<-- [end:wire-by-wire]
