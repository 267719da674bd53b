"""A recurrent network with weights set by hand: the staircase lamp."""

# --8<-- [start:toggle]
import numpy as np

W = np.array([[1, 1], [1, 1]])  # from (press, lamp) to two hidden units
b = np.array([-0.5, -1.5])  # at least one; both
v = np.array([1, -1])  # the first, but not the second

lamp = 0
for press in [1, 0, 1, 1, 0]:
    hidden = np.array([press, lamp]) @ W + b > 0
    lamp = int(hidden @ v)
    print(f"press {press}: lamp {lamp}")
#> press 1: lamp 1
#> press 0: lamp 1
#> press 1: lamp 0
#> press 1: lamp 1
#> press 0: lamp 1
# --8<-- [end:toggle]
