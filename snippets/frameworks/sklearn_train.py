"""Iris in scikit-learn: one object does it all."""

# --8<-- [start:train]
import numpy as np
from sklearn.neural_network import MLPClassifier

import nnbyhand as nn

data = nn.iris()
order = np.random.default_rng(0).permutation(150)  # it is sorted
X, y = data.x[order], data.y[order]
X = nn.Standardizer.fit(X[:96])(X)

model = MLPClassifier(
    hidden_layer_sizes=(16,),
    solver="adam",
    learning_rate_init=0.01,
    batch_size=32,
    early_stopping=True,
    validation_fraction=0.2,
    n_iter_no_change=30,
    max_iter=500,
    random_state=0,
)
model.fit(X[:120], y[:120])
print(round(30 * model.score(X[120:], y[120:])), "of 30 right")
#> 28 of 30 right
# --8<-- [end:train]
