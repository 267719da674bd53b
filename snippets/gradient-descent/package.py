"""Training with the package: batches, a schedule, clipping."""

# --8<-- [start:train]
from functools import partial

import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
lamp = nn.noisy_xor(128, noise=0.3, rng=rng)
network = nn.MLP([2, 8, 1], hidden=nn.tanh, rng=rng)

result = nn.train(
    network,
    lamp.x,
    lamp.y,
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.SGD(nn.WarmUp(8, nn.CosineDecay(2.0, steps=120))),
    epochs=16,
    batch_size=16,
    clip=partial(nn.clip_by_norm, limit=1.0),
    rng=rng,
)
print(result.history.loss[[0, 5, 15]].round(3))
#> [0.738 0.466 0.26 ]
# --8<-- [end:train]
