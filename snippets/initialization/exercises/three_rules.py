"""The standard deviation of one layer by three rules."""

# --8<-- [start:answer]
from math import sqrt

n_in, n_out = 28 * 28, 100
print("LeCun ", round(sqrt(1 / n_in), 4))
#> LeCun  0.0357
print("Glorot", round(sqrt(2 / (n_in + n_out)), 4))
#> Glorot 0.0476
print("He    ", round(sqrt(2 / n_in), 4))
#> He     0.0505
# --8<-- [end:answer]

assert abs(sqrt(1 / n_in) - 1 / 28) < 1e-15
assert abs(sqrt(2 / n_in) ** 2 - 2 * sqrt(1 / n_in) ** 2) < 1e-15
assert sqrt(1 / n_in) < sqrt(2 / (n_in + n_out)) < sqrt(1 / n_out)
