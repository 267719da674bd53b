"""One pair of weights under four biases, and NAND: set by hand."""

# --8<-- [start:gates]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])

for b in (0.5, -0.5, -1.5, -2.5):
    z = X @ [1, 1] + b
    print(f"weights  1  1  bias {b:4}  answers", np.where(z >= 0, 1, 0))
#> weights  1  1  bias  0.5  answers [1 1 1 1]
#> weights  1  1  bias -0.5  answers [0 1 1 1]
#> weights  1  1  bias -1.5  answers [0 0 0 1]
#> weights  1  1  bias -2.5  answers [0 0 0 0]
z = X @ [-1, -1] + 1.5
print("weights -1 -1  bias  1.5  answers", np.where(z >= 0, 1, 0))
#> weights -1 -1  bias  1.5  answers [1 1 1 0]
# --8<-- [end:gates]
