"""One rate, two ways to add up the loss."""

# --8<-- [start:both]
import numpy as np

rng = np.random.default_rng(0)
z = rng.normal(size=64)
y = 3 * z

for reduce in (np.mean, np.sum):
    w = 0.0
    for _step in range(50):
        w = w - 0.1 * reduce((w * z - y) * z)
    print(f"{reduce.__name__:4} over 64 examples: w = {w:.3g}")
#> mean over 64 examples: w = 2.96
#> sum  over 64 examples: w = -2.56e+32
# --8<-- [end:both]
