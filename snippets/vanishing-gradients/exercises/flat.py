"""A ratio of 1 between layers that are all far too faint."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(1)
outputs, weights = [rng.normal(size=(16, 32))], []
for _ in range(12):
    weights.append(0.3 * rng.normal(size=(32, 32)) / np.sqrt(32))
    outputs.append(np.maximum(0, outputs[-1] @ weights[-1]))

delta, gradients = np.ones((16, 32)) * (outputs[-1] > 0), []
for a, w in zip(outputs[-2::-1], weights[::-1], strict=True):
    gradients.insert(0, np.linalg.norm(a.T @ delta))
    delta = delta @ w.T * (a > 0)
print("first over last:", f"{gradients[0] / gradients[-1]:.1f}")
#> first over last: 1.5
over = gradients[0] / np.linalg.norm(weights[0])
print("over the weights:", f"{over:.0e}")
#> over the weights: 4e-06
# --8<-- [end:answer]

assert 0.1 < gradients[0] / gradients[-1] < 10
assert over < 1e-4
