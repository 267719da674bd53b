"""The weighted sum is a dot product."""

# --8<-- [start:dot]
import numpy as np

x = np.array([1, 1, 0])  # both hands on, nobody at the stop
w = np.array([1, 1, -2])

print("entry by entry:", x * w)
#> entry by entry: [1 1 0]
print("dot product:", x @ w, "  with bias:", x @ w - 1.5)
#> dot product: 2   with bias: 0.5
# --8<-- [end:dot]
