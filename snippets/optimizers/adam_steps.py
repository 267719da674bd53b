"""Thirty steps down the ravine, by hand."""

# --8<-- [start:steps]
import numpy as np

theta, m, s = np.array([-1.0, 0.5]), 0.0, 0.0
for t in range(1, 31):
    g = np.array([1.0, 50.0]) * theta
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    m_hat, s_hat = m / (1 - 0.9**t), s / (1 - 0.999**t)
    theta = theta - 0.03 * m_hat / (np.sqrt(s_hat) + 1e-8)
print(theta.round(4))
#> [-0.2075 -0.0833]
# --8<-- [end:steps]

import nnbyhand as nn  # noqa: E402  (the section runs without it)

by_package = np.array([-1.0, 0.5])
optimizer = nn.Adam(0.03)
state = optimizer.start(by_package)
for _ in range(30):
    slopes = np.array([1.0, 50.0]) * by_package
    by_package, state = optimizer.step(by_package, slopes, state)
assert np.allclose(theta, by_package, rtol=1e-12)
