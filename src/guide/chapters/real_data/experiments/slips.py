"""Slips before training: a split without strata, a column in another unit."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn
from guide.chapters.real_data.experiments.iris import NETWORK
from guide.chapters.real_data.experiments.splits import Splits
from guide.experiments.cache import experiment
from guide.experiments.spread import percent

FEW = 6
SMALL_UNITS = np.array([100.0, 1.0, 1.0, 1.0])
"""The sepal length in tenths of millimeters, the others in centimeters."""


@dataclass(frozen=True)
class Unstratified:
    """How uneven test parts become that are drawn without regard to the classes.

    Attributes:
        seeds: How many splits there are.
        lopsided: Percent of the splits with six or fewer test flowers of one of the three classes.
        fewest: The fewest flowers of a class in any test part.
    """

    seeds: int
    lopsided: float
    fewest: int


@experiment
def unstratified(seeds: int = 1000) -> Unstratified:
    """Draw test parts of 30 irises at random and count each class in them."""
    y = nn.iris().y
    drawn = [np.random.default_rng(seed).permutation(y)[:30] for seed in range(seeds)]
    fewest = np.array([np.bincount(labels, minlength=3).min() for labels in drawn])
    return Unstratified(seeds, percent(fewest <= FEW), int(fewest.min()))


@dataclass(frozen=True)
class Units:
    """Percent of the test irises right, on average, with one column in a small unit.

    Attributes:
        seeds: How many splits there are.
        network_raw: Percent right of 4-16-3 networks, with the columns as they are.
        network_scaled: Percent right of 4-16-3 networks, with the columns standardized.
        neighbor_raw, neighbor_scaled: Of the nearest neighbor.
    """

    seeds: int
    network_raw: float
    network_scaled: float
    neighbor_raw: float
    neighbor_scaled: float


@experiment
def units(seeds: int = 100) -> Units:
    """Write one column of Iris in a unit 100 times smaller, then train with and without scaling."""
    flowers = nn.iris()
    data = nn.Data(flowers.x * SMALL_UNITS, flowers.y, flowers.names, flowers.classes)
    found = {}
    for name, scaled in (("raw", False), ("scaled", True)):
        splits = Splits.of(data, seeds, scaled=scaled)
        outputs = NETWORK.trained(splits).network(splits.test.x)
        found[f"network_{name}"] = percent(splits.right(outputs))
        found[f"neighbor_{name}"] = percent(splits.right(splits.nearest()))
    return Units(seeds, **found)
