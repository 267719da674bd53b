"""Prints how fast training is beside NumPy by hand and beside the frameworks, and keeps the table.

Every figure is a ratio of two times from one run on one machine; `make bench` runs this. What it
found goes to `src/guide/chapters/speed/experiments.json`, from which the page on speed is built.
"""

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

import numpy as np
from by_hand import adam_step, sgd_step
from contests import THREADS, ratio, ratios, spread, use_fastest_threads, use_threads
from costs import exponents
from ensembles import ensemble_against_loop
from tasks import RATE, TASKS, Task, our_step
from trainings import TRAININGS, Contestant, Ours, Training, fastest, learned, turns
from with_keras import Keras, keras_step
from with_scikit_learn import ScikitLearn
from with_torch import Torch, torch_step

import nnbyhand as nn

RESULTS = Path(__file__).parents[2] / "src/guide/chapters/speed/experiments.json"
LIBRARIES = ("nnbyhand", "numpy", "scikit-learn", "torch", "keras", "jax")
ROUNDS = 5


def against_numpy(task: Task) -> dict[str, float]:
    """Return our time over that of the step by hand, by dtype and optimizer."""
    optimizers = {"SGD": (nn.SGD(RATE), sgd_step), "Adam": (nn.Adam(RATE), adam_step)}
    return {
        f"{name} {dtype.__name__}": ratio(our_step(task, dtype, optimizer), by_hand(task, dtype))
        for name, (optimizer, by_hand) in optimizers.items()
        for dtype in (np.float64, np.float32)
    }


def trainings_against_frameworks(training: Training) -> dict[str, dict[str, object]]:
    """Return how many times longer a whole training takes in the frameworks, and what it reached.

    Each is used in the fastest of its ordinary ways. All take their turn in each round, and each
    ratio is of two times from one round.
    """
    contestants: dict[str, Contestant] = {
        "nnbyhand": fastest(Ours(training, threads) for threads in THREADS),
        "scikit-learn": fastest(ScikitLearn(training, threads) for threads in THREADS),
        "PyTorch": Torch.fastest(training),
        "Keras": fastest(Keras.ways(training)),
    }
    times = turns(contestants.values(), ROUNDS)
    longer = [[a / b for a, b in zip(each, times[0], strict=True)] for each in times]
    return {
        name: {"times longer": spread(ratios), "way": one.way, **learned(training, one)}
        for (name, one), ratios in zip(contestants.items(), longer, strict=True)
    }


def steps_against_frameworks(task: Task) -> dict[str, dict[str, object]]:
    """Return how many times longer a step of the frameworks takes, in float32 with SGD."""
    ours = our_step(task, np.float32, nn.SGD(RATE))
    use_fastest_threads(ours)
    in_torch, way = torch_step(task)
    return {
        name: {"times longer": spread([1 / each for each in ratios(ours, step, 15)]), "way": way}
        for name, step, way in (
            ("PyTorch", in_torch, way),
            ("Keras", keras_step(task), "train_on_batch"),
        )
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
    use_threads(1)  # whatever else the machine does then disturbs least; contests choose their own
    found = {
        "machine": machine(),
        "numpy": {task.name: against_numpy(task) for task in TASKS},
        "ensemble": ensemble_against_loop(),
        "exponents": exponents(),
        "trainings": {one.name: trainings_against_frameworks(one) for one in TRAININGS},
        "steps": {task.name: steps_against_frameworks(task) for task in TASKS},
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
