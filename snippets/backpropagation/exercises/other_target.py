"""The worked example with the other target: every slope is scaled alike."""

# --8<-- [start:answer]
import numpy as np

a2 = 0.599081
for target in (1, 0):
    delta2 = a2 - target
    delta1 = delta2 * np.array([1.0, -1.0]) * np.array([0.235004, 0.217895])
    print("target", target, "delta2", round(delta2, 4), delta1.round(4))
#> target 1 delta2 -0.4009 [-0.0942  0.0874]
#> target 0 delta2 0.5991 [ 0.1408 -0.1305]
print("factor", round(a2 / (a2 - 1), 4))
#> factor -1.4943
# --8<-- [end:answer]

first, second = (a2 - target for target in (1, 0))
assert abs(second / first - a2 / (a2 - 1)) < 1e-15
assert np.allclose(delta1 / second, [0.235004, -0.217895])
