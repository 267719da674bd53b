"""Measures what the chapter on frameworks states, and keeps it for the site, which has none.

`make test-frameworks` measures again. This rewrites what is kept:

    PYTHONPATH=src .venv/bin/python tests/frameworks/measure.py
"""

import inspect
import json
import math
import runpy
from importlib.metadata import version
from pathlib import Path
from typing import Any

import agreement  # first: it chooses the backend of Keras
import keras
import numpy as np
import torch
from agreement import Array
from sklearn.neural_network import MLPClassifier

import nnbyhand as nn

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "src/guide/chapters/frameworks/experiments.json"
LIBRARIES = ("nnbyhand", "numpy", "torch", "keras", "scikit-learn")
LIMIT = 1e-10
# Room for processors that round otherwise; below the floor lie a few units in the last place.
ROOM, FLOOR = 4, 1e-15


def main() -> None:
    """Measure all and write it down."""
    text = json.dumps(measured(), indent=2)
    RESULTS.write_text(f"{text}\n", encoding="utf-8")
    print(text)


def measured() -> dict[str, Any]:
    """Return everything that is kept."""
    double = {name: agreement.differences(name) for name in agreement.FRAMEWORKS}
    single = {name: agreement.differences(name, np.float32) for name in agreement.FRAMEWORKS}
    return {
        "versions": {name: version(name).partition("+")[0] for name in LIBRARIES},
        "bounds": {
            name: {quantity: bound(value) for quantity, value in values.items()}
            for name, values in double.items()
        },
        "float64": _rounded(double),
        "float32": _rounded(single),
        "defaults": defaults(),
        "history": history("keras_train"),
        "sorted": history("keras_sorted"),
    }


def bound(difference: float) -> float:
    """Return the power of ten that a difference stays below on any processor."""
    return float(f"1e{math.ceil(math.log10(max(difference * ROOM, FLOOR)))}")


def defaults() -> dict[str, dict[str, str]]:
    """Return what a setting is where nobody sets it, by setting and framework."""
    shapes = [str(w.shape) for w, _ in first_arrays(100, 50)]
    arrays = first_arrays(400, 400)
    columns = ("nnbyhand", *agreement.FRAMEWORKS)
    rows = {
        "shape of weights, 100 to 50": shapes,
        "computes in": [*(str(w.dtype) for w, _ in arrays[:3]), "as the data"],
        "spread of weights, 400 to 400": [f"{w.std():.2f}" for w, _ in arrays],
        "spread of their biases": [f"{b.std():.2f}" for _, b in arrays],
        "rate of SGD": _row("none", torch.optim.SGD, "lr", keras.optimizers.SGD),
        "momentum of SGD": _momenta(),
        "momentum is Nesterov's": [
            "no",
            *(_yes(_default(kind, "nesterov")) for kind in (torch.optim.SGD, keras.optimizers.SGD)),
            _yes(_default(MLPClassifier, "nesterovs_momentum")),
        ],
        "epsilon of Adam, and where": _epsilons(),
        "batch norm: epsilon": [
            f"{nn.BatchNorm().epsilon:g}",
            f"{_default(torch.nn.BatchNorm1d, 'eps'):g}",
            f"{_default(keras.layers.BatchNormalization, 'epsilon'):g}",
            "none",
        ],
        "batch norm: weight of a new batch": [
            f"{nn.BatchNorm().momentum:g}",
            f"{_default(torch.nn.BatchNorm1d, 'momentum'):g}",
            f"{1 - _default(keras.layers.BatchNormalization, 'momentum'):.2g}",
            "none",
        ],
        "strength of L2": ["0", "0", "0", f"{_default(MLPClassifier, 'alpha'):g}"],
    }
    return {name: dict(zip(columns, row, strict=True)) for name, row in rows.items()}


def first_arrays(inputs: int, units: int) -> list[tuple[Array, Array]]:
    """Return the weights and biases that a layer starts with, in each program."""
    ours = nn.MLP([inputs, units], rng=np.random.default_rng(0)).arrays[0]
    theirs = MLPClassifier((units,), random_state=0)
    theirs.partial_fit(np.zeros((2, inputs)), [0, 1], classes=[0, 1])
    keras.utils.set_random_seed(0)
    keras_layer = keras.layers.Dense(units)
    keras_layer.build((None, inputs))
    torch_layer = torch.nn.Linear(inputs, units)
    return [
        (ours[0], ours[1]),
        (torch_layer.weight.detach().numpy(), torch_layer.bias.detach().numpy()),
        tuple(keras_layer.get_weights()),
        (theirs.coefs_[0], theirs.intercepts_[0]),
    ]


def _row(ours: str, theirs: type, name: str, keras_kind: type) -> list[str]:
    rates = _default(theirs, name), _default(keras_kind, "learning_rate")
    return [ours, *(f"{r:g}" for r in (*rates, _default(MLPClassifier, "learning_rate_init")))]


def _momenta() -> list[str]:
    kinds = (torch.optim.SGD, keras.optimizers.SGD, MLPClassifier)
    return ["0", *(f"{_default(kind, 'momentum'):g}" for kind in kinds)]


def _epsilons() -> list[str]:
    return [
        f"{nn.Adam().epsilon:g}, after",
        f"{_default(torch.optim.Adam, 'eps'):g}, after",
        f"{_default(keras.optimizers.Adam, 'epsilon'):g}, before",
        f"{_default(MLPClassifier, 'epsilon'):g}, before",
    ]


def _yes(on: bool) -> str:  # noqa: FBT001  (what it says in words)
    return "yes" if on else "no"


def _default(kind: type, name: str) -> Any:  # noqa: ANN401  (whatever the framework chose)
    return inspect.signature(kind.__init__).parameters[name].default


def history(snippet: str) -> dict[str, list[float]]:
    """Run a snippet of the chapter and return the losses that Keras noted, epoch by epoch."""
    found = runpy.run_path(str(ROOT / f"snippets/frameworks/{snippet}.py"))["history"].history
    names = {"training": "loss", "validation": "val_loss"}
    return {name: [round(v, 4) for v in found[theirs]] for name, theirs in names.items()}


def _rounded(found: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    return {
        name: {quantity: float(f"{value:.2g}") for quantity, value in values.items()}
        for name, values in found.items()
    }


if __name__ == "__main__":
    main()
