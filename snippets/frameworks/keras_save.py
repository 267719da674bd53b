"""Saving and loading in Keras: structure, numbers and optimizer."""

# --8<-- [start:save]
import os
import tempfile

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(3),
    ]
)
x = np.ones((1, 4))
with tempfile.TemporaryDirectory() as folder:
    model.save(f"{folder}/model.keras")
    same = keras.models.load_model(f"{folder}/model.keras")
print(np.array_equal(model.predict_on_batch(x), same.predict_on_batch(x)))
#> True
# --8<-- [end:save]
