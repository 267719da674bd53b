"""Two activations and their slopes as they should be, and with the faults that readers make."""

from collections.abc import Callable, Sequence

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.judging import Suspect

Asked = tuple[Callable[[Array], Array], str, Sequence[Suspect]]
"""A function, what to do while it returns nothing, and what it is mistaken for."""


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + e^-z), without a power that overflows."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def sigmoid_slope(z: Array) -> Array:
    """Return the slope of the sigmoid at the sum z."""
    return sigmoid(z) * sigmoid(-z)


def relu(z: Array) -> Array:
    """Return z where it is positive, else 0."""
    return np.maximum(0.0, z)


def relu_slope(z: Array) -> Array:
    """Return 1 where z is positive, else 0, as this guide takes it at the corner."""
    return np.where(z > 0, 1.0, 0.0)


_SIGN = (
    "The sign is turned: it falls where the sigmoid rises. The power is of minus z: `np.exp(-z)`."
)
_SOFTMAX = (
    "This is softmax: every entry is divided by the sum of all. The sigmoid looks at each entry"
    " alone."
)
_AT_THE_OUTPUT = (
    "This is `z * (1 - z)`, which is the slope only where `z` is already the *output* of the"
    " sigmoid. Here `z` is the sum, so compute the output first: `a = sigmoid(z)`, then"
    " `a * (1 - a)`."
)
SIGMOID: Asked = (
    sigmoid,
    "Return 1 / (1 + e^(-z)), for each entry of the array `z`.",
    (
        Suspect(_SIGN, lambda z: sigmoid(-z)),
        Suspect(
            "Python divides before it adds: `1 / 1 + …` is not `1 / (1 + …)`. Put the sum in"
            " parentheses.",
            lambda z: 1 + np.exp(-z),
        ),
        Suspect("This is the tanh. The sigmoid runs from 0 to 1.", np.tanh),
        Suspect("This is `z` itself.", lambda z: z),
        *(
            Suspect(
                _SOFTMAX,
                lambda z, top=top: np.exp(z - top(z)) / np.exp(z - top(z)).sum(),
            )
            for top in (np.max, np.zeros_like)
        ),
        Suspect(
            "Whole numbers come out rounded down. `np.zeros_like` and `np.empty_like` copy the type"
            " of `z`, and an array of whole numbers holds nothing else. Compute with"
            " `1 / (1 + np.exp(-z))` at once.",
            lambda z: np.floor(sigmoid(z)) if z.dtype == int else sigmoid(z),
        ),
    ),
)
SIGMOID_SLOPE: Asked = (
    sigmoid_slope,
    "Return the slope at the sum `z`: the sigmoid of `z`, times 1 less it.",
    (
        Suspect(_AT_THE_OUTPUT, lambda z: z * (1 - z)),
        Suspect(
            "This is the sigmoid itself. Its slope is `a * (1 - a)`, with `a = sigmoid(z)`.",
            sigmoid,
        ),
        Suspect(
            "This is 1 less the sigmoid. Multiply it by the sigmoid.", lambda z: 1 - sigmoid(z)
        ),
        Suspect(
            "The slope is negative here, but the sigmoid rises. Turn the sign.",
            lambda z: -sigmoid_slope(z),
        ),
        Suspect(
            "This is `1 - a ** 2`, the slope of the tanh. That of the sigmoid is `a * (1 - a)`.",
            lambda z: 1 - sigmoid(z) ** 2,
        ),
        Suspect(
            "It should be `a * (1 - a)`, with a minus.", lambda z: sigmoid(z) * (1 + sigmoid(z))
        ),
        Suspect(
            "The sigmoid is applied twice: this is the slope at `sigmoid(z)`, not at `z`. Is the"
            " slope asked for where `a` stands? `z` is what comes in.",
            lambda z: sigmoid_slope(sigmoid(z)),
        ),
        Suspect(
            "Only one factor takes the sigmoid. Both do: `a * (1 - a)`, with `a = sigmoid(z)`.",
            lambda z: sigmoid(z) * (1 - z),
        ),
    ),
)
RELU: Asked = (
    relu,
    "Return `z` where it is positive, and 0 elsewhere.",
    (
        Suspect("This is `abs`: negative sums become positive. ReLU makes them 0.", np.abs),
        Suspect(
            "This keeps what is negative. ReLU keeps what is positive.", lambda z: np.minimum(0, z)
        ),
        Suspect("The sign is turned: ReLU keeps what is positive as it is.", lambda z: relu(-z)),
        Suspect("This is the slope of ReLU. ReLU keeps `z` where it is positive.", relu_slope),
        Suspect("This is `z` itself. Make 0 of what is negative.", lambda z: z),
        Suspect(
            "It is capped at 1. ReLU lets positive sums through as they are, however large.",
            lambda z: np.clip(z, 0, 1),
        ),
        Suspect(
            "It answers with the largest entry alone. `np.max` goes over the array, `np.maximum(0,"
            " z)` compares entry by entry.",
            lambda z: np.maximum(0, z.max()),
        ),
        Suspect(
            "This is a leaky ReLU: negative sums leak through. Make them 0.",
            lambda z: np.where(z > 0, z, 0.01 * z),
        ),
    ),
)
RELU_SLOPE: Asked = (
    relu_slope,
    "Return 1 where `z` is positive, and 0 elsewhere.",
    (
        Suspect(
            "The slope at 0 is taken to be 1. This guide takes 0: `z > 0`. With `>=`, a mask made"
            " from outputs of ReLU would be true everywhere, and the way back would not see ReLU"
            " at all.",
            lambda z: np.where(z >= 0, 1.0, 0.0),
        ),
        Suspect(
            "The slope is 1 everywhere. Compare the sum `z` with 0, not the output: the output of"
            " ReLU is never negative.",
            np.ones_like,
        ),
        Suspect("This is ReLU itself. Its slope is 1 where `z` is positive, else 0.", relu),
        Suspect("Left of zero ReLU is flat: its slope is 0 there, not -1.", np.sign),
        Suspect(
            "It is the wrong way around: 1 where `z` is positive.", lambda z: 1 - relu_slope(z)
        ),
        Suspect("At 0, this guide takes the slope 0.", lambda z: np.heaviside(z, 0.5)),
    ),
)
