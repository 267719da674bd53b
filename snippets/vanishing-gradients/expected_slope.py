"""The slope on average, from a million normal numbers."""

# --8<-- [start:sample]
import numpy as np

z = np.random.default_rng(0).normal(size=1_000_000)
a = 1 / (1 + np.exp(-z))
slopes = {
    "sigmoid": a * (1 - a),
    "tanh": 1 - np.tanh(z) ** 2,
    "ReLU": (z > 0).astype(float),
}
for name, slope in slopes.items():
    mean, square = slope.mean(), (slope**2).mean()
    print(f"{name:8} mean {mean:.2f}, mean square {square:.3f}")
#> sigmoid  mean 0.21, mean square 0.045
#> tanh     mean 0.61, mean square 0.464
#> ReLU     mean 0.50, mean square 0.500
# --8<-- [end:sample]
