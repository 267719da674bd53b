"""A confusion matrix, and what is read from it."""

# --8<-- [start:counts]
import numpy as np

true = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
answer = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, 0])

counts = np.zeros((2, 2), int)
np.add.at(counts, (true, answer), 1)  # one tally for each example
print(counts)
#> [[8 0]
#>  [1 1]]

print("accuracy ", counts.trace() / counts.sum())
#> accuracy  0.9
print("recall   ", counts.diagonal() / counts.sum(axis=1))
#> recall    [1.  0.5]
print("precision", counts.diagonal() / counts.sum(axis=0))
#> precision [0.88888889 1.        ]
# --8<-- [end:counts]
