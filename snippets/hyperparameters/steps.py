"""Transcribes steps.tex: the steps of a run, against counted batches."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw epochs, batch size, and examples that fill whole batches."""
    batch = rng.integers(1, 9)
    examples = batch * rng.integers(1, 9)
    return {"epochs": rng.integers(1, 9), "examples": examples, "batch": batch}


def equation(epochs: int, examples: int, batch: int) -> np.ndarray:
    r"""Divide what is seen in all epochs by what one step sees.

    T = \frac{E \cdot m}{B}
    """
    return np.asarray(float(epochs * examples / batch))


def package(epochs: int, examples: int, batch: int) -> np.ndarray:
    """Count the batches that training would step through."""
    rng = np.random.default_rng(0)
    sizes = int(examples), int(batch)
    steps = [len(nn.batches(*sizes, rng=rng)) for _ in range(int(epochs))]
    return np.asarray(float(sum(steps)))
