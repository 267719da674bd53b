"""Fifty steps along the slope of a sum and of a mean."""

# --8<-- [start:rates]
import numpy as np

rng = np.random.default_rng(0)
for m in (10, 1000):
    x = rng.normal(size=m)
    for name, divisor in (("mean", m), ("sum", 1)):
        w = 0.0  # should become 3
        for _ in range(50):
            w = w - 0.05 * (2 * (w * x - 3 * x) * x).sum() / divisor
        print(f"{m:4} examples, {name:4}: w = {w:.2g}")
#>   10 examples, mean: w = 2.8
#>   10 examples, sum : w = 3
#> 1000 examples, mean: w = 3
#> 1000 examples, sum : w = -1.8e+99
# --8<-- [end:rates]
