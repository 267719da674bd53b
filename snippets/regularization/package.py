"""Every remedy of the chapter in one call of the package."""

# --8<-- [start:remedies]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
data = nn.moons(70, noise=0.35, rng=rng)
network = nn.MLP([2, 20, 20, 1], normalization="batch", dropout=0.2, rng=rng)
result = nn.train(
    network,
    data.x,
    data.y,
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.AdamW(0.02, weight_decay=0.1),
    penalty=nn.L1(0.001),
    epochs=200,
    validation=0.5,  # the half that is drawn and set aside
    early_stopping=nn.EarlyStopping(patience=20),
    rng=rng,
)
print(result.stopped, result.history.best_epoch, result.history.epochs)
#> early stopping 13 33
# --8<-- [end:remedies]
