"""Cross-entropy of three classes from scores, with its slope."""

# --8<-- [start:from-scores]
import numpy as np

Z = np.array([[2.0, 1.0, 0.0], [2000.0, 1000.0, 0.0]])
Y = np.eye(3)[[0, 1]]  # true classes: the first, then the second

behind = Z - Z.max(axis=1, keepdims=True)  # at most 0
total = np.exp(behind).sum(axis=1, keepdims=True)
losses = (Y * (np.log(total) - behind)).sum(axis=1)
slopes = (np.exp(behind) / total - Y) / len(Z)

print("losses", *losses.round(4), "J", losses.mean().round(4))
#> losses 0.4076 1000.0 J 500.2038
print(slopes.round(4))
#> [[-0.1674  0.1224  0.045 ]
#>  [ 0.5    -0.5     0.    ]]
# --8<-- [end:from-scores]
