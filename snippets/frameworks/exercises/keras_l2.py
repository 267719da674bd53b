"""Exercise 3: the L2 strength of Keras is twice that of the package."""

# --8<-- [start:answer]
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np

import nnbyhand as nn

w = np.array([3.0, -4.0])
theirs = keras.regularizers.L2(0.01)(w).item()
ours = nn.L2(0.02)(w, np.array([True, True]))
print(round(theirs, 6), round(float(ours), 6))
#> 0.25 0.25
# --8<-- [end:answer]
assert abs(theirs - ours) < 1e-7
