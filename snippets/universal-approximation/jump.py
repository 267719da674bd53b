"""A steep sigmoid at a jump: near on average, far off at worst."""

# --8<-- [start:at-the-jump]
import numpy as np

x = np.linspace(0, 1, 1_000_000)
lamp = x > 0.5  # off, then on
for w in (10, 100, 1000):
    a = (1 + np.tanh(w * (x - 0.5) / 2)) / 2  # sigmoid
    error = np.abs(a - lamp)
    print(f"mean {error.mean():.4f}, largest {error.max():.3f}")
#> mean 0.1373, largest 0.500
#> mean 0.0139, largest 0.500
#> mean 0.0014, largest 0.500
# --8<-- [end:at-the-jump]
