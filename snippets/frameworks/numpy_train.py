"""Iris with nnbyhand: what the frameworks are given, and what comes out."""

# --8<-- [start:train]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
data = nn.iris()
order = rng.permutation(150)  # the file is sorted by species
X, y = data.x[order], data.y[order]
X = nn.Standardizer.fit(X[:96])(X)

model = nn.MLP([4, 16, 3], dropout=0.2, rng=rng)
result = nn.train(
    model,
    X[:96],
    y[:96],
    validation=(X[96:120], y[96:120]),
    loss=nn.cross_entropy_from_logits,
    optimizer=nn.Adam(0.01),
    batch_size=32,
    epochs=50,
    rng=rng,
)
right = (result.network(X[120:]).argmax(axis=1) == y[120:]).sum()
print(right, "of 30 right")
#> 28 of 30 right
# --8<-- [end:train]
