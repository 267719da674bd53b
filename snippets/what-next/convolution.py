"""A convolution slides; the dense layer with shared weights does the same."""

# --8<-- [start:slide]
import numpy as np

row = np.array([0, 0, 5, 5, 5, 0, 0, 0])  # ink in a row of pixels
w = np.array([-1, 1])  # where does ink begin, where does it end?
slid = np.array([row[i : i + 2] @ w for i in range(7)])
print(slid)
#> [ 0  5  0  0 -5  0  0]

W = np.zeros((8, 7), dtype=int)  # the same as a dense layer
for i in range(7):
    W[i : i + 2, i] = w
print((row @ W == slid).all(), (np.roll(row, 1) @ W == np.roll(slid, 1)).all())
#> True True
# --8<-- [end:slide]
