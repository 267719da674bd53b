"""A validation split of sorted rows holds one species only."""

# --8<-- [start:sorted]
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
from keras import layers

import nnbyhand as nn

data = nn.iris()  # 50 setosa, 50 versicolor, 50 virginica
X, y = nn.Standardizer.fit(data.x[:100])(data.x), data.y
keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(3),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.03),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(X, y, validation_split=1 / 3, epochs=30, verbose=0)
seen, held_out = history.history["accuracy"], history.history["val_accuracy"]
print(f"seen {seen[-1]:.2f}, held out {held_out[-1]:.2f}")
#> seen 1.00, held out 0.00
# --8<-- [end:sorted]
