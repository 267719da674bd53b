"""Thirty steps down the ravine, by hand."""

# --8<-- [start:steps]
import numpy as np

theta, s = np.array([-1.0, 0.5]), 0.0
for _ in range(30):
    g = np.array([1.0, 50.0]) * theta
    s = s + g**2
    theta = theta - 0.1 * g / (np.sqrt(s) + 1e-10)
print(theta.round(4))
#> [-0.2657  0.0131]
# --8<-- [end:steps]

import nnbyhand as nn  # noqa: E402  (the section runs without it)

by_package = np.array([-1.0, 0.5])
optimizer = nn.AdaGrad(0.1)
state = optimizer.start(by_package)
for _ in range(30):
    slopes = np.array([1.0, 50.0]) * by_package
    by_package, state = optimizer.step(by_package, slopes, state)
assert np.allclose(theta, by_package, rtol=1e-12)
