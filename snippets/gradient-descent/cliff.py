"""One step from a cliff throws two weights away."""

# --8<-- [start:thrown]
import numpy as np

for limit in (np.inf, 1.0):
    theta = np.array([1.0, 1.4])  # v and w; the output is v * w**10
    with np.errstate(over="ignore", invalid="ignore"):  # else NumPy warns
        for step in range(1, 1001):
            v, w = theta
            error = v * w**10 - 1
            g = error * np.array([w**10, 10 * v * w**9])
            g = g * min(1, limit / np.linalg.norm(g))
            theta = theta - 0.01 * g
            if step in (1, 2, 1000):
                v, w = theta
                print(f"limit {limit}, step {step}: v {v:.3g}, w {w:.3g}")
#> limit inf, step 1: v -7.08, w -56.3
#> limit inf, step 2: v 7.24e+33, w 9.1e+33
#> limit inf, step 1000: v nan, w nan
#> limit 1.0, step 1: v 0.999, w 1.39
#> limit 1.0, step 2: v 0.997, w 1.38
#> limit 1.0, step 1000: v 0.951, w 1.01
# --8<-- [end:thrown]
