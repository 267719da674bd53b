"""The critical rate of a line, from its Hessian and from steps."""

# --8<-- [start:edge]
import numpy as np

rng = np.random.default_rng(0)
hours = rng.uniform(0, 10, 64)
cents = 3 * hours + 10 + rng.normal(0, 2, 64)

X = np.column_stack([hours, np.ones(64)])  # w meets the hours, b meets 1
flat, steep = np.linalg.eigvalsh(X.T @ X / 64)
print(f"curvatures {flat:.3f} and {steep:.2f}")
#> curvatures 0.257 and 33.79
print(f"critical rate {2 / steep:.4f}")
#> critical rate 0.0592

for part in (0.99, 1.01):
    theta = np.zeros(2)
    for _step in range(1000):
        error = X @ theta - cents
        theta = theta - part * (2 / steep) * X.T @ error / 64
    print(f"{part} of it: w and b are", theta.round(2))
#> 0.99 of it: w and b are [3.07 9.78]
#> 1.01 of it: w and b are [-1.76810159e+09 -2.66181625e+08]
# --8<-- [end:edge]
