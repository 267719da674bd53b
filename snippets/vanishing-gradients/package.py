"""Deep networks of the package: look at the gradient, then cure and clip."""

# --8<-- [start:cures]
from functools import partial

import numpy as np

import nnbyhand as nn

x, y = 2 * nn.XOR.x - 1, nn.XOR.y
loss = nn.binary_cross_entropy_from_logits
sizes = [2, *[8] * 10, 1]
for cure in (
    {"hidden": nn.sigmoid},
    {"hidden": nn.sigmoid, "normalization": "batch"},
    {"hidden": nn.tanh, "normalization": "layer", "residual": True},
):
    net = nn.MLP(sizes, rng=np.random.default_rng(0), **cure)
    made = net.forward(x)
    flow = net.backward(made, loss.gradient(made.outputs, y))
    print(f"gradient at the inputs {np.linalg.norm(flow.x):.1e}")
#> gradient at the inputs 1.5e-08
#> gradient at the inputs 3.4e-01
#> gradient at the inputs 1.1e+00

clip = partial(nn.clip_by_norm, limit=1.0)
result = nn.train(
    net,
    x,
    y,
    loss=loss,
    optimizer=nn.SGD(0.1),
    epochs=50,
    clip=clip,
    rng=np.random.default_rng(0),
)
print((result.network(x) > 0).astype(int).ravel())
#> [0 1 1 0]
# --8<-- [end:cures]
