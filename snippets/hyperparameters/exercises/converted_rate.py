"""A rate for a sum of losses, turned into one for their mean."""

# --8<-- [start:answer]
import numpy as np

X = np.random.default_rng(0).normal(size=(50, 3))
y = X @ np.array([1.0, -2.0, 0.5])
gradients = X * (X @ np.ones(3) - y)[:, None]  # one row per example

step_of_sum = 0.002 * gradients.sum(axis=0)
step_of_mean = 0.002 * 50 * gradients.mean(axis=0)
print(np.allclose(step_of_sum, step_of_mean), "with rate", 0.002 * 50)
#> True with rate 0.1
# --8<-- [end:answer]

assert not np.allclose(step_of_sum, 0.002 * gradients.mean(axis=0))
