"""ELU, GELU and SiLU at a few places."""

# --8<-- [start:three-bends]
from math import erf, sqrt

import numpy as np

z = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
elu = np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1)
gelu = z * np.array([1 + erf(value / sqrt(2)) for value in z]) / 2
silu = z / (1 + np.exp(-z))

print("ELU ", elu.round(3))
#> ELU  [-0.95  -0.632  0.     1.     3.   ]
print("GELU", gelu.round(3))
#> GELU [-0.004 -0.159  0.     0.841  2.996]
print("SiLU", silu.round(3))
#> SiLU [-0.142 -0.269  0.     0.731  2.858]
# --8<-- [end:three-bends]
