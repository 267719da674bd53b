"""Is an L2 penalty the same as weight decay?"""

# --8<-- [start:answer]
import numpy as np

import nnbyhand as nn

slopes = np.random.default_rng(0).normal(size=(50, 3))
for kind in (nn.SGD, nn.Momentum, nn.Adam):
    optimizer = kind(rate=0.01)
    penalty = decay = np.ones(3)
    a, b = optimizer.start(penalty), optimizer.start(decay)
    for g in slopes:
        penalty, a = optimizer.step(penalty, g + 0.5 * penalty, a)
        shrunk = decay - 0.01 * 0.5 * decay
        decay, b = optimizer.step(shrunk, g, b)
    print(kind.name, np.abs(penalty - decay).max().round(4))
#> SGD 0.0
#> momentum 0.9406
#> Adam 0.0504
# --8<-- [end:answer]
