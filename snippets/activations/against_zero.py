"""Softmax of a score against a score of zero is the sigmoid."""

# --8<-- [start:two-scores]
import numpy as np

z = np.array([-2.0, 0.0, 3.0])
powers = np.exp(np.stack([z, np.zeros(3)], axis=1))
shares = powers / powers.sum(axis=1, keepdims=True)

print("softmax of [z, 0]:", shares[:, 0].round(4))
#> softmax of [z, 0]: [0.1192 0.5    0.9526]
print("sigmoid of z:     ", (1 / (1 + np.exp(-z))).round(4))
#> sigmoid of z:      [0.1192 0.5    0.9526]
# --8<-- [end:two-scores]
