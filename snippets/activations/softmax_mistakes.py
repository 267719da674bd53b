"""Softmax with the wrong axis and with one maximum for the whole batch."""

# --8<-- [start:wrong-axis]
import numpy as np

scores = np.array([[2.0, 1.0, 0.0], [0.0, 3.0, 0.0]])
powers = np.exp(scores)

print("row sums, no axis:", (powers / powers.sum()).sum(axis=1).round(3))
#> row sums, no axis: [0.335 0.665]
print("row sums, axis 0: ", (powers / powers.sum(axis=0)).sum(axis=1).round(3))
#> row sums, axis 0:  [1.5 1.5]
right = powers / powers.sum(axis=-1, keepdims=True)
print("row sums, axis -1:", right.sum(axis=1).round(3))
#> row sums, axis -1: [1. 1.]
# --8<-- [end:wrong-axis]
