"""The activations of the package."""

# --8<-- [start:activations]
import numpy as np

import nnbyhand as nn

z = np.array([-2.0, 0.0, 3.0])
print(nn.sigmoid(z).round(4), nn.relu.derivative(z))
#> [0.1192 0.5    0.9526] [0. 0. 1.]
print(nn.LeakyReLU(slope=0.1)(z), nn.ELU(alpha=2)(z).round(4))
#> [-0.2  0.   3. ] [-1.7293  0.      3.    ]
print(nn.softmax.backward(z, upstream=[0.0, 0.0, 1.0]).round(4))
#> [-0.006  -0.0446  0.0506]
print(nn.sigmoid(z.astype(np.float32)).dtype)
#> float32

report = nn.gradient_check(
    lambda z: nn.gelu(z).sum(), z, nn.gelu.derivative(z)
)
print(report.relative_error < 1e-6)
#> True
# --8<-- [end:activations]
