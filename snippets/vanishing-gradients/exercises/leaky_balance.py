"""The balance of leaky ReLU with slope 0.1."""

# --8<-- [start:answer]
import numpy as np

mean_square = 0.5 * 1**2 + 0.5 * 0.1**2
print(f"n Var[w] = {1 / mean_square:.3f}")
#> n Var[w] = 1.980
rng = np.random.default_rng(0)
w = rng.normal(size=(1000, 1000)) * np.sqrt(1 / mean_square / 1000)
delta = rng.normal(size=1000)
slope = np.where(rng.normal(size=1000) > 0, 1, 0.1)
passed = (delta @ w.T) * slope
print(f"{np.linalg.norm(passed) / np.linalg.norm(delta):.2f}")
#> 1.00
# --8<-- [end:answer]

assert abs(np.linalg.norm(passed) / np.linalg.norm(delta) - 1) < 0.1
