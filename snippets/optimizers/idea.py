"""The idea of this snippet in a sentence."""

# --8<-- [start:idea]
import numpy as np

z = np.array([-1.0, 0.0, 2.0])
a = 1 * z + 0
print(a)
#> [-1.  0.  2.]
# --8<-- [end:idea]
