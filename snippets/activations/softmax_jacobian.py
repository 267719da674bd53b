"""Every slope of softmax in one table."""

# --8<-- [start:table-of-slopes]
import numpy as np

powers = np.exp([2.0, 1.0, 0.0])
a = powers / powers.sum()
jacobian = np.diag(a) - np.outer(a, a)

print("output", a.round(3))
#> output [0.665 0.245 0.09 ]
print(jacobian.round(3))
#> [[ 0.223 -0.163 -0.06 ]
#>  [-0.163  0.185 -0.022]
#>  [-0.06  -0.022  0.082]]
print("row sums", np.abs(jacobian.sum(axis=1)).round(12))
#> row sums [0. 0. 0.]
# --8<-- [end:table-of-slopes]
