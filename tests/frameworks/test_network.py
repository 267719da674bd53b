"""Networks agree with PyTorch and scikit-learn, on the same weights and data."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from sklearn.neural_network import MLPClassifier, MLPRegressor

import nnbyhand as nn
from nnbyhand.activations.base import Activation
from nnbyhand.initialization.scaled import (
    Glorot,
    He,
    LeCun,
    gain,
    glorot_uniform,
    he_normal,
)
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network

Array = NDArray[np.float64]
TORCH: dict[str, torch.nn.Module] = {
    "linear": torch.nn.Identity(),
    "sigmoid": torch.nn.Sigmoid(),
    "tanh": torch.nn.Tanh(),
    "ReLU": torch.nn.ReLU(),
    "leaky ReLU": torch.nn.LeakyReLU(0.01),
    "ELU": torch.nn.ELU(),
    "GELU": torch.nn.GELU(),
    "SiLU": torch.nn.SiLU(),
    "softmax": torch.nn.Softmax(dim=-1),
}
X = np.random.default_rng(1).normal(size=(7, 3))
Y = np.random.default_rng(2).normal(size=(7, 2))


def close(ours: Array, theirs: Array) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-14)


def random_network(activation: Activation, output: Activation = nn.linear) -> Network:
    rng = np.random.default_rng(3)
    network = MLP([3, 5, 4, 2], rng=rng, hidden=activation, output=output)
    return network.with_parameters(rng.normal(scale=0.7, size=network.parameters.shape))


def in_torch(network: Network, activation: Activation) -> torch.nn.Sequential:
    """Copy a network; PyTorch keeps weights as (outputs, inputs)."""
    parts: list[torch.nn.Module] = []
    for arrays in network.arrays:
        if not arrays:
            parts.append(TORCH[activation.name])
            continue
        weights, biases = arrays
        part = torch.nn.Linear(*weights.shape, dtype=torch.float64)
        with torch.no_grad():
            part.weight.copy_(torch.tensor(weights.T))
            part.bias.copy_(torch.tensor(biases))
        parts.append(part)
    return torch.nn.Sequential(*parts)


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda a: a.slug)
def test_outputs_and_every_gradient_of_pytorch(activation: Activation) -> None:
    network = random_network(activation)
    theirs = in_torch(network, activation)
    x = torch.tensor(X, requires_grad=True)
    outputs = theirs(x)
    torch.nn.functional.mse_loss(outputs, torch.tensor(Y)).backward()
    run = network.forward(X)
    close(run.outputs, outputs.detach().numpy())
    close(network(X), outputs.detach().numpy())
    gradient = network.backward(run, 2 * (run.outputs - Y) / Y.size)
    assert x.grad is not None
    close(gradient.x, x.grad.numpy())
    dense = [part for part in theirs if isinstance(part, torch.nn.Linear)]
    ours = [arrays for arrays in network.cut(gradient.parameters) if arrays]
    for (weights, biases), part in zip(ours, dense, strict=True):
        assert part.weight.grad is not None
        assert part.bias.grad is not None
        close(weights, part.weight.grad.numpy().T)
        close(biases, part.bias.grad.numpy())


@pytest.mark.parametrize(
    ("name", "slope", "activation"),
    [
        ("linear", None, nn.linear),
        ("relu", None, nn.relu),
        ("leaky_relu", 0.01, nn.leaky_relu),
        ("leaky_relu", 0.3, nn.LeakyReLU(0.3)),
    ],
)
def test_gains_of_pytorch(name: str, slope: float | None, activation: Activation) -> None:
    theirs = torch.nn.init.calculate_gain(name, slope)
    assert gain(activation) == pytest.approx(theirs, rel=1e-10)
    assert gain(activation, backward=True) == pytest.approx(theirs, rel=1e-10)


def test_gains_that_pytorch_rounds_or_leaves_out() -> None:
    # The docstring of `gain` names these numbers.
    assert torch.nn.init.calculate_gain("tanh") == 5 / 3
    assert torch.nn.init.calculate_gain("sigmoid") == 1
    ours = [gain(nn.tanh), gain(nn.tanh, backward=True), gain(nn.sigmoid)]
    assert [round(g, 3) for g in ours] == [1.593, 1.467, 1.846]
    assert round(gain(nn.sigmoid, backward=True), 3) == 4.723


def test_spreads_of_pytorch() -> None:
    # PyTorch draws in place; only the spread can be compared: 60,000 numbers, 2 in 100.
    torch.manual_seed(0)
    w = torch.empty(300, 200, dtype=torch.float64)
    rng = np.random.default_rng(0)
    for theirs, rule, std in (
        (torch.nn.init.xavier_normal_, Glorot(), Glorot().std(200, 300)),
        (torch.nn.init.xavier_uniform_, glorot_uniform, Glorot().std(200, 300)),
        (lambda w: torch.nn.init.kaiming_normal_(w, nonlinearity="relu"), he_normal, 0.1),
        (lambda w: torch.nn.init.kaiming_normal_(w, nonlinearity="linear"), LeCun(), 0.005**0.5),
        (
            lambda w: torch.nn.init.kaiming_uniform_(w, nonlinearity="relu"),
            He(uniform=True),
            He().std(200, 300),
        ),
    ):
        theirs(w)
        assert w.std().item() == pytest.approx(std, rel=0.02)
        ours = rule((200, 300), rng=rng)
        assert ours.std() == pytest.approx(w.std().item(), rel=0.02)
        assert np.abs(ours).max() == pytest.approx(w.abs().max().item(), rel=0.2)


@pytest.mark.parametrize(
    ("name", "activation"),
    [("logistic", nn.sigmoid), ("tanh", nn.tanh), ("relu", nn.relu), ("identity", nn.linear)],
)
@pytest.mark.parametrize("classes", [2, 3])
def test_probabilities_of_scikit_learn(name: str, activation: Activation, classes: int) -> None:
    labels = np.arange(len(X)) % classes
    theirs = MLPClassifier((6, 5), activation=name, solver="sgd", random_state=0)
    theirs.partial_fit(X, labels, classes=np.arange(classes))
    units, output = (1, nn.sigmoid) if classes == 2 else (classes, nn.softmax)
    rng = np.random.default_rng(0)
    network = MLP([3, 6, 5, units], rng=rng, hidden=activation, output=output)
    ours = network.with_parameters(from_scikit_learn(theirs))(X)
    expected = theirs.predict_proba(X)
    close(ours, expected[:, 1:] if classes == 2 else expected)


def test_predictions_of_scikit_learn() -> None:
    theirs = MLPRegressor(hidden_layer_sizes=(6,), activation="tanh", solver="sgd", random_state=0)
    theirs.partial_fit(X, Y)
    network = MLP([3, 6, 2], rng=np.random.default_rng(0), hidden=nn.tanh)
    close(network.with_parameters(from_scikit_learn(theirs))(X), theirs.predict(X))


def from_scikit_learn(theirs: MLPClassifier | MLPRegressor) -> Array:
    pairs = zip(theirs.coefs_, theirs.intercepts_, strict=True)
    return np.concatenate([array.ravel() for pair in pairs for array in pair])
