"""AdaGrad's steps for a large and a small slope."""

# --8<-- [start:fading]
import numpy as np

g = np.array([100.0, 0.01])  # the same two slopes at every step
s = np.zeros(2)
for t in range(1, 101):
    s = s + g**2
    if t in (1, 4, 100):
        print(t, (g / (np.sqrt(s) + 1e-10)).round(4))
#> 1 [1. 1.]
#> 4 [0.5 0.5]
#> 100 [0.1 0.1]
# --8<-- [end:fading]
