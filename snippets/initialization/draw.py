"""First weights by the three rules, normal and uniform."""

# --8<-- [start:rules]
import numpy as np

rng = np.random.default_rng(0)
n_in, n_out = 400, 100
for rule, variance in (
    ("LeCun ", 1 / n_in),
    ("Glorot", 2 / (n_in + n_out)),
    ("He    ", 2 / n_in),
):
    std, limit = np.sqrt(variance), np.sqrt(3 * variance)
    normal = rng.normal(scale=std, size=(n_in, n_out))
    uniform = rng.uniform(-limit, limit, size=(n_in, n_out))
    print(rule, normal.std().round(4), uniform.std().round(4))
#> LeCun  0.0501 0.0499
#> Glorot 0.0634 0.0629
#> He     0.0707 0.0708
# --8<-- [end:rules]
