"""How the gradient changes from layer to layer, before anything is learned, and what that costs."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.vanishing_gradients.experiments.networks import LOSS, Deep, lamp
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

QUARTER = 0.25


@dataclass(frozen=True)
class TenLayers:
    """Networks of 10 hidden sigmoid layers, beside networks of one, on the staircase lamp.

    Attributes:
        weights: Length of the gradient at the weights of each hidden layer before training: first
            quartile, median and third quartile over the networks.
        weights[0, 1]: Median length of the gradient in the first hidden layer.
        weights[-1, 1]: Median length of the gradient in the last hidden layer.
        fold_millions: How many million times larger the median is in the last.
        deep, shallow: Loss before each step, quartiles as above.
        deep[-1, 1]: Median loss of the deep networks before the last step.
        shallow[-1, 1]: Median loss of the networks of one hidden layer before the last step.
        steps: How many steps there were.
        networks: How many networks of each kind there were.
    """

    weights: Float[Array, "layers 3"]
    fold_millions: float
    deep: Float[Array, "steps 3"]
    shallow: Float[Array, "steps 3"]
    steps: int
    networks: int


@experiment
def ten_layers(seeds: int = 100, steps: int = 200) -> TenLayers:
    """Train sigmoid networks of 10 hidden layers and of one, 8 units wide, at learning rate 1."""
    weights = quartiles(Deep(nn.sigmoid).flow(seeds).weights)
    first, last = float(weights[0, 1]), float(weights[-1, 1])
    deep, shallow = (
        _losses(Deep(nn.sigmoid, depth=depth).drawn(seeds), steps) for depth in (10, 1)
    )
    return TenLayers(weights, last / first / 1e6, deep, shallow, steps, seeds)


def _losses(network: nn.Network, steps: int) -> Float[Array, "steps 3"]:
    rng = np.random.default_rng(0)
    made = nn.train(network, *lamp(), loss=LOSS, optimizer=nn.SGD(1), epochs=steps, rng=rng)
    return quartiles(made.history.loss)


@dataclass(frozen=True)
class Passed:
    """What is left of the blame after it passed layers, over what it was in the last layer.

    Attributes:
        layers: How many layers it passed.
        bound: A quarter for each.
        plain, wide, tanh: The median of the blame in sigmoid layers with weights of gain 1 and of
            gain 8, and in tanh layers with gain 1.
        bound[-1]: The bound after all nine steps.
        plain[-1, 1]: The median of the blame after nine sigmoid layers with gain 1.
        wide[-1, 1]: The median of the blame after nine sigmoid layers with gain 8.
        tanh[-1, 1]: The median of the blame after nine tanh layers with gain 1.
        excess: How many times the bound the blame with gain 8 is after nine layers.
        slope_plain: Root of the mean squared slope with gain 1, median over the networks.
        slope_wide: Root of the mean squared slope with gain 8, median over the networks.
        z_wide: Standard deviation of z with gain 8, median over the networks.
    """

    layers: Float[Array, " steps"]
    bound: Float[Array, " steps"]
    plain: Float[Array, "steps 3"]
    wide: Float[Array, "steps 3"]
    tanh: Float[Array, "steps 3"]
    excess: float
    slope_plain: float
    slope_wide: float
    z_wide: float


@experiment
def quarter(seeds: int = 200) -> Passed:
    """Send the blame back through 10 hidden layers, 8 units wide, and compare with 0.25^n."""
    flows = [
        Deep(activation, gain).flow(seeds)
        for activation, gain in ((nn.sigmoid, 1.0), (nn.sigmoid, 8.0), (nn.tanh, 1.0))
    ]
    plain, wide, tanh = (quartiles(flow.blame[::-1] / flow.blame[-1]) for flow in flows)
    layers = np.arange(1.0 * len(plain))
    bound = QUARTER**layers
    return Passed(
        layers=layers,
        bound=bound,
        plain=plain,
        wide=wide,
        tanh=tanh,
        excess=float(wide[-1, 1] / bound[-1]),
        slope_plain=_slope(flows[0].z),
        slope_wide=_slope(flows[1].z),
        z_wide=float(np.median(np.std(flows[1].z[1:], axis=(0, 2, 3)))),
    )


def _slope(z: list[Float[Array, "seeds examples units"]]) -> float:
    squares = nn.sigmoid.derivative(np.array(z)) ** 2
    return float(np.median(np.sqrt(squares.mean(axis=(0, 2, 3)))))


@dataclass(frozen=True)
class ByLayer:
    """The gradient in every hidden layer of networks of one kind, before training.

    Attributes:
        blame: Length of the gradient at z, over its length in the last hidden layer: quartiles.
        weights: The same for the gradient at the weights.
        blame[0, 1]: The median blame in the first layer.
        weights[0, 1]: The median gradient at the weights in the first layer.
        last_weights: Length of the gradient at the weights of the last hidden layer: median.
        networks: How many networks there were.
    """

    blame: Float[Array, "layers 3"]
    weights: Float[Array, "layers 3"]
    last_weights: float
    networks: int


@experiment
def by_layer(
    activation: nn.Elementwise, gain: float, seeds: int = 200, depth: int = 20, width: int = 16
) -> ByLayer:
    """Send the blame back through 20 hidden layers, 16 units wide."""
    flow = Deep(activation, gain, depth=depth, width=width).flow(seeds)
    blame = quartiles(flow.blame / flow.blame[-1])
    weights = quartiles(flow.weights / flow.weights[-1])
    last = float(np.median(flow.weights[-1]))
    return ByLayer(blame, weights, last, seeds)


SMALL = 0.4
"""The gain of weights with standard deviation 0.1 in layers of 16 units."""


def small_deviation(units: int = 16) -> float:
    """Divide a gain of 0.4 by the square root of 16 inputs."""
    return float(SMALL / units**0.5)


def sigmoid_small(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 sigmoid layers with weights of deviation 0.1."""
    return by_layer(nn.sigmoid, SMALL, seeds)


def sigmoid_balanced(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 sigmoid layers with weights of gain 4.7."""
    return by_layer(nn.sigmoid, nn.gain(nn.sigmoid, backward=True), seeds)


def tanh_small(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 tanh layers with weights of deviation 0.1."""
    return by_layer(nn.tanh, SMALL, seeds)


def tanh_balanced(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 tanh layers with weights of gain 1.5."""
    return by_layer(nn.tanh, nn.gain(nn.tanh, backward=True), seeds)


def relu_small(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 ReLU layers with weights of deviation 0.1."""
    return by_layer(nn.relu, SMALL, seeds)


def relu_balanced(seeds: int = 200) -> ByLayer:
    """Send the blame back through 20 ReLU layers with weights by He's rule."""
    return by_layer(nn.relu, nn.gain(nn.relu, backward=True), seeds)
