"""All optimizers of the package, on the ravine of the chapter."""

# --8<-- [start:optimizers]
import numpy as np

import nnbyhand as nn

rates = (0.03, 0.007, 0.02, 0.1, 0.01, 0.03, 0.03)
for kind, rate in zip(nn.OPTIMIZERS, rates, strict=True):
    optimizer, theta = kind(rate=rate), np.array([-1.0, 0.5])
    state = optimizer.start(theta)
    for _ in range(30):
        g = np.array([1.0, 50.0]) * theta
        theta, state = optimizer.step(theta, g, state)
    print(optimizer.name, theta.round(4))
#> SGD [-0.401  0.   ]
#> momentum [-0.0407  0.1038]
#> Nesterov [0.1322 0.    ]
#> AdaGrad [-0.2657  0.0131]
#> RMSprop [-0.6347  0.1677]
#> Adam [-0.2075 -0.0833]
#> AdamW [-0.2035 -0.0832]
# --8<-- [end:optimizers]
