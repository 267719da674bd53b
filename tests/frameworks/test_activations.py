"""The activations agree with the frameworks that readers will use next."""

from collections.abc import Callable

import numpy as np
import pytest
import scipy.special
import torch
from numpy.typing import NDArray
from sklearn.neural_network._base import ACTIVATIONS, DERIVATIVES

import nnbyhand as nn

Array = NDArray[np.float64]
# Five rows of four; the frameworks' conventions at exactly 0 differ and are not compared.
Z = np.random.default_rng(3).normal(scale=3, size=(5, 4))
UPSTREAM = np.random.default_rng(4).normal(size=Z.shape)
TORCH: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "ReLU": torch.relu,
    "leaky ReLU": torch.nn.functional.leaky_relu,
    "ELU": torch.nn.functional.elu,
    "GELU": torch.nn.functional.gelu,
    "SiLU": torch.nn.functional.silu,
    "softmax": lambda z: torch.softmax(z, dim=-1),
    "linear": lambda z: z * 1,
}
SCIKIT_LEARN = {"sigmoid": "logistic", "tanh": "tanh", "ReLU": "relu", "softmax": "softmax"}
SCIPY = {
    "sigmoid": scipy.special.expit,
    "softmax": lambda z: scipy.special.softmax(z, axis=-1),
    "GELU": lambda z: z * scipy.special.ndtr(z),
}
by_name = {activation.name: activation for activation in nn.ACTIVATIONS}


def close(ours: Array, theirs: Array) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


def test_every_activation_is_compared() -> None:
    assert set(TORCH) == set(by_name)


@pytest.mark.parametrize("name", TORCH)
def test_value_and_backward_pass_of_pytorch(name: str) -> None:
    z = torch.tensor(Z, requires_grad=True)
    output = TORCH[name](z)
    output.backward(torch.tensor(UPSTREAM))
    assert z.grad is not None
    close(by_name[name](Z), output.detach().numpy())
    close(by_name[name].backward(Z, UPSTREAM), z.grad.numpy())


@pytest.mark.parametrize("name", SCIKIT_LEARN)
def test_value_of_scikit_learn(name: str) -> None:
    theirs = Z.copy()
    ACTIVATIONS[SCIKIT_LEARN[name]](theirs)  # works in place
    close(by_name[name](Z), theirs)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "ReLU"])
def test_backward_pass_of_scikit_learn(name: str) -> None:
    theirs = UPSTREAM.copy()
    DERIVATIVES[SCIKIT_LEARN[name]](by_name[name](Z), theirs)  # works in place, from the output
    close(by_name[name].backward(Z, UPSTREAM), theirs)


@pytest.mark.parametrize("name", SCIPY)
def test_value_of_scipy(name: str) -> None:
    close(by_name[name](Z), SCIPY[name](Z))
