"""The cross-entropy of a sure and wrong answer in float32, three ways."""

# --8<-- [start:sure-and-wrong]
import numpy as np

z = np.array([10, 20, 40], dtype=np.float32)  # the true answer is no
a = 1 / (1 + np.exp(-z))

with np.errstate(divide="ignore"):  # else NumPy warns
    print("from a    ", -np.log(1 - a).round(2))
#> from a     [10. inf inf]
slope = a * (1 - a) / (1 - a + 1e-8)
print("1e-8 added", -np.log(1 - a + 1e-8).round(2), "slope", slope.round(2))
#> 1e-8 added [10.   18.42 18.42] slope [1. 0. 0.]
loss = z + np.log1p(np.exp(-z))
print("from z    ", loss.round(2), "slope", a.round(2))
#> from z     [10. 20. 40.] slope [1. 1. 1.]
for p in (1e-8, 1.0):
    print(f"at p = {p}, 1e-8 adds {np.log(p) - np.log(p + 1e-8):.1e}")
#> at p = 1e-08, 1e-8 adds -6.9e-01
#> at p = 1.0, 1e-8 adds -1.0e-08
print("in float32, 1 - 1e-8 is 1:", np.float32(1 - 1e-8) == 1)
#> in float32, 1 - 1e-8 is 1: True
# --8<-- [end:sure-and-wrong]
