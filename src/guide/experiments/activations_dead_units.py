"""How many ReLU units die while small networks train, and whether a leak saves them."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.activations_networks import Networks
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

RATES = (1, 2, 4, 6, 8, 10)
SMALL_LEAK = nn.LeakyReLU(slope=0.01)
LARGE_LEAK = nn.LeakyReLU(slope=0.1)


@dataclass(frozen=True)
class StuckUnits:
    """Percent of the hidden units of a network that are negative for every example.

    Attributes:
        networks: How many networks were trained at each rate.
        rates: The learning rates.
        relu, small_leak, large_leak: First quartile, median and third quartile over the networks,
            for each rate; the leaks are 0.01 and 0.1.
        accuracy: Median percent of its examples that a network with ReLU gets right, for each rate.
    """

    networks: int
    rates: tuple[int, ...]
    relu: Float[Array, "rates 3"]
    small_leak: Float[Array, "rates 3"]
    large_leak: Float[Array, "rates 3"]
    accuracy: Float[Array, " rates"]

    @property
    def at_4(self) -> float:
        """Median percent of stuck ReLUs at learning rate 4."""
        return self._median(self.relu, 4)

    @property
    def at_6(self) -> float:
        """Median percent of stuck ReLUs at learning rate 6."""
        return self._median(self.relu, 6)

    @property
    def at_10(self) -> float:
        """Median percent of stuck ReLUs at learning rate 10."""
        return self._median(self.relu, 10)

    @property
    def small_leak_at_6(self) -> float:
        """Median percent of stuck units with a leak of 0.01 at learning rate 6."""
        return self._median(self.small_leak, 6)

    @property
    def large_leak_at_6(self) -> float:
        """Median percent of stuck units with a leak of 0.1 at learning rate 6."""
        return self._median(self.large_leak, 6)

    @property
    def accuracy_at_4(self) -> float:
        """Median percent of right answers at learning rate 4."""
        return float(self.accuracy[self.rates.index(4)])

    @property
    def accuracy_at_10(self) -> float:
        """Median percent of right answers at learning rate 10."""
        return float(self.accuracy[self.rates.index(10)])

    def _median(self, quartiles: Float[Array, "rates 3"], rate: int) -> float:
        return float(quartiles[self.rates.index(rate), 1])


@experiment
def dead_units(seeds: int = 200, steps: int = 30) -> StuckUnits:
    """Train networks of 16 hidden units for 30 steps and count units that are never positive."""
    start = Networks.drawn(seeds)
    relu, small, large = (
        [start.trained(leak, rate, steps) for rate in RATES]
        for leak in (nn.relu, SMALL_LEAK, LARGE_LEAK)
    )
    return StuckUnits(
        networks=seeds,
        rates=RATES,
        relu=np.array([end.stuck_quartiles() for end in relu]),
        small_leak=np.array([end.stuck_quartiles() for end in small]),
        large_leak=np.array([end.stuck_quartiles() for end in large]),
        accuracy=np.array([100 * np.median(end.accuracy(nn.relu)) for end in relu]),
    )


@dataclass(frozen=True)
class Revived:
    """Percent of the stuck units, over all networks, that are positive for an example again.

    Attributes:
        relu: Percent of the stuck ReLUs that are positive for an example again.
        small_leak: Percent of the stuck units with a leak of 0.01 that are positive again.
        large_leak: Percent of the stuck units with a leak of 0.1 that are positive again.
    """

    relu: float
    small_leak: float
    large_leak: float


@experiment
def revived_units(seeds: int = 200, steps: int = 30, gentle_steps: int = 120) -> Revived:
    """Train at learning rate 10 for 30 steps, then at 2 for 120, and count units that recover."""
    start = Networks.drawn(seeds)
    percent = []
    for leak in (nn.relu, SMALL_LEAK, LARGE_LEAK):
        harmed = start.trained(leak, 10, steps)
        stuck = harmed.stuck()
        healed = ~harmed.trained(leak, 2, gentle_steps).stuck()
        percent.append(100 * float(healed[stuck].mean()))
    return Revived(*percent)
