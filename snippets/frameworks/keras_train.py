"""Iris in Keras: every brake on overfitting, and the history of the run."""

# --8<-- [start:train]
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
from keras import layers
from matplotlib import pyplot as plt

import nnbyhand as nn

data = nn.iris()
order = np.random.default_rng(0).permutation(150)  # it is sorted
X, y = data.x[order], data.y[order]
X = nn.Standardizer.fit(X[:96])(X)

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(16, kernel_regularizer=keras.regularizers.L2(0.001)),
        layers.BatchNormalization(),
        layers.Activation("relu"),
        layers.Dropout(0.2),
        layers.Dense(3),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.03),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
patience = keras.callbacks.EarlyStopping(
    patience=10, restore_best_weights=True
)
history = model.fit(
    X[:120],
    y[:120],
    validation_split=0.2,  # the last 24 rows
    batch_size=32,
    epochs=200,
    callbacks=[patience],
    verbose=0,
)
loss, accuracy = model.evaluate(X[120:], y[120:], verbose=0)
print(round(30 * accuracy), "of 30 right")
#> 29 of 30 right
plt.plot(history.history["loss"], label="training")
plt.plot(history.history["val_loss"], label="validation")
plt.legend()
# --8<-- [end:train]
