"""A batch that does not fit the layer."""

# --8<-- [start:misfit]
import numpy as np

X = np.ones((4, 3))  # four rows of three numbers
W1 = np.ones((2, 2))  # a layer for two
try:
    X @ W1
except ValueError as error:
    print(str(error).replace(", with", ",\nwith").replace(" (size", "\n(size"))
#> matmul: Input operand 1 has a mismatch in its core dimension 0,
#> with gufunc signature (n?,k),(k,m?)->(n?,m?)
#> (size 2 is different from 3)
# --8<-- [end:misfit]
