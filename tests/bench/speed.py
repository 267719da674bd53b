"""Prints how fast training is beside NumPy by hand and beside the frameworks, and keeps the table.

Every figure is a ratio of two times from one run on one machine; `make bench` runs this. What it
found goes to `src/guide/experiments/speed.json`, from which the page on speed is built.
"""

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
from by_hand import adam_step, sgd_step
from contests import ratio
from costs import exponents
from ensembles import ensemble_against_loop
from frameworks import keras_step, scikit_learn_step, torch_step
from tasks import RATE, SMALL, TASKS, Task, our_step

import nnbyhand as nn

RESULTS = Path(__file__).parents[2] / "src/guide/experiments/speed.json"
LIBRARIES = ("nnbyhand", "numpy", "torch", "scikit-learn", "keras")
# The most that our time over NumPy's may be, and the least that theirs over ours may be.
BARS = {"numpy": 1.1, "torch": 4.0, "torch, large": 1.3, "scikit-learn": 3.0, "keras": 20.0}


def against_numpy(task: Task) -> dict[str, float]:
    """Return our time over that of the step by hand, by dtype and optimizer."""
    optimizers = {"SGD": (nn.SGD(RATE), sgd_step), "Adam": (nn.Adam(RATE), adam_step)}
    return {
        f"{name} {dtype.__name__}": ratio(our_step(task, dtype, optimizer), by_hand(task, dtype))
        for name, (optimizer, by_hand) in optimizers.items()
        for dtype in (np.float64, np.float32)
    }


def against_frameworks(task: Task) -> dict[str, float]:
    """Return how many times longer the frameworks take than we do, in float32 with SGD."""
    steps = {"torch": torch_step}
    if task in SMALL:
        steps |= {"scikit-learn": scikit_learn_step, "keras": keras_step}
    return {
        name: 1 / ratio(our_step(task, np.float32, nn.SGD(RATE)), step(task), pairs=15)
        for name, step in steps.items()
    }


def machine() -> dict[str, str]:
    """Say what this ran on."""
    versions = {library: version(library) for library in LIBRARIES}
    return {
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    } | versions


def main() -> None:
    """Run all contests, print them and write them down."""
    found = {
        "machine": machine(),
        "bars": BARS,
        "numpy": {task.name: against_numpy(task) for task in TASKS},
        "frameworks": {task.name: against_frameworks(task) for task in TASKS},
        "ensemble": ensemble_against_loop(),
        "exponents": exponents(),
    }
    text = json.dumps(_rounded(found), indent=2)
    print(text)
    RESULTS.write_text(f"{text}\n", encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return float(f"{value:.3g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main()
