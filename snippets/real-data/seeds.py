"""Several starts of a network and of a linear model, in one call each."""

# --8<-- [start:seeds]
import numpy as np

import nnbyhand as nn

data = nn.digits()
rng = np.random.default_rng(0)
train, validation, test = nn.split(data.x / 16, data.y, rng=rng)

right = {}
for name, sizes in (("network", [64, 32, 10]), ("linear", [64, 10])):
    result = nn.train(
        nn.MLP(sizes, networks=(5,), rng=rng, dtype=np.float32),
        train.x,
        train.y,
        loss=nn.cross_entropy_from_logits,
        optimizer=nn.Adam(0.01),
        epochs=10,
        batch_size=64,
        rng=rng,
    )
    right[name] = nn.accuracy(result.network(validation.x), validation.y)
    print(name, right[name].round(3))
#> network [0.956 0.95  0.956 0.947 0.947]
#> linear [0.939 0.944 0.944 0.936 0.944]
# --8<-- [end:seeds]
