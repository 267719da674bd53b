"""The losses of the package."""

# --8<-- [start:losses]
import numpy as np

import nnbyhand as nn

z = np.array([[-1.0], [40.0]], dtype=np.float32)
y = np.array([[1.0], [0.0]])
loss = nn.binary_cross_entropy_from_logits
print(loss(z, y).round(3), loss.gradient(z, y).ravel().round(4))
#> 20.657 [-0.3655  0.5   ]
rare = nn.CrossEntropyFromLogits(label_smoothing=0.1, class_weights=[1, 1, 5])
print(rare([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]], targets=[0, 2]).round(4))
#> 0.4763

try:
    nn.mse(outputs=[[0.0], [1.0]], targets=[0.0, 1.0])
except nn.ShapeError as error:
    print(f"{error.argument}: {error.got}, expected {error.expected}")
#> targets: shape (2,), expected shape (2, 1) as outputs has
# --8<-- [end:losses]
