"""One update by hand."""

# --8<-- [start:answer]
import numpy as np

w, b = np.array([1, 1]), -1
x, target = np.array([1, 1]), 0

z = x @ w + b
error = target - int(z >= 0)
print("z =", z, " error =", error)
#> z = 1  error = -1
w, b = w + error * x, b + error
print("w =", w, " b =", b, " z is now", x @ w + b)
#> w = [0 0]  b = -2  z is now -2
# --8<-- [end:answer]

assert x @ w + b == 1 - 3
