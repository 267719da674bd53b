"""Optimizers, first weights and activations, one changed at a time; and brakes on a deeper net."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments.sweeps import Sweep, each
from guide.chapters.hyperparameters.experiments.task import START, Setting, scores
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

SETTINGS = {
    "Adam (start)": START,
    "RMSprop": replace(START, optimizer=nn.RMSprop),
    "momentum": replace(START, optimizer=nn.Momentum),
    "SGD": replace(START, optimizer=nn.SGD),
    "He (start)": START,
    "a tenth of He": replace(START, scale=0.1),
    "all zero": replace(START, scale=0.0),
    "ten times He": replace(START, scale=10.0),
    "ReLU (start)": START,
    "tanh": replace(START, hidden=nn.tanh),
    "sigmoid": replace(START, hidden=nn.sigmoid),
    "none (linear)": replace(START, hidden=nn.linear),
}
"""Four optimizers, four scales of the first weights, four activations, each group with START."""

BRAKES = (0.0, 0.1, 0.3, 0.6)


@dataclass(frozen=True)
class Choices:
    """Validation losses of the settings that differ from the start in one choice.

    Attributes:
        seeds: How many networks were trained with each.
        quartiles: First quartile, median and third quartile of the validation loss, by setting.
        quartiles.SGD[1]: Median with plain SGD at the rate that suits Adam.
        quartiles[ten times He][1]: Median with first weights ten times as large as He's.
        quartiles[none (linear)][1]: Median without an activation.
    """

    seeds: int
    quartiles: Mapping[str, Float[Array, "3"]]

    def median(self, name: str) -> float:
        """Return the median with one of the settings."""
        return float(self.quartiles[name][1])


@experiment
def choices(seeds: int = 50) -> Choices:
    """Train with other optimizers, first weights and activations; all else as at the start."""
    known: dict[Setting, Array] = {}
    for setting in SETTINGS.values():
        if setting not in known:
            found = scores(setting, seeds).validation
            known[setting] = quartiles(found)
    return Choices(seeds, {name: known[setting] for name, setting in SETTINGS.items()})


@experiment
def deep_dropout(seeds: int = 50) -> Sweep:
    """Train networks of two hidden layers that drop 0 to 60 percent of their hidden outputs."""
    settings = [replace(START, layers=2, dropout=rate) for rate in BRAKES]
    return each(seeds, BRAKES, settings)


@experiment
def deep_decay(seeds: int = 50) -> Sweep:
    """Train networks of two hidden layers with weight decays from 0.003 to 3."""
    values = (0.003, 0.1, 0.3, 1.0)
    return each(seeds, values, [replace(START, layers=2, decay=decay) for decay in values])
