"""The same training steps in the frameworks, from the same start, each in its usual way."""

import os
import time
from collections.abc import Callable

import keras  # `make bench` chooses PyTorch as its backend
import numpy as np
import torch
from sklearn.neural_network import MLPClassifier
from tasks import RATE, Task

import nnbyhand as nn


def torch_step(task: Task) -> Callable[[], None]:
    """Return a step of PyTorch in eager mode, with the number of threads that is fastest."""
    x, y = (torch.from_numpy(array) for array in task.batch(np.float32))
    activation = torch.nn.Tanh() if task.hidden is nn.tanh else torch.nn.ReLU()
    inputs, hidden, outputs = task.sizes
    first, second = torch.nn.Linear(inputs, hidden), torch.nn.Linear(hidden, outputs)
    model = torch.nn.Sequential(first, activation, second)
    criterion: torch.nn.Module = torch.nn.CrossEntropyLoss()
    target = y.argmax(dim=1)
    if task.is_binary:
        criterion, target = torch.nn.BCEWithLogitsLoss(), y
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def step() -> None:
        optimizer.zero_grad()
        criterion(model(x), target).backward()
        optimizer.step()

    torch.set_num_threads(min(range(1, (os.cpu_count() or 1) + 1), key=_time_with(step)))
    return step


def _time_with(step: Callable[[], None]) -> Callable[[int], float]:
    def timed(threads: int) -> float:
        torch.set_num_threads(threads)
        step()
        start = time.perf_counter()
        for _ in range(50):
            step()
        return time.perf_counter() - start

    return timed


def scikit_learn_step(task: Task) -> Callable[[], None]:
    """Return a step of scikit-learn's MLPClassifier: `partial_fit` of one batch."""
    x, y = task.batch(np.float32)
    labels = y.ravel().astype(int) if task.is_binary else y.argmax(axis=1)
    model = MLPClassifier(
        task.sizes[1:-1],
        activation="tanh" if task.hidden is nn.tanh else "relu",
        solver="sgd",
        alpha=0.0,
        momentum=0.0,
        nesterovs_momentum=False,
        batch_size=len(x),
        learning_rate_init=RATE,
    )
    classes = np.arange(max(2, task.sizes[-1]))
    return lambda: model.partial_fit(x, labels, classes=classes)


def keras_step(task: Task) -> Callable[[], None]:
    """Return a step of Keras 3 on PyTorch: `train_on_batch`."""
    x, y = task.batch(np.float32)
    inputs, hidden, outputs = task.sizes
    activation = "tanh" if task.hidden is nn.tanh else "relu"
    layers = [
        keras.Input(shape=(inputs,)),
        keras.layers.Dense(hidden, activation=activation),
        keras.layers.Dense(outputs),
    ]
    model = keras.Sequential(layers)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    if task.is_binary:
        loss = keras.losses.BinaryCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(RATE), loss=loss)
    return lambda: model.train_on_batch(x, y)
