"""One step with an exploded gradient, as it is and clipped."""

# --8<-- [start:clip]
import numpy as np

gradient = np.array([3000.0, -4000.0])
limit = 1.0
length = np.linalg.norm(gradient)
clipped = gradient * min(1, limit / length)

print(length, clipped)
#> 5000.0 [ 0.6 -0.8]
tiny = np.array([3e-9, -4e-9])
print(tiny * min(1, limit / np.linalg.norm(tiny)))
#> [ 3.e-09 -4.e-09]
# --8<-- [end:clip]
