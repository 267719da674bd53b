"""Sigmoid and ReLU with their slopes at the sum, drawn."""

# --8<-- [start:answer]
import numpy as np

from nnbyhand.drawing import draw_curves


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_slope(z):
    a = sigmoid(z)
    return a * (1 - a)


def relu(z):
    return np.maximum(0, z)


def relu_slope(z):
    return np.where(z > 0, 1.0, 0.0)


z = np.linspace(-4, 4, 81)
curves = {
    "sigmoid": sigmoid(z),
    "sigmoid slope": sigmoid_slope(z),
    "ReLU": relu(z),
    "ReLU slope": relu_slope(z),
}
title = "Two activations and their slopes"
drawing = draw_curves(z, curves, title=title, labels=("z", "value"))
print("steepest:", sigmoid_slope(z).max(), "at", abs(z[40]))
#> steepest: 0.25 at 0.0
drawing
# --8<-- [end:answer]

step = 1e-6
rise = (sigmoid(z + step) - sigmoid(z - step)) / (2 * step)
assert np.allclose(sigmoid_slope(z), rise, atol=1e-9)
assert "ReLU goes from 0 to 4" in drawing.svg
