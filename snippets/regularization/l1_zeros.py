"""The L1 penalty: its plain gradient jumps around zero, a cut lands on it."""

# --8<-- [start:zeros]
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(50, 6))
y = X[:, 0] - X[:, 1] + 0.1 * rng.normal(size=50)  # four inputs are idle
rate, strength = 0.1, 0.1
jumps, cuts = np.zeros(6), np.zeros(6)
for _ in range(500):
    gradient = X.T @ (X @ jumps - y) / len(X)
    jumps = jumps - rate * (gradient + strength * np.sign(jumps))
    cuts = cuts - rate * X.T @ (X @ cuts - y) / len(X)
    left = np.maximum(np.abs(cuts) - rate * strength, 0)
    cuts = np.sign(cuts) * left
print(jumps.round(3) + 0, (jumps == 0).sum())
#> [ 0.902 -0.918 -0.004  0.008  0.009  0.   ] 0
print(cuts.round(3) + 0, (cuts == 0).sum())
#> [ 0.904 -0.918  0.     0.     0.     0.   ] 4
# --8<-- [end:zeros]
