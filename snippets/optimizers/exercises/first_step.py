"""Adam's first step has the length of the rate, whatever the slope."""

# --8<-- [start:answer]
import numpy as np

g = np.array([250.0, -0.004])
m, s = 0.1 * g, 0.001 * g**2
print(m / s**0.5)  # without correction
#> [ 3.16227766 -3.16227766]
m_hat, s_hat = m / (1 - 0.9), s / (1 - 0.999)
print((m_hat / s_hat**0.5).round(6))
#> [ 1. -1.]
# --8<-- [end:answer]

assert np.allclose(np.abs(m / s**0.5), 10**0.5)
