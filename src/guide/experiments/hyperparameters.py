"""What the chapter on hyperparameters states in numbers."""

import numpy as np

import nnbyhand as nn
from guide.experiments.hyperparameters_choices import choices, deep_decay, deep_dropout
from guide.experiments.hyperparameters_maps import (
    rate_and_batch,
    rate_and_optimizer,
    rate_and_scale,
)
from guide.experiments.hyperparameters_one_example import one_example
from guide.experiments.hyperparameters_search import searches
from guide.experiments.hyperparameters_seeds import duel
from guide.experiments.hyperparameters_sweeps import (
    batch,
    decay,
    dropout,
    epochs,
    layers,
    rate,
    width,
)
from guide.experiments.hyperparameters_worn import worn

__all__ = [
    "batch",
    "choices",
    "decay",
    "deep_decay",
    "deep_dropout",
    "dropout",
    "duel",
    "epochs",
    "guessing",
    "layers",
    "one_example",
    "rate",
    "rate_and_batch",
    "rate_and_optimizer",
    "rate_and_scale",
    "searches",
    "width",
    "worn",
]


def guessing() -> float:
    """Compute the cross-entropy, in nats, of saying one half to every point."""
    half = np.zeros((2, 1))
    return float(nn.binary_cross_entropy_from_logits(half, np.array([[0.0], [1.0]])))
