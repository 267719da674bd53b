"""The sigmoid as textbooks write it, and its twin, in float32."""

# --8<-- [start:two-textbook-forms]
import numpy as np

for z in np.array([-89, 0, 89], dtype=np.float32):
    with np.errstate(over="ignore", invalid="ignore"):  # else NumPy warns
        one = 1 / (1 + np.exp(-z))
        two = np.exp(z) / (np.exp(z) + 1)
    print(f"z = {z:3.0f}   {one:.2g}   {two:.2g}")
#> z = -89   0   2.2e-39
#> z =   0   0.5   0.5
#> z =  89   1   nan
# --8<-- [end:two-textbook-forms]
