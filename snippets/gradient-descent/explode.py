"""How a rate that is too large ends: infinity, then NaN."""

# --8<-- [start:nan]
import numpy as np

w = np.float64(0)
with np.errstate(over="ignore", invalid="ignore"):  # else NumPy warns
    for step in range(2201):
        error = 2 * w - 6  # two hours, six cents
        if step in (0, 10, 1000, 1100, 2200):
            print(f"step {step}: w {w:.3g}, loss {error**2 / 2:.3g}")
        w = w - 0.6 * error * 2
#> step 0: w 0, loss 18
#> step 10: w -83.8, loss 1.51e+04
#> step 1000: w -4.03e+146, loss 3.25e+293
#> step 1100: w -1.65e+161, loss inf
#> step 2200: w nan, loss nan
# --8<-- [end:nan]
