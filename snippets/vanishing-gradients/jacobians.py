"""The gradient at the first layer as one product of matrices."""

# --8<-- [start:product]
import numpy as np

rng = np.random.default_rng(0)
weights = [rng.normal(size=(3, 3)) / np.sqrt(3) for _ in range(5)]
a, sums = np.array([1.0, 0.0, 1.0]), []
for w in weights:
    sums.append(a @ w)
    a = 1 / (1 + np.exp(-sums[-1]))

delta = np.array([1.0, 0.0, 0.0])  # the blame in layer 5
product = np.eye(3)
for w, z in zip(weights[:0:-1], sums[-2::-1], strict=True):
    slope = np.exp(-z) / (1 + np.exp(-z)) ** 2
    product = product @ w.T @ np.diag(slope)
    size = np.linalg.norm(delta @ product)
    print(f"blame {size:.5f}, longest {np.linalg.norm(product, 2):.5f}")
#> blame 0.30197, longest 0.36844
#> blame 0.01044, longest 0.04122
#> blame 0.00108, longest 0.00701
#> blame 0.00013, longest 0.00232
# --8<-- [end:product]
