"""What a layer multiplies the variance by, and the gains of the activations."""

import math
from dataclasses import dataclass

import nnbyhand as nn
from guide.chapters.initialization.experiments.signals import WIDTH


@dataclass(frozen=True)
class Factors:
    """What a layer of 64 inputs multiplies the variance by, and what ten such layers make of it.

    Attributes:
        small: The factor for weights of standard deviation 0.01.
        large: The factor for weights of standard deviation 1.
        shrink: What the small weights multiply the standard deviation by.
        ten_halves: By how much ten layers that halve the variance divide the variance.
        ten_thirds: By how much ten layers that take a third of the variance divide it.
    """

    small: float
    large: float
    shrink: float
    ten_halves: float
    ten_thirds: float


def factors() -> Factors:
    """Multiply 64 inputs by the variance of a weight, and raise 2 and 3 to the tenth power."""
    small = WIDTH * 0.01**2
    return Factors(small, WIDTH, math.sqrt(small), 2**10, 3**10)


@dataclass(frozen=True)
class Gains:
    """Gains of the package, forward and backward, by activation.

    Attributes:
        relu: The gain of ReLU, forward.
        tanh: The gain of tanh, forward.
        tanh_backward: The gain of tanh, backward.
        sigmoid: The gain of the sigmoid, forward.
        sigmoid_backward: The gain of the sigmoid, backward.
        gelu: The gain of GELU, forward.
        silu: The gain of SiLU, forward.
    """

    relu: float
    tanh: float
    tanh_backward: float
    sigmoid: float
    sigmoid_backward: float
    gelu: float
    silu: float


def gains() -> Gains:
    """Compute gains from 1 over the root of a mean square under standard normal sums."""
    return Gains(
        nn.gain(nn.relu),
        nn.gain(nn.tanh),
        nn.gain(nn.tanh, backward=True),
        nn.gain(nn.sigmoid),
        nn.gain(nn.sigmoid, backward=True),
        nn.gain(nn.gelu),
        nn.gain(nn.silu),
    )
