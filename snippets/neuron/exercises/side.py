"""Line, side and distance of a neuron with given numbers."""

# --8<-- [start:answer]
import numpy as np

w, b = np.array([3.0, 4.0]), -6.0
print("on the line:", np.array([[2.0, 0.0], [0.0, 1.5]]) @ w + b)
#> on the line: [0. 0.]
z = np.array([1.0, 1.0]) @ w + b
print("sum", z, "length", np.sqrt(w @ w), "distance", z / np.sqrt(w @ w))
#> sum 1.0 length 5.0 distance 0.2
# --8<-- [end:answer]

# The nearest point of the line, found by walking back along the weights.
foot = np.array([1.0, 1.0]) - 0.2 * w / 5
assert abs(foot @ w + b) < 1e-12
assert abs(np.linalg.norm(foot - 1) - 0.2) < 1e-12
