"""Inputs that are all positive push all weights the same way."""

# --8<-- [start:one-example]
import numpy as np

delta = -0.5  # how the loss moves with z, for one example
from_sigmoid = np.array([0.9, 0.2, 0.6, 0.4])  # never negative
from_tanh = np.array([0.8, -0.6, 0.2, -0.2])  # both signs

print("weight gradients after sigmoid:", delta * from_sigmoid)
#> weight gradients after sigmoid: [-0.45 -0.1  -0.3  -0.2 ]
print("weight gradients after tanh:   ", delta * from_tanh)
#> weight gradients after tanh:    [-0.4  0.3 -0.1  0.1]
# --8<-- [end:one-example]
