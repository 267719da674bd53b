"""Two steep sigmoids, one up and one down, make a bump."""

# --8<-- [start:bump]
import numpy as np

w = np.array([200.0, 200.0])  # steep
b = -w * np.array([0.3, 0.6])  # up at 0.3, down at 0.6
v = np.array([0.8, -0.8])  # as tall as the bump shall be

x = np.array([0.1, 0.25, 0.35, 0.5, 0.55, 0.65, 0.9])
z = x[:, None] * w + b
a = (1 + np.tanh(z / 2)) / 2  # a sigmoid that cannot overflow
print((a @ v).round(3))
#> [0.  0.  0.8 0.8 0.8 0.  0. ]
# --8<-- [end:bump]
