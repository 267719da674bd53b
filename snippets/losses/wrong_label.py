"""A gradient that is not the slope of the loss that is printed."""

# --8<-- [start:two-losses]
import numpy as np

x, y = np.array([0.5, -1.0, 2.0]), np.array([1.0, 1.0, 0.0])
w = np.array([[1.5 - 1e-6], [1.5], [1.5 + 1e-6]])  # one weight, nudged
a = 1 / (1 + np.exp(-w * x))
mse = ((a - y) ** 2).mean(axis=1)
bce = (-y * np.log(a) - (1 - y) * np.log(1 - a)).mean(axis=1)

print("stepped along", ((a[1] - y) * x).mean().round(4))
#> stepped along 0.8541
for name, loss in (("MSE", mse), ("BCE", bce)):
    print("slope of the", name, ((loss[2] - loss[0]) / 2e-6).round(4))
#> slope of the MSE 0.1154
#> slope of the BCE 0.8541
# --8<-- [end:two-losses]
