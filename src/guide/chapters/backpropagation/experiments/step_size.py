"""How wrong a difference is about a slope, for each size of the step."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

LOSS = nn.binary_cross_entropy
ADVICE = 1e-5


@dataclass(frozen=True)
class StepSizes:
    """Relative error of gradients by differences, over networks with random weights.

    Attributes:
        networks: How many networks were compared.
        steps: The sizes of the step.
        central, one_sided, coarse: First quartile, median and third quartile of the error for each
            step: of central differences, of one-sided ones, and of central ones in float32.
    """

    networks: int
    steps: Float[Array, " steps"]
    central: Float[Array, "steps 3"]
    one_sided: Float[Array, "steps 3"]
    coarse: Float[Array, "steps 3"]

    @property
    def best_step(self) -> float:
        """The step with the smallest median error of central differences."""
        return float(self.steps[self.central[:, 1].argmin()])

    @property
    def best(self) -> float:
        """That error."""
        return float(self.central[:, 1].min())

    @property
    def at_advice(self) -> float:
        """The power of ten nearest to the median error of central differences at step 1e-5."""
        error = self.central[np.abs(self.steps / ADVICE - 1).argmin(), 1]
        return float(10.0 ** np.round(np.log10(error)))

    @property
    def best_one_sided(self) -> float:
        """The smallest median error of one-sided differences."""
        return float(self.one_sided[:, 1].min())

    @property
    def best_coarse(self) -> float:
        """The smallest median error of central differences in float32."""
        return float(self.coarse[:, 1].min())

    @property
    def coarse_bound(self) -> float:
        """The largest power of ten below the smallest median error in float32."""
        return float(10.0 ** np.floor(np.log10(self.best_coarse)))

    @property
    def bending(self) -> float:
        """Powers of ten that the central error falls per power of ten, from step 0.1 to 0.001."""
        return _exponent(self.steps, self.central, 1e-3, 1e-1)

    @property
    def bending_one_sided(self) -> float:
        """Powers of ten that the one-sided error falls per power, from step 0.1 to 0.001."""
        return _exponent(self.steps, self.one_sided, 1e-3, 1e-1)

    @property
    def rounding(self) -> float:
        """Powers of ten that the central error falls per power, from step 1e-7 to 1e-12."""
        return _exponent(self.steps, self.central, 1e-12, 1e-7)


def _exponent(
    steps: Float[Array, " steps"], errors: Float[Array, "steps 3"], low: float, high: float
) -> float:
    """Fit a straight line to the logarithms of the median error between two steps."""
    chosen = (steps > low * 0.99) & (steps < high * 1.01)
    fitted = np.polyfit(np.log10(steps[chosen]), np.log10(errors[chosen, 1]), 1)
    return float(fitted[0])


@experiment
def step_sizes(seeds: int = 200) -> StepSizes:
    """Compare differences with backpropagation on 2-2-1 networks with normal random parameters."""
    rng = np.random.default_rng(0)
    start = nn.MLP((2, 2, 1), hidden=nn.sigmoid, output=nn.sigmoid, rng=rng)
    networks = start.with_parameters(rng.normal(size=(seeds, start.parameter_count)))
    made = networks.forward(nn.XOR.x)
    right = networks.backward(made, LOSS.gradient(made.outputs, nn.XOR.y)).parameters
    steps = np.logspace(0, -12, 37)

    def errors(kind: type[np.floating], *, central: bool) -> Float[Array, "steps 3"]:
        rough = np.array([_differences(networks, kind(step), central=central) for step in steps])
        sizes = np.linalg.norm(rough - right, axis=-1) / np.linalg.norm(right, axis=-1)
        return quartiles(sizes)

    return StepSizes(
        seeds,
        steps,
        errors(np.float64, central=True),
        errors(np.float64, central=False),
        errors(np.float32, central=True),
    )


def _differences(
    networks: nn.Network, step: np.floating, *, central: bool
) -> Float[Array, "networks parameters"]:
    """Move each parameter by a step and divide the rise of the loss, all in the step's dtype."""
    here = networks.parameters.astype(step.dtype)
    moves = step * np.eye(here.shape[-1], dtype=step.dtype)[:, None]

    def loss(parameters: Float[Array, "*moves networks parameters"]) -> Float[Array, "..."]:
        return LOSS(networks.with_parameters(parameters)(nn.XOR.x), nn.XOR.y)

    below, run = (loss(here - moves), 2 * step) if central else (loss(here), step)
    return np.asarray(((loss(here + moves) - below) / run).T)
