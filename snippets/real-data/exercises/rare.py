"""A test that answers "healthy" to everybody."""

# --8<-- [start:answer]
import numpy as np

counts = np.array([[950, 0], [50, 0]])  # rows: healthy, ill
print("accuracy", counts.trace() / counts.sum())
#> accuracy 0.95
print("recall  ", counts.diagonal() / counts.sum(axis=1))
#> recall   [1. 0.]
balanced = (counts.diagonal() / counts.sum(axis=1)).mean()
print("mean recall", balanced)
#> mean recall 0.5
# --8<-- [end:answer]

assert balanced == 0.5
