"""Softmax turns each row of scores into shares of one."""

# --8<-- [start:rows]
import numpy as np


def softmax(scores: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    powers = np.exp(shifted)  # no exponent is above 0
    return powers / powers.sum(axis=-1, keepdims=True)


scores = np.array([[2.0, 1.0, 0.0], [1002.0, 1001.0, 1000.0]])
print(softmax(scores).round(3))
#> [[0.665 0.245 0.09 ]
#>  [0.665 0.245 0.09 ]]
# --8<-- [end:rows]
