"""One network in the package and in three frameworks: how far apart are all their numbers?

The network is the one of the chapter on frameworks: two switches, two hidden sigmoid units, one
lamp, four rows. Parameters stand in one vector: weights row by row, then biases, layer by layer.
Rates are powers of two, because Keras keeps a rate in 32 bits whatever the model computes in.
"""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier

import nnbyhand as nn
from guide.experiments.two_switches import PARAMETERS

Array = NDArray[np.float64]
STEPS = 10
RATE, ADAM_RATE = 0.5, 0.0625
# So small that it does not matter where a framework adds it.
EPSILON = 1e-20
WEIGHTS = np.array([0, 1, 2, 3, 6, 7])
BIASES = np.array([4, 5, 8])
X, Y = nn.XOR.x, nn.XOR.y
OPTIMIZERS = ("SGD", "momentum", "Adam")
Dtype = type[np.float64] | type[np.float32]


class Run(NamedTuple):
    """What a network gives at first, and where it is after each step."""

    outputs: Array
    loss: float
    gradient: Array
    path: Array


def ours(optimizer: str, dtype: Dtype = np.float64) -> Run:
    network = nn.MLP([2, 2, 1], hidden=nn.sigmoid, rng=np.random.default_rng(0), dtype=dtype)
    kind = {
        "SGD": nn.SGD(RATE),
        "momentum": nn.Momentum(RATE, 0.9),
        "Adam": nn.Adam(ADAM_RATE, epsilon=EPSILON),
    }[optimizer]
    theta = PARAMETERS.astype(dtype)
    state, path, first = kind.start(theta), [], None
    for _ in range(STEPS):
        network = network.with_parameters(theta)
        pass_ = network.forward(X)
        loss, upstream = nn.binary_cross_entropy_from_logits.value_and_gradient(pass_.outputs, Y)
        gradient = network.backward(pass_, upstream).parameters
        first = first or (nn.sigmoid(pass_.outputs).ravel(), float(loss), gradient)
        theta, state = kind.step(theta, gradient, state)
        path.append(theta)
    assert first is not None
    return Run(*first, np.array(path))


def pytorch(optimizer: str, dtype: Dtype = np.float64) -> Run:
    kind = torch.float64 if dtype is np.float64 else torch.float32
    model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Sigmoid(), torch.nn.Linear(2, 1))
    model = model.to(kind)
    with torch.no_grad():
        for parameter, start in zip(model.parameters(), _arrays(), strict=True):
            parameter.copy_(torch.tensor(start.T))
    stepper: torch.optim.Optimizer = {
        "SGD": lambda p: torch.optim.SGD(p, lr=RATE),
        "momentum": lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9),
        "Adam": lambda p: torch.optim.Adam(p, lr=ADAM_RATE, eps=EPSILON),
    }[optimizer](model.parameters())
    x, y = torch.tensor(X, dtype=kind), torch.tensor(Y, dtype=kind)
    path, first = [], None
    for _ in range(STEPS):
        stepper.zero_grad()
        scores = model(x)
        loss = torch.nn.BCEWithLogitsLoss()(scores, y)
        loss.backward()
        gradient = _vector([p.grad.numpy().T for p in model.parameters()])
        first = first or (_flat(torch.sigmoid(scores).detach()), loss.item(), gradient)
        stepper.step()
        path.append(_vector([p.detach().numpy().T for p in model.parameters()]))
    assert first is not None
    return Run(*first, np.array(path))


class Dense64(keras.layers.Dense):
    """A dense layer that multiplies in the precision that it is told.

    Keras's own multiplies in 32 bits on PyTorch, whatever it is told: see its issue 23704.
    """

    def call(self, inputs: torch.Tensor, training: bool | None = None) -> torch.Tensor:  # noqa: ARG002, FBT001
        kernel, bias = self.kernel.value, self.bias.value
        return self.activation(torch.nn.functional.linear(inputs, kernel.T, bias))


def keras_on_pytorch(optimizer: str, dtype: Dtype = np.float64) -> Run:
    name = np.dtype(dtype).name
    layer = Dense64 if dtype is np.float64 else keras.layers.Dense
    layers = [
        keras.Input(shape=(2,), dtype=name),
        layer(2, activation="sigmoid", dtype=name),
        layer(1, dtype=name),
    ]
    model = keras.Sequential(layers)
    model.set_weights(_arrays())
    stepper = {
        "SGD": lambda: keras.optimizers.SGD(RATE),
        "momentum": lambda: keras.optimizers.SGD(RATE, momentum=0.9),
        "Adam": lambda: keras.optimizers.Adam(ADAM_RATE, epsilon=EPSILON),
    }[optimizer]()
    path, first = [], None
    for _ in range(STEPS):
        model.zero_grad()
        scores = model(torch.tensor(X, dtype=getattr(torch, name)))
        targets = torch.tensor(Y, dtype=scores.dtype)
        # The losses of Keras take their mean in 32 bits.
        loss = keras.ops.binary_crossentropy(targets, scores, from_logits=True).mean()
        loss.backward()
        gradients = [variable.value.grad for variable in model.trainable_variables]
        gradient = _vector([g.numpy() for g in gradients])
        first = first or (_flat(keras.ops.sigmoid(scores).detach()), loss.item(), gradient)
        stepper.apply(gradients, model.trainable_variables)
        path.append(_vector(model.get_weights()))
    assert first is not None
    return Run(*first, np.array(path))


def scikit_learn(optimizer: str, dtype: Dtype = np.float64) -> Run:
    """Train a batch at a time. The gradient is what a step of SGD took away, over the rate."""
    settings: dict[str, Any] = {
        "SGD": {"solver": "sgd", "momentum": 0.0},
        "momentum": {"solver": "sgd", "momentum": 0.9, "nesterovs_momentum": False},
        "Adam": {"solver": "adam", "epsilon": EPSILON},
    }[optimizer]
    model = MLPClassifier(
        (2,),
        activation="logistic",
        alpha=0.0,
        shuffle=False,
        learning_rate_init=ADAM_RATE if optimizer == "Adam" else RATE,
        **settings,
    )
    x, labels = X.astype(dtype), Y.ravel().astype(int)
    model.partial_fit(x, labels, classes=[0, 1])
    del model._optimizer  # noqa: SLF001  (what it remembers of the first step)
    w1, b1, w2, b2 = (array.astype(dtype) for array in _arrays())
    model.coefs_, model.intercepts_ = [w1, w2], [b1, b2]
    outputs = model.predict_proba(x)[:, 1]
    path = [_of(model)]
    losses = []
    for _ in range(STEPS):
        model.partial_fit(x, labels)
        losses.append(model.loss_)
        path.append(_of(model))
    gradient = (path[0] - path[1]) / RATE
    return Run(outputs, float(losses[0]), gradient, np.array(path[1:]))


FRAMEWORKS: dict[str, Callable[..., Run]] = {
    "PyTorch": pytorch,
    "Keras": keras_on_pytorch,
    "scikit-learn": scikit_learn,
}


def differences(framework: str, dtype: Dtype = np.float64) -> dict[str, float]:
    """Return the largest difference from the package in float64, for each quantity."""
    expected = {optimizer: ours(optimizer) for optimizer in OPTIMIZERS}
    found = {optimizer: FRAMEWORKS[framework](optimizer, dtype) for optimizer in OPTIMIZERS}
    sgd, theirs = expected["SGD"], found["SGD"]
    apart = sgd.gradient - theirs.gradient
    quantities = {
        "outputs": sgd.outputs - theirs.outputs,
        "loss": sgd.loss - theirs.loss,
        "gradient of the weights": apart[WEIGHTS],
        "gradient of the biases": apart[BIASES],
    }
    for steps, name in ((1, "one step of"), (STEPS, "ten steps of")):
        for optimizer in OPTIMIZERS:
            paths = expected[optimizer].path[steps - 1], found[optimizer].path[steps - 1]
            quantities[f"{name} {optimizer}"] = paths[0] - paths[1]
    return {name: float(np.abs(values).max()) for name, values in quantities.items()}


def _arrays() -> list[Array]:
    w1, b1, w2, b2 = np.split(PARAMETERS, [4, 6, 8])
    return [w1.reshape(2, 2).copy(), b1.copy(), w2.reshape(2, 1).copy(), b2.copy()]


def _of(model: MLPClassifier) -> Array:
    (w1, w2), (b1, b2) = model.coefs_, model.intercepts_
    return _vector([w1, b1, w2, b2])


def _vector(arrays: list[Any]) -> Array:
    return np.concatenate([np.array(array, np.float64).ravel() for array in arrays])


def _flat(scores: torch.Tensor) -> Array:
    return scores.numpy().astype(np.float64).ravel()
