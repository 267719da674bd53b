"""Three ReLUs make a hat that falls as steeply as it rises."""

# --8<-- [start:slopes]
import numpy as np

m, h = 0.5, 0.25
x = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
corners = np.maximum(0, x[:, None] - [m - h, m, m + h])
hat = corners @ [1, -2, 1] / h
print("heights:", hat)
#> heights: [0. 0. 1. 0. 0.]
print("slopes: ", np.diff(hat) / np.diff(x))
#> slopes:  [ 0.  4. -4.  0.]
# --8<-- [end:slopes]
