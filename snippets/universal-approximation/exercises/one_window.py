"""A window of light from two sigmoids."""

# --8<-- [start:answer]
import numpy as np

w = np.array([500.0, 500.0])
b = -w * np.array([0.4, 0.7])
v = np.array([0.5, -0.5])

x = np.array([0.3, 0.5, 0.8])
a = (1 + np.tanh((x[:, None] * w + b) / 2)) / 2  # sigmoid
print((a @ v).round(3))
#> [0.  0.5 0. ]
# --8<-- [end:answer]

many = np.linspace(0, 1, 1001)
far = (np.abs(many - 0.4) > 0.03) & (np.abs(many - 0.7) > 0.03)
hidden = (1 + np.tanh((many[:, None] * w + b) / 2)) / 2
window = np.where((many > 0.4) & (many < 0.7), 0.5, 0)
assert np.abs(hidden @ v - window)[far].max() < 1e-6
