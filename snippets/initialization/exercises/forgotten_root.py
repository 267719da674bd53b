"""A uniform start whose limit forgot the root of 3."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
n = 100
a = rng.normal(size=(50, n))
for _ in range(10):
    limit = 1 / np.sqrt(n)
    a = a @ rng.uniform(-limit, limit, size=(n, n))
print("variance now 1 /", round(1 / a.var(), -3))
#> variance now 1 / 55000.0
print("expected     1 /", 3**10)
#> expected     1 / 59049
# --8<-- [end:answer]

assert 0.5 < 3**10 * a.var() < 2
limit *= np.sqrt(3)
assert abs(n * rng.uniform(-limit, limit, size=(n, n)).var() - 1) < 0.05
