"""Choosing inputs before the split finds a pattern in noise."""

# --8<-- [start:noise]
import numpy as np

rng = np.random.default_rng(0)
for name, seen in (("all rows", 50), ("training rows", 30)):
    right = []
    for _ in range(100):
        X, y = rng.normal(size=(50, 500)), np.repeat([[-1, 1]], 25, 0).ravel()
        linked = X[:seen].T @ y[:seen]  # how well each column follows y
        best = np.argsort(-np.abs(linked))[:10]
        w = X[:30, best].T @ y[:30]  # learn from 30 rows
        right.append((np.sign(X[30:, best] @ w) == y[30:]).mean())
    print("chosen by", name, "- right:", round(np.median(right), 2))
#> chosen by all rows - right: 0.85
#> chosen by training rows - right: 0.5
# --8<-- [end:noise]
