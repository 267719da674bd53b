"""What the chapter on vanishing gradients states in numbers."""

import nnbyhand as nn
from guide.experiments.vanishing_gradients_cures import PATIENTS, Cure, cure
from guide.experiments.vanishing_gradients_depth import ByLayer, by_layer, quarter, ten_layers
from guide.experiments.vanishing_gradients_limits import blocked, underflow
from guide.experiments.vanishing_gradients_powers import powers
from guide.experiments.vanishing_gradients_slopes import (
    expected,
    relu_slopes,
    sigmoid_slopes,
    tanh_slopes,
)

__all__ = [
    "PATIENTS",
    "Cure",
    "blocked",
    "by_layer",
    "cure",
    "expected",
    "powers",
    "quarter",
    "relu_slopes",
    "sigmoid_slopes",
    "tanh_slopes",
    "ten_layers",
    "underflow",
]

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


def sigmoid_untreated(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with no cure for 120 steps at learning rate 0.3."""
    return cure("sigmoid", "as it stands", seeds)


def sigmoid_clipped(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with gradients clipped to length 1, for 120 steps."""
    return cure("sigmoid", "clipping", seeds)


def sigmoid_to_tanh(seeds: int = 250) -> Cure:
    """Train ten tanh layers in the place of the sigmoid ones, for 120 steps."""
    return cure("sigmoid", "tanh", seeds)


def sigmoid_to_relu(seeds: int = 250) -> Cure:
    """Train ten ReLU layers in the place of the sigmoid ones, for 120 steps."""
    return cure("sigmoid", "ReLU", seeds)


def sigmoid_larger_weights(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with weights 4.7 times as large, for 120 steps."""
    return cure("sigmoid", "weights × 4.7", seeds)


def sigmoid_batch_norm(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with batch normalization, for 120 steps."""
    return cure("sigmoid", "batch norm", seeds)


def sigmoid_layer_norm(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with layer normalization, for 120 steps."""
    return cure("sigmoid", "layer norm", seeds)


def sigmoid_residual(seeds: int = 250) -> Cure:
    """Train ten sigmoid layers with residual connections, for 120 steps."""
    return cure("sigmoid", "residual", seeds)


def tanh_untreated(seeds: int = 250) -> Cure:
    """Train ten tanh layers whose weights are a quarter of LeCun's, for 120 steps."""
    return cure("tanh", "as it stands", seeds)


def tanh_to_relu(seeds: int = 250) -> Cure:
    """Train ten ReLU layers in the place of the tanh ones, with the same faint weights."""
    return cure("tanh", "ReLU", seeds)


def tanh_larger_weights(seeds: int = 250) -> Cure:
    """Train ten tanh layers with weights four times as large, for 120 steps."""
    return cure("tanh", "weights × 4", seeds)


def tanh_layer_norm(seeds: int = 250) -> Cure:
    """Train ten faint tanh layers with layer normalization, for 120 steps."""
    return cure("tanh", "layer norm", seeds)


def tanh_residual(seeds: int = 250) -> Cure:
    """Train ten faint tanh layers with residual connections, for 120 steps."""
    return cure("tanh", "residual", seeds)


def tanh_both(seeds: int = 250) -> Cure:
    """Train ten faint tanh layers with layer normalization and residual connections."""
    return cure("tanh", "layer norm + residual", seeds)


def relu_untreated(seeds: int = 250) -> Cure:
    """Train ten ReLU layers with weights twice as large as He's, for 120 steps."""
    return cure("relu", "as it stands", seeds)


def relu_residual(seeds: int = 250) -> Cure:
    """Train ten ReLU layers with weights twice as large as He's, with residual connections."""
    return cure("relu", "residual", seeds)


def relu_clipped(seeds: int = 250) -> Cure:
    """Train ten ReLU layers with weights twice as large as He's, gradients clipped to length 1."""
    return cure("relu", "clipping", seeds)
