"""A neuron that answers nothing yet."""

# --8<-- [start:start]
import math


def neuron(x, w, b):
    # Add up each input times its weight, and add the bias.
    # Then return the sigmoid of that sum.
    ...


print(neuron([1.0, 0.0, 1.0], [2.0, -1.0, 0.5], -1.5))
#> None
# --8<-- [end:start]
