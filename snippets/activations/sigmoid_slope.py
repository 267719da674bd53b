"""The sigmoid and its slope at a few places."""

# --8<-- [start:value-and-slope]
import numpy as np

for z in (-6, -2, 0, 2, 6):
    a = 1 / (1 + np.exp(-z))
    slope = a * (1 - a)
    print(f"z = {z:2}   output {a:.4f}   slope {slope:.4f}")
#> z = -6   output 0.0025   slope 0.0025
#> z = -2   output 0.1192   slope 0.1050
#> z =  0   output 0.5000   slope 0.2500
#> z =  2   output 0.8808   slope 0.1050
#> z =  6   output 0.9975   slope 0.0025
# --8<-- [end:value-and-slope]
