"""Tanh is a sigmoid, stretched and moved down."""

# --8<-- [start:stretched]
import numpy as np

z = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
sigmoid_of_twice_z = 1 / (1 + np.exp(-2 * z))

print(np.tanh(z).round(4))
#> [-0.964  -0.7616  0.      0.7616  0.964 ]
print((2 * sigmoid_of_twice_z - 1).round(4))
#> [-0.964  -0.7616  0.      0.7616  0.964 ]
print("slope", (1 - np.tanh(z) ** 2).round(4))
#> slope [0.0707 0.42   1.     0.42   0.0707]
# --8<-- [end:stretched]
