"""Thirty steps down the ravine, by hand."""

# --8<-- [start:steps]
import numpy as np

theta = np.array([-1.0, 0.5])
for _ in range(30):
    g = np.array([1.0, 50.0]) * theta
    theta = theta - 0.03 * g
print(theta.round(4))
#> [-0.401  0.   ]
# --8<-- [end:steps]

import nnbyhand as nn  # noqa: E402  (the section runs without it)

by_package = np.array([-1.0, 0.5])
optimizer = nn.SGD(0.03)
state = optimizer.start(by_package)
for _ in range(30):
    slopes = np.array([1.0, 50.0]) * by_package
    by_package, state = optimizer.step(by_package, slopes, state)
assert np.allclose(theta, by_package, rtol=1e-12)
