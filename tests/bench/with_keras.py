"""Keras: `train_on_batch`, and `fit` with as many steps in one go as make it fastest."""

from collections.abc import Callable, Iterator

import keras  # `make bench` chooses its backend
import numpy as np
from jaxtyping import Float
from tasks import RATE, Task
from trainings import Contestant, Training

import nnbyhand as nn
from nnbyhand.shapes import Array


def keras_model(task: Task, optimizer: keras.optimizers.Optimizer, steps: int = 1) -> keras.Model:
    """Return the network, compiled as it is by default but for the steps in one go."""
    inputs, hidden, outputs = task.sizes
    layers = [
        keras.Input(shape=(inputs,)),
        keras.layers.Dense(hidden, activation="tanh" if task.hidden is nn.tanh else "relu"),
        keras.layers.Dense(outputs),
    ]
    model = keras.Sequential(layers)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    if task.is_binary:
        loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(optimizer=optimizer, loss=loss, steps_per_execution=steps)
    (w1, b1), _, (w2, b2) = task.network(np.float32).arrays
    model.set_weights([w1, b1, w2, b2])
    return model


def keras_step(task: Task) -> Callable[[], None]:
    """Return a step of Keras with SGD."""
    x, rows = task.batch(np.float32)
    y = rows if task.is_binary else rows.argmax(axis=1)
    model = keras_model(task, keras.optimizers.SGD(RATE))
    return lambda: model.train_on_batch(x, y)


class Keras(Contestant):
    """Keras: `fit` of a compiled model."""

    def __init__(self, training: Training, steps: int) -> None:
        """Build the model, with so many steps in one go."""
        self.training, (self.x, self.y) = training, training.examples()
        self.way = f"{steps} step{'s' * (steps > 1)} at once"
        optimizer = keras.optimizers.Adam(training.rate, epsilon=1e-8)
        self.model = keras_model(training.task, optimizer, steps)
        optimizer.build(self.model.trainable_variables)
        self.variables = [*self.model.trainable_variables, *optimizer.variables]
        self.start = [np.array(variable) for variable in self.variables]

    @classmethod
    def ways(cls, training: Training) -> Iterator["Keras"]:
        """Yield `fit` with one step in one go, and with a whole epoch."""
        epoch = -(-len(training.examples()[0]) // training.batch_size)
        yield from (cls(training, steps) for steps in sorted({1, epoch}))

    def restart(self) -> None:
        """Go back to the start."""
        for variable, start in zip(self.variables, self.start, strict=True):
            variable.assign(start)

    def train(self) -> None:
        """Train."""
        training = self.training
        self.model.fit(
            *(self.x, self.y),
            batch_size=training.batch_size,
            epochs=training.epochs,
            verbose=0,
        )

    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits."""
        return np.asarray(self.model.predict(self.x, verbose=0))
