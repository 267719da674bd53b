"""The bound of a quarter per layer, and what it leaves out."""

# --8<-- [start:answer]
import numpy as np

print(f"slopes alone: at most {0.25**6:.2g}")
#> slopes alone: at most 0.00024
for size in (1, 4, 8):  # the weights multiply, too
    print(f"weights {size}: at most {(0.25 * size) ** 6:.2g}")
#> weights 1: at most 0.00024
#> weights 4: at most 1
#> weights 8: at most 64
# --8<-- [end:answer]

z = np.linspace(-9, 9, 1001)
assert (np.exp(-z) / (1 + np.exp(-z)) ** 2).max() <= 0.25
