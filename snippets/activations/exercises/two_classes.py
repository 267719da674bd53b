"""Two-class softmax sees only the difference of its scores."""

# --8<-- [start:answer]
import numpy as np

scores = np.array([[3.0, 1.0], [-4.0, -6.0], [0.5, 2.0]])
powers = np.exp(scores)
share = powers[:, 0] / powers.sum(axis=1)
difference = scores[:, 0] - scores[:, 1]

print("softmax:", share.round(4))
#> softmax: [0.8808 0.8808 0.1824]
print("sigmoid:", (1 / (1 + np.exp(-difference))).round(4))
#> sigmoid: [0.8808 0.8808 0.1824]
# --8<-- [end:answer]

assert np.allclose(share, 1 / (1 + np.exp(-difference)), rtol=1e-14)
assert abs(share[0] - share[1]) < 1e-15
