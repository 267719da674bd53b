"""Three folded tents as a single hidden layer."""

# --8<-- [start:answer]
import numpy as np

dots = np.arange(9) / 8
slopes = np.diff(np.arange(9) % 2) * 8.0  # up, down, up, down, ...
v = np.diff(slopes, prepend=0)  # one weight per ReLU

x = np.linspace(0, 1, 1001)
flat = np.maximum(0, x[:, None] - dots[:-1]) @ v
deep = x
for _layer in range(3):
    deep = 2 * np.maximum(0, deep) - 4 * np.maximum(0, deep - 0.5)
print(v.size, v, np.allclose(flat, deep))
#> 8 [  8. -16.  16. -16.  16. -16.  16. -16.] True
# --8<-- [end:answer]

assert np.count_nonzero(v) == v.size
