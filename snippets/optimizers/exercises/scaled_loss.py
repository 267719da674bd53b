"""Which optimizers notice that the loss was multiplied by 1,000."""

# --8<-- [start:answer]
import numpy as np

import nnbyhand as nn

for kind in nn.OPTIMIZERS:
    ends = []
    for scale in (1.0, 1000.0):
        optimizer, theta = kind(rate=1e-4), np.array([1.0, 1.0])
        state = optimizer.start(theta)
        for _ in range(20):
            g = scale * np.array([0.5, 1.0]) * theta
            theta, state = optimizer.step(theta, g, state)
        ends.append(theta)
    print(kind.name, np.allclose(ends[0], ends[1], rtol=1e-6))
#> SGD False
#> momentum False
#> Nesterov False
#> AdaGrad True
#> RMSprop True
#> Adam True
#> AdamW True
# --8<-- [end:answer]
