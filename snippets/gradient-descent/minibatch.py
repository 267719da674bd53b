"""Mini-batches, shuffled anew in every epoch."""

# --8<-- [start:epochs]
import numpy as np

rng = np.random.default_rng(0)
hours = rng.uniform(0, 10, 64)
cents = 3 * hours + 10 + rng.normal(0, 2, 64)
z = (hours - hours.mean()) / hours.std()

w, b = 0.0, 0.0
for _epoch in range(10):
    order = rng.permutation(64)
    for start in range(0, 64, 8):
        rows = order[start : start + 8]
        error = w * z[rows] + b - cents[rows]
        w = w - 0.1 * (error * z[rows]).mean()
        b = b - 0.1 * error.mean()
print(f"80 steps: w {w:.2f}, b {b:.2f}")
#> 80 steps: w 9.06, b 24.92
print("best line:", np.polyfit(z, cents, 1).round(2))
#> best line: [ 9.04 24.92]
# --8<-- [end:epochs]
