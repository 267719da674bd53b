"""The same nights in other units have another curvature."""

# --8<-- [start:units]
import numpy as np

rng = np.random.default_rng(0)
hours = rng.uniform(0, 10, 64)
z = (hours - hours.mean()) / hours.std()

for name, x in (("hours", hours), ("minutes", 60 * hours), ("scaled", z)):
    X = np.column_stack([x, np.ones(64)])
    flat, steep = np.linalg.eigvalsh(X.T @ X / 64)
    print(f"{name:7}: critical rate {2 / steep:.2g},", end=" ")
    print(f"condition number {steep / flat:,.0f}")
#> hours  : critical rate 0.059, condition number 132
#> minutes: critical rate 1.7e-05, condition number 453,026
#> scaled : critical rate 2, condition number 1
# --8<-- [end:units]
