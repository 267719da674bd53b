"""The slope of a sigmoid from its output alone."""

# --8<-- [start:answer]
import numpy as np

a = 0.9
slope = a * (1 - a)
print(round(slope, 2), "which is", round(slope / 0.25, 2), "of the most")
#> 0.09 which is 0.36 of the most

z = np.log(a / (1 - a))  # the pre-activation that gives 0.9
print(round(z, 3))
#> 2.197
# --8<-- [end:answer]

STEP = 1e-6
rise = 1 / (1 + np.exp(-(z + STEP))) - 1 / (1 + np.exp(-(z - STEP)))
assert abs(rise / (2 * STEP) - slope) < 1e-9
assert abs(1 / (1 + np.exp(-z)) - a) < 1e-15
