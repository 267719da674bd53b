"""A target in dollars: scaled for training, and scaled back."""

# --8<-- [start:answer]
import numpy as np

y = np.array([180_000.0, 240_000.0, 300_000.0])  # of the training part
mean, scale = y.mean(), y.std()
print(((y - mean) / scale).round(3))
#> [-1.225  0.     1.225]

output, error = 0.5, 0.2  # of a network, in scaled units
print("price:", round(output * scale + mean))
#> price: 264495
print("off by:", round(error * scale))
#> off by: 9798
# --8<-- [end:answer]

assert np.allclose((y - mean) / scale * scale + mean, y)
