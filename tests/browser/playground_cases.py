"""Choices of the playground that its tests compute with, all of them calm: rounding stays small."""

from typing import Any

import numpy as np

import nnbyhand as nn

Choices = dict[str, Any]

MOONS: Choices = {"dataset": "moons", "examples": 120, "batchSize": 16, "rate": 0.1, "held": 0.25}
FEATURES = ["x1", "x2", "x1_squared", "x2_squared", "product", "sin_x1", "sin_x2"]


def layers(*named: str) -> list[dict[str, object]]:
    """Return hidden layers written as "4 tanh"."""
    words = [name.split() for name in named]
    return [{"units": int(units), "activation": activation} for units, activation in words]


def own_points(count: int, classes: int, *, far: float = 1) -> list[list[float]]:
    """Return points as a reader may have drawn them, the first input `far` times as wide."""
    clouds = nn.blobs(count, classes=classes, rng=np.random.default_rng(7))
    return [
        [round(x1 * far, 2), round(x2, 2), int(label)]
        for (x1, x2), label in zip(clouds.x.tolist(), clouds.y, strict=True)
    ]


TRAININGS: dict[str, Choices] = {
    "SGD": {**MOONS, "hidden": layers("6 tanh")},
    "momentum": {**MOONS, "optimizer": "momentum", "rate": 0.02},
    "RMSprop": {**MOONS, "optimizer": "rmsprop", "rate": 0.003},
    "Adam": {**MOONS, "optimizer": "adam", "rate": 0.01, "seed": 2**32 - 1},
    "L1": {**MOONS, "penalty": "l1", "strength": 0.002},
    "L2": {**MOONS, "penalty": "l2", "strength": 0.01, "optimizer": "adam", "rate": 0.01},
    "dropout": {**MOONS, "hidden": layers("8 tanh", "6 sigmoid"), "dropout": 0.25},
    "dropout, all at once": {**MOONS, "dropout": 0.5, "batchSize": 0, "seed": 9},
    "mixed layers": {**MOONS, "hidden": layers("4 tanh", "5 relu", "3 gelu"), "rate": 0.05},
    "other mixed layers": {**MOONS, "hidden": layers("4 elu", "5 silu", "3 leaky_relu")},
    "six layers": {**MOONS, "hidden": layers(*["3 linear"] * 6), "rate": 0.01},
    "sigmoids": {**MOONS, "hidden": layers("5 sigmoid", "5 sigmoid"), "rate": 1},
    "no hidden layer": {**MOONS, "hidden": []},
    "nothing held out": {**MOONS, "held": 0, "dataSeed": 5},
    "two outputs": {**MOONS, "loss": "ce"},
    "squared errors": {**MOONS, "loss": "mse"},
    "squared errors of a sigmoid": {**MOONS, "loss": "mse", "output": "sigmoid", "rate": 1},
    "squared errors of a tanh": {**MOONS, "loss": "mse", "output": "tanh"},
    "XOR": {"dataset": "xor", "batchSize": 0, "rate": 0.5, "hidden": layers("8 tanh")},
    "XOR one by one": {"dataset": "xor", "batchSize": 1, "hidden": layers("4 tanh")},
    "XOR clouds": {**MOONS, "dataset": "noisy_xor", "hidden": layers("8 relu"), "rate": 0.02},
    "circles": {**MOONS, "dataset": "circles", "examples": 101, "held": 0.3, "batchSize": 7},
    "spirals": {**MOONS, "dataset": "spirals", "noise": 0.05, "hidden": layers("8 tanh", "8 tanh")},
    "two blobs": {**MOONS, "dataset": "blobs", "classes": 2, "noise": 1.5},
    "three blobs": {**MOONS, "dataset": "blobs", "classes": 3, "loss": "mse", "noise": 0.5},
    "four blobs": {**MOONS, "dataset": "blobs", "classes": 4, "loss": "ce", "noise": 0.8},
    "plane": {**MOONS, "dataset": "plane", "loss": "mse", "hidden": layers("3 tanh")},
    "sine": {**MOONS, "dataset": "sine", "loss": "mse", "optimizer": "adam", "rate": 0.02},
    "all inputs": {**MOONS, "features": FEATURES, "rate": 0.03},
    "one input": {**MOONS, "features": ["product"], "rate": 0.03},
    "standardized": {**MOONS, "features": FEATURES, "standardize": True, "rate": 0.05},
    "own points": {**MOONS, "dataset": "points", "points": own_points(41, 2), "noise": 0},
    "own points of four classes": {
        **MOONS,
        "dataset": "points",
        "points": own_points(80, 4),
        "loss": "ce",
    },
    "own points far away": {
        **MOONS,
        "dataset": "points",
        "points": own_points(60, 3, far=1000),
        "standardize": True,
        "loss": "mse",
    },
} | {
    f"first weights: {rule}": {
        **MOONS,
        "initialization": rule,
        "hidden": layers("4 tanh", "3 tanh"),
    }
    for rule in (
        "glorot_normal",
        "he_normal",
        "he_uniform",
        "lecun_normal",
        "small",
        "same",
        "zeros",
    )
}
