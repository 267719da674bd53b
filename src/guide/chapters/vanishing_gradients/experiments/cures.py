"""Each cure on the same deep networks: what it does to the gradient, and to learning."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.vanishing_gradients.experiments.networks import LOSS, Deep, lamp
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array

FAINT = 0.25
LIMIT = 1.0
ALMOST = 99.9  # percent: all examples, with room for rounding
BALANCED = nn.gain(nn.sigmoid, backward=True)
TOO_LARGE = 2 * nn.gain(nn.relu, backward=True)

SIGMOID = {
    "as it stands": Deep(nn.sigmoid),
    "tanh": Deep(nn.tanh),
    "ReLU": Deep(nn.relu),
    "weights × 4.7": Deep(nn.sigmoid, BALANCED),
    "batch norm": Deep(nn.sigmoid, normalization="batch"),
    "layer norm": Deep(nn.sigmoid, normalization="layer"),
    "residual": Deep(nn.sigmoid, residual=True),
    "clipping": Deep(nn.sigmoid),
}
TANH = {
    "as it stands": Deep(nn.tanh, FAINT),
    "ReLU": Deep(nn.relu, FAINT),
    "weights × 4": Deep(nn.tanh),
    "layer norm": Deep(nn.tanh, FAINT, "layer"),
    "residual": Deep(nn.tanh, FAINT, residual=True),
    "layer norm + residual": Deep(nn.tanh, FAINT, "layer", residual=True),
}
RELU = {
    "as it stands": Deep(nn.relu, TOO_LARGE),
    "residual": Deep(nn.relu, TOO_LARGE, residual=True),
    "clipping": Deep(nn.relu, TOO_LARGE),
}
PATIENTS = {"sigmoid": SIGMOID, "tanh": TANH, "relu": RELU}


@dataclass(frozen=True)
class Cure:
    """Networks with a cure, before training and after 120 steps.

    Attributes:
        ratios: Blame in the first hidden layer over that in the last, before training: first
            quartile, median and third quartile over the networks.
        ratio: Median blame in the first hidden layer over that in the last, before training.
        first_step: Length of the whole gradient at the first step, before any clipping: the median.
        rows_differ: How far the outputs of the last hidden layer lie from their mean over the
            examples, in percent of their own length, before training: the median.
        accuracies: Percent of the examples right after training: quartiles.
        accuracy: Median percent of the examples right after training.
        learned: Percent of the networks that get all examples right.
        diverged: Percent whose loss stopped being a finite number.
        networks: How many networks were trained.
        steps: For how many steps each was trained.
    """

    ratios: Float[Array, "3"]
    ratio: float
    first_step: float
    rows_differ: float
    accuracies: Float[Array, "3"]
    accuracy: float
    learned: float
    diverged: float
    networks: int
    steps: int

    @property
    def left(self) -> float:
        """Percent of the networks that do not get all examples right."""
        return 100 - self.learned


@experiment
def cure(patient: str, name: str, seeds: int = 250, steps: int = 120, rate: float = 0.3) -> Cure:
    """Train networks of 10 hidden layers with one cure for 120 steps at learning rate 0.3."""
    kind = PATIENTS[patient][name]
    flow, (x, y), rng = kind.flow(seeds), lamp(), np.random.default_rng(0)
    ratios = quartiles(flow.ratio)
    made = nn.train(
        kind.drawn(seeds),
        x,
        y,
        loss=LOSS,
        optimizer=nn.SGD(rate),
        epochs=steps,
        rng=rng,
        clip=partial(nn.clip_by_norm, limit=LIMIT) if name == "clipping" else None,
        on_divergence="mark",
    )
    with np.errstate(over="ignore", invalid="ignore"):  # outputs of networks that diverged
        right = 100 * ((made.network(x) > 0) == (y > 0)).mean(axis=(1, 2))
    gone = made.stopped == "divergence"
    found = quartiles(np.where(gone, 0, right))
    length = float(np.median(np.linalg.norm(flow.gradient, axis=1)))
    before = ratios, float(ratios[1]), length, _rows_differ(flow.last)
    learned, diverged = (percent(part) for part in ((right > ALMOST) & ~gone, gone))
    return Cure(*before, found, float(found[1]), learned, diverged, seeds, steps)


def _rows_differ(a: Float[Array, "seeds examples units"]) -> float:
    away = np.linalg.norm(a - a.mean(axis=1, keepdims=True), axis=(1, 2))
    lengths = np.linalg.norm(a, axis=(1, 2))
    return float(np.median(100 * away / np.where(lengths > 0, lengths, 1)))


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
