"""Iris from split to recall, with the package."""

# --8<-- [start:iris]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
data = nn.iris()
train, validation, test = nn.split(data.x, data.y, rng=rng)
scaled = nn.Standardizer.fit(train.x)

result = nn.train(
    nn.MLP([4, 16, 3], rng=rng),
    scaled(train.x),
    train.y,
    loss=nn.cross_entropy_from_logits,
    optimizer=nn.Adam(0.02),
    epochs=200,
    validation=(scaled(validation.x), validation.y),
    early_stopping=nn.EarlyStopping(patience=20),
    rng=rng,
)
scores = result.network(scaled(test.x))
print("right:", nn.accuracy(scores, test.y).round(3))
#> right: 0.967
print(nn.confusion_matrix(scores, test.y))
#> [[ 9  1  0]
#>  [ 0 10  0]
#>  [ 0  0 10]]
print("recall:", nn.recall(scores, test.y, average=None))
#> recall: [0.9 1.  1. ]
# --8<-- [end:iris]
