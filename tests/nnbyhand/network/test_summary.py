"""The table of a network's layers."""

import numpy as np

import nnbyhand as nn
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network
from nnbyhand.network.summary import summary


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_a_small_network() -> None:
    # 4*16 + 16 = 80, 16*3 + 3 = 51.
    assert summary(MLP([4, 16, 3], rng=rng(), hidden=nn.tanh, output=nn.softmax)) == (
        "   layer         output shape    parameters\n"
        "-------------------------------------------\n"
        "1  Dense(4, 16)  (examples, 16)          80\n"
        "   tanh          (examples, 16)           0\n"
        "2  Dense(16, 3)  (examples, 3)           51\n"
        "   softmax       (examples, 3)            0\n"
        "-------------------------------------------\n"
        "   total                                131"
    )


def test_an_ensemble_of_deep_networks() -> None:
    network = MLP([64, 64, 64, 1], rng=rng(), residual=True, normalization="layer", networks=(2, 5))
    # 64*64 + 64 + 2*64 = 4288.
    block = "x + (Dense(64, 64), LayerNorm, ReLU)"
    assert summary(network).split("\n") == [
        f"   {'layer':36}  output shape          parameters",
        "-" * 73,
        f"1  {block}  (2, 5, examples, 64)       4,288",
        f"2  {block}  (2, 5, examples, 64)       4,288",
        f"3  {'Dense(64, 1)':36}  (2, 5, examples, 1)           65",
        "-" * 73,
        f"   {'total per network':36}  {'':20}       8,641",
    ]


def test_settings_that_are_not_the_default_and_what_all_networks_share() -> None:
    layers = (Dropout(0.2), BatchNorm(momentum=0.5), Dense(3, 1), nn.linear)
    lines = summary(Network.build(*layers, rng=rng(), networks=7)).split("\n")
    assert [line.split("(")[0].strip() + "(" + line.split("(", 1)[1] for line in lines[2:6]] == [
        "Dropout(0.2)             (examples, 3)              0",
        "BatchNorm(momentum=0.5)  (7, examples, 3)           6",
        "1  Dense(3, 1)              (7, examples, 1)           4",
        "linear(7, examples, 1)           0",
    ]
