"""What the playground computes, computed by `nnbyhand`: the other side of its tests.

As a script it reads pairs of choices and epochs, a list in JSON, and prints what each training
comes to: there no types are checked at each call, which pytest does.
"""

import json
import sys
from typing import Any, NamedTuple, TypeAlias

import numpy as np

import nnbyhand as nn
from nnbyhand.shapes import Array, NDArray

Choices: TypeAlias = dict[str, Any]

ACTIVATIONS: dict[str, Any] = {each.slug.replace("-", "_"): each for each in nn.ACTIVATIONS[:-1]}
OPTIMIZERS = {each.slug: each for each in (nn.SGD, nn.Momentum, nn.RMSprop, nn.Adam)}
LOSSES = {
    "mse": nn.mse,
    "bce": nn.binary_cross_entropy_from_logits,
    "ce": nn.cross_entropy_from_logits,
}
RULES: dict[str, nn.Initialization | None] = {
    "usual": None,
    "glorot_uniform": nn.Glorot(uniform=True),
    "glorot_normal": nn.Glorot(),
    "he_normal": nn.He(),
    "he_uniform": nn.He(uniform=True),
    "lecun_normal": nn.LeCun(),
    "large": nn.Normal(3),
    "small": nn.Normal(0.01),
    "zeros": nn.zeros,
    "same": nn.Constant(0.5),
}


class Task(NamedTuple):
    """Points, what the network is given of them, and what it should say."""

    points: Array
    x: Array
    y: NDArray[Any]


def tasks(choices: Choices) -> tuple[Task, Task | None]:
    """Return the examples to learn from, and those that are held out."""
    rng = np.random.default_rng(choices["dataSeed"])
    points, labels = _made(choices, rng)
    x, y = _inputs(points, choices), _targets(labels, choices)
    held = round(choices["held"] * len(x)) if choices["dataset"] != "xor" else 0
    rows = rng.permutation(len(x)) if held else np.arange(len(x))
    kept, aside = rows[: len(x) - held], rows[len(x) - held :]
    if choices["standardize"]:
        x = nn.Standardizer.fit(x[kept])(x)
    train, validation = (Task(points[part], x[part], y[part]) for part in (kept, aside))
    return train, validation if held else None


def start(choices: Choices, inputs: int, rng: np.random.Generator) -> nn.Network:
    """Return the network before training."""
    layers: list[nn.Layer | nn.Activation] = []
    for layer in choices["hidden"]:
        layers += [nn.Dense(inputs, layer["units"]), ACTIVATIONS[layer["activation"]]]
        layers += [nn.Dropout(choices["dropout"])] if choices["dropout"] else []
        inputs = layer["units"]
    layers.append(nn.Dense(inputs, _outputs(choices)))
    if choices["loss"] == "mse" and choices["output"] != "linear":
        layers.append(ACTIVATIONS[choices["output"]])
    return nn.Network.build(*layers, rng=rng, initialization=RULES[choices["initialization"]])


def trained(choices: Choices, epochs: int) -> nn.Training:
    """Return what training gives."""
    train, validation = tasks(choices)
    rng = np.random.default_rng(choices["seed"])
    penalties = {"none": None, "l1": nn.L1(choices["strength"]), "l2": nn.L2(choices["strength"])}
    return nn.train(
        start(choices, train.x.shape[1], rng),
        train.x,
        train.y,
        loss=LOSSES[choices["loss"]],
        optimizer=OPTIMIZERS[choices["optimizer"]](choices["rate"]),
        epochs=epochs,
        rng=rng,
        batch_size=choices["batchSize"] or None,
        validation=None if validation is None else (validation.x, validation.y),
        penalty=penalties[choices["penalty"]],
    )


def _made(choices: Choices, rng: np.random.Generator) -> tuple[Array, NDArray[Any]]:
    """Return points, and their labels or heights."""
    name, examples, noise = choices["dataset"], choices["examples"], choices["noise"]
    if name == "xor":
        return nn.XOR.x, nn.XOR.y[:, 0].astype(int)
    if name == "points":
        table = np.array(choices["points"], float)
        return table[:, :2], table[:, 2].astype(int)
    if name == "plane":
        points = rng.uniform(-1, 1, (examples, 2))
        heights = points.mean(axis=1, keepdims=True)
        return points, heights + noise * rng.standard_normal(heights.shape)
    if name == "sine":
        wave = nn.sine_wave(examples, noise=noise, rng=rng)
        return wave.x, wave.y
    if name == "blobs":
        data = nn.blobs(examples, classes=choices["classes"], noise=noise, rng=rng)
        return data.x, data.y
    made = {"noisy_xor": nn.noisy_xor, "moons": nn.moons, "circles": nn.circles}
    data = made.get(name, nn.spirals)(examples, noise=noise, rng=rng)
    return data.x, data.y[:, 0].astype(int)


def _inputs(points: Array, choices: Choices) -> Array:
    if choices["dataset"] == "sine":
        return points
    a, b = points.T
    columns = {
        "x1": a,
        "x2": b,
        "x1_squared": a * a,
        "x2_squared": b * b,
        "product": a * b,
        "sin_x1": np.sin(a),
        "sin_x2": np.sin(b),
    }
    return np.stack([columns[name] for name in choices["features"]], axis=1)


def _targets(labels: NDArray[Any], choices: Choices) -> NDArray[Any]:
    if labels.dtype.kind == "f" or choices["loss"] == "ce":
        return labels
    outputs = _outputs(choices)
    return nn.one_hot(labels, outputs) if outputs > 1 else labels[:, np.newaxis].astype(float)


def _outputs(choices: Choices) -> int:
    classes = {"plane": 1, "sine": 1, "blobs": choices["classes"]}.get(choices["dataset"], 2)
    if choices["dataset"] == "points":
        classes = max(2, 1 + max(label for _, _, label in choices["points"]))
    return classes if choices["loss"] == "ce" or classes > 2 else 1


def record(choices: Choices, epochs: int) -> dict[str, list[float] | None]:
    """Return the losses of each epoch, and the parameters at the end."""
    result = trained(choices, epochs)
    held = result.history.validation_loss
    return {
        "losses": result.history.loss.tolist(),
        "validationLosses": None if held is None else held.tolist(),
        "parameters": result.network.parameters.tolist(),
    }


if __name__ == "__main__":
    print(json.dumps([record(*each) for each in json.load(sys.stdin)]))
