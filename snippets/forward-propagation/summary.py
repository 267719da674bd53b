"""A network as a table of layers."""

# --8<-- [start:summary]
import numpy as np

import nnbyhand as nn

print(nn.summary(nn.MLP([3, 4, 4, 2], rng=np.random.default_rng(0))))
#>    layer        output shape   parameters
#> -----------------------------------------
#> 1  Dense(3, 4)  (examples, 4)          16
#>    ReLU         (examples, 4)           0
#> 2  Dense(4, 4)  (examples, 4)          20
#>    ReLU         (examples, 4)           0
#> 3  Dense(4, 2)  (examples, 2)          10
#> -----------------------------------------
#>    total                               46
# --8<-- [end:summary]
