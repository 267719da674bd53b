"""What the winner's validation score is worth when many settings were tried on a small set."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments.task import START, points, trained
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

TRIED = (1, 2, 4, 8, 16, 32, 64)
DECADES = (-2.0, 0.0)
LABELED = 2000
"""Points with labels: validation sets are drawn from the first half, the second is the test."""


@dataclass(frozen=True)
class Worn:
    """Percent right, over how many settings were tried.

    Attributes:
        seeds: How many training sets there were.
        draws: How many validation sets were drawn for each of them.
        examples: How many points a validation set holds.
        tried: How many settings were compared on it.
        validation: Mean percent of the validation set that the winner gets right.
        test: Mean percent of the test points that the same winner gets right.
        gap[-1]: The gap when 64 settings were tried.
        validation[-1]: The validation score of the winner when 64 settings were tried.
        test[-1]: The test score of the winner when 64 settings were tried.
        test[0]: The test score of the winner when one setting was tried.
    """

    seeds: int
    draws: int
    examples: int
    tried: tuple[int, ...]
    validation: Float[Array, " tried"]
    test: Float[Array, " tried"]

    @property
    def gap(self) -> Float[Array, " tried"]:
        """By how many points validation promises too much."""
        return np.asarray(self.validation - self.test)


@experiment
def worn(seeds: int = 8, draws: int = 200, examples: int = 40) -> Worn:
    """Try up to 64 learning rates and first weights, choose on 40 points, score on 1,000 more."""
    right = _right(trained(_untrained(seeds), START, _rates()).network)
    truth = right[:, :, LABELED // 2 :].mean(axis=2)
    rng = np.random.default_rng(8)
    chosen = np.zeros((2, seeds * draws, len(TRIED)))
    for number in range(seeds * draws):
        seed, order = number % seeds, rng.permutation(TRIED[-1])
        rows = rng.choice(LABELED // 2, examples, replace=False)
        scores = right[:, seed, rows].mean(axis=1)[order]
        winners = [int(scores[:tried].argmax()) for tried in TRIED]
        chosen[:, number] = scores[winners], truth[order, seed][winners]
    validation, test = 100 * chosen.mean(axis=1)
    return Worn(seeds, draws, examples, TRIED, validation, test)


def _untrained(seeds: int) -> nn.Network:
    """Draw first weights for 64 networks on each training set."""
    rng = np.random.default_rng(7)
    return nn.MLP((2, START.width, 1), networks=(TRIED[-1], seeds), rng=rng)


def _rates() -> Float[Array, "settings 1 1"]:
    """Draw 64 learning rates, evenly over two decades."""
    exponents = np.random.default_rng(9).uniform(*DECADES, size=(TRIED[-1], 1, 1))
    return np.asarray(10**exponents)


def _right(network: nn.Network) -> Bool[np.ndarray, "settings seeds points"]:
    """Tell which labeled points each trained network gets right."""
    labeled = points(network.networks[-1], LABELED, 10)
    scores = network(np.broadcast_to(labeled.x, (*network.networks, LABELED, 2)))
    return np.asarray(((scores > 0) == (labeled.y > 0))[..., 0])
