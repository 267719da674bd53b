"""What epsilon does to the first step of Adam."""

# --8<-- [start:epsilon]
import numpy as np

g = np.array([1.0, 1e-4, 1e-8, 1e-12])
for epsilon in (1e-8, 1.0):
    steps = g / (np.sqrt(g**2) + epsilon)
    print(epsilon, *(f"{step:.4f}" for step in steps))
#> 1e-08 1.0000 0.9999 0.5000 0.0001
#> 1.0 0.5000 0.0001 0.0000 0.0000
# --8<-- [end:epsilon]
