"""How many multiplications a pass forward and a pass backward take, read off the shapes."""

from dataclasses import dataclass

import numpy as np

import nnbyhand as nn


@dataclass(frozen=True)
class Cost:
    """Multiplications in the matrix products of a network, for one example.

    Attributes:
        parameters: How many weights and biases the network has.
        forward: Multiplications in a forward pass.
        backward: Multiplications in a backward pass, down to the first layer's weights.
        nudging: Multiplications in the forward passes of central differences, two for each
            parameter.
    """

    parameters: int
    forward: int
    backward: int
    nudging: int

    @property
    def ratio(self) -> float:
        """Backward over forward."""
        return self.backward / self.forward

    @property
    def saved(self) -> float:
        """Nudging over forward and backward together."""
        return self.nudging / (self.forward + self.backward)


def cost(sizes: tuple[int, ...] = (64, 32, 32, 10)) -> Cost:
    """Count the multiplications of a network for 8x8 pictures of digits, sizes 64, 32, 32, 10."""
    network = nn.MLP(sizes, rng=np.random.default_rng(0))
    made = network.forward(np.zeros((1, sizes[0])))
    forward = backward = 0
    for arrays, kept in zip(network.arrays, made.caches, strict=True):
        if arrays:  # a dense layer, which keeps its inputs; activations have no parameters
            examples, (inputs, units) = len(kept), arrays[0].shape
            product = examples * inputs * units
            is_first = forward == 0
            forward += product
            # One product for the weights, and one for the inputs unless these are the data.
            backward += product if is_first else 2 * product
    count = network.parameter_count
    return Cost(count, forward, backward, 2 * count * forward)
