"""Two activations and their slopes, and nothing drawn yet."""

# --8<-- [start:start]
import numpy as np

from nnbyhand.drawing import draw_curves


def sigmoid(z): ...


def sigmoid_slope(z): ...


def relu(z): ...


def relu_slope(z): ...


z = np.linspace(-4, 4, 81)
print(sigmoid(z))
#> None

# drawing = draw_curves(z, {"sigmoid": …, …}, title="…")
# --8<-- [end:start]
