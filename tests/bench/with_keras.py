"""Keras: `train_on_batch`, and `fit` with as many steps in one go as make it fastest."""

from collections.abc import Callable, Iterator

import keras  # `make bench` chooses its backend
import numpy as np
from jaxtyping import Float
from tasks import RATE, Task
from trainings import SEEDS, Contestant, Training

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
    model.set_weights(task.start(np.float32))
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
        self.memory = optimizer.variables
        self.blank = [np.array(variable) for variable in self.memory]

    @classmethod
    def ways(cls, training: Training) -> Iterator["Keras"]:
        """Yield `fit` with one step in one go, and with a whole epoch."""
        epoch = -(-len(training.examples()[0]) // training.batch_size)
        yield from (cls(training, steps) for steps in sorted({1, epoch}))

    def restart(self, seed: int = SEEDS[0]) -> None:
        """Seed what Keras draws, set the weights, and blank the memory of the optimizer."""
        keras.utils.set_random_seed(seed)
        self.model.set_weights(self.training.task.start(np.float32, seed))
        for variable, blank in zip(self.memory, self.blank, strict=True):
            variable.assign(blank)

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
