"""Batch normalization: running statistics, and a batch of one without them."""

# --8<-- [start:modes]
import numpy as np

rng = np.random.default_rng(0)
mean, variance = 0.0, 1.0  # running statistics of one unit
for _ in range(100):
    z = rng.normal(5, 2, size=32)
    mean = 0.9 * mean + 0.1 * z.mean()
    variance = 0.9 * variance + 0.1 * z.var(ddof=1)
print("seen in training:", round(mean, 2), round(variance, 2))
#> seen in training: 4.99 4.29

for one in (3.0, 5.0, 9.0):
    batch = np.array([one])
    in_training = (batch - batch.mean()) / np.sqrt(batch.var() + 1e-5)
    in_use = (batch - mean) / np.sqrt(variance + 1e-5)
    print(one, in_training, in_use.round(2))
#> 3.0 [0.] [-0.96]
#> 5.0 [0.] [0.]
#> 9.0 [0.] [1.93]
# --8<-- [end:modes]
