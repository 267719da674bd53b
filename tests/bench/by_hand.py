"""The same training steps, written out for these networks in plain NumPy, with nothing general."""

from collections.abc import Callable

import numpy as np
from tasks import RATE, Task

import nnbyhand as nn

Array = np.ndarray
Measured = tuple[Array, Array, Array, Array, Array]


def gradients(task: Task, dtype: type) -> Callable[[Array, Array, Array, Array], Measured]:
    """Return a function from weights and biases to the loss and its four gradients."""
    x, y = task.batch(dtype)
    is_tanh, is_binary, examples = task.hidden is nn.tanh, task.is_binary, task.examples

    def measured(w1: Array, b1: Array, w2: Array, b2: Array) -> Measured:
        z1 = x @ w1 + b1
        a1 = np.tanh(z1) if is_tanh else np.maximum(z1, 0)
        z2 = a1 @ w2 + b2
        if is_binary:
            softplus = np.maximum(z2, 0) + np.log1p(np.exp(-np.abs(z2)))
            loss = (softplus - z2 * y).mean()
            d2 = (np.exp(z2 - softplus) - y) / examples
        else:
            shifted = z2 - z2.max(axis=1, keepdims=True)
            e = np.exp(shifted)
            total = e.sum(axis=1, keepdims=True)
            loss = (np.log(total) - (shifted * y).sum(axis=1, keepdims=True)).mean()
            d2 = (e / total - y) / examples
        da1 = d2 @ w2.T
        d1 = da1 * (1 - a1 * a1) if is_tanh else da1 * (z1 > 0)
        return loss, x.T @ d1, d1.sum(axis=0), a1.T @ d2, d2.sum(axis=0)

    return measured


def sgd_step(task: Task, dtype: type) -> Callable[[], None]:
    """Return a step of stochastic gradient descent."""
    parameters = task.start(dtype)
    measured = gradients(task, dtype)

    def step() -> None:
        _, *slopes = measured(*parameters)
        for i, slope in enumerate(slopes):
            parameters[i] = parameters[i] - RATE * slope

    return step


def adam_step(task: Task, dtype: type) -> Callable[[], None]:
    """Return a step of Adam."""
    parameters = task.start(dtype)
    measured = gradients(task, dtype)
    means = [np.zeros_like(array) for array in parameters]
    squares = [np.zeros_like(array) for array in parameters]
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        _, *slopes = measured(*parameters)
        for i, slope in enumerate(slopes):
            means[i] = 0.9 * means[i] + 0.1 * slope
            squares[i] = 0.999 * squares[i] + 0.001 * slope * slope
            mean, square = means[i] / (1 - 0.9**steps), squares[i] / (1 - 0.999**steps)
            parameters[i] = parameters[i] - RATE * mean / (np.sqrt(square) + 1e-8)

    return step
