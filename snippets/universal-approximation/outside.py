"""One more unit changes nothing inside the interval and everything outside."""

# --8<-- [start:one-more-unit]
import numpy as np

x = np.array([0.0, 0.5, 1.0, 1.1, 1.5])
print(1000 * np.maximum(0, x - 1))
#> [  0.   0.   0. 100. 500.]
# --8<-- [end:one-more-unit]
