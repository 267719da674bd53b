"""Tour 5: whether five layers of sigmoids learn what one layer learns.

The rule, set before anything was counted: a network has learned when at least 95 percent of its
points are right at the end. The gradient of a layer is the length of the loss's slopes at all its
weights and biases, before the first step.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.tours.experiments.networks import Choices, drawn, task, trained
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

LEARNED = 0.95

ONE = Choices(
    dataset="noisy_xor",
    examples=20,
    held=0,
    hidden=((6, "sigmoid"),),
    optimizer="momentum",
    rate=0.1,
    batch_size=0,
    stop_epochs=450,
)
FIVE = replace(ONE, hidden=((6, "sigmoid"),) * 5)
TANH = replace(ONE, hidden=((6, "tanh"),) * 5)
STEPS = (ONE, FIVE, TANH)


@dataclass(frozen=True)
class Deep:
    """How networks of one and of five hidden layers learn.

    Attributes:
        starts: How many first weights were tried for each network.
        one: Percent of the networks with one layer of sigmoids that learn.
        five: Percent of the networks with five layers of sigmoids that learn.
        five_loss: The median loss of five layers of sigmoids at the end.
        tanh: Percent of the networks with five layers of tanh that learn.
        shrinks: How many times longer the gradient of the fifth layer of sigmoids is than that of
            the first, before the first step, in the median network.
        tanh_shrinks: How many times as long the gradient of the fifth layer of tanh is as that of
            the first, before the first step, in the median network.
    """

    starts: int
    one: float
    five: float
    five_loss: float
    tanh: float
    shrinks: float
    tanh_shrinks: float


@experiment
def vanishing(seeds: int = 100) -> Deep:
    """Train one and five layers of sigmoids, and five of tanh, on the clouds of XOR."""
    one, five, tanh = (trained(choices, seeds) for choices in STEPS)
    return Deep(
        starts=seeds,
        one=one.share_right(LEARNED),
        five=five.share_right(LEARNED),
        five_loss=float(np.median(five.loss[-1])),
        tanh=tanh.share_right(LEARNED),
        shrinks=_shrinks(FIVE, seeds),
        tanh_shrinks=_shrinks(TANH, seeds),
    )


def _shrinks(choices: Choices, seeds: int) -> float:
    first, *_, last, _ = _lengths(choices, seeds)
    return float(np.median(last / first))


def _lengths(choices: Choices, seeds: int) -> list[Float[Array, " seeds"]]:
    """Return the length of the gradient of each dense layer before the first step."""
    network = drawn(choices, [np.random.default_rng(seed) for seed in range(1, seeds + 1)])
    examples, _ = task(choices, choices.data_seed)
    made = network.forward(examples.x)
    loss = nn.binary_cross_entropy_from_logits
    slopes = loss.gradient(made.outputs, np.broadcast_to(examples.y, made.outputs.shape))
    layers = network.cut(network.backward(made, slopes).parameters)
    flat = [[array.reshape(seeds, -1) for array in arrays] for arrays in layers if arrays]
    return [np.linalg.norm(np.concatenate(arrays, axis=1), axis=1) for arrays in flat]
