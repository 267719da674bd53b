"""ReLU and its slope, with the value at zero."""

# --8<-- [start:value-and-slope]
import numpy as np

z = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])

print("output", np.maximum(0, z))
#> output [0.  0.  0.  0.5 2. ]
print("slope ", np.where(z > 0, 1.0, 0.0))
#> slope  [0. 0. 0. 1. 1.]
# --8<-- [end:value-and-slope]
