"""Ten noisy points of a sine, and a network that fits them exactly or pays a price for weights.

Its hidden layer is drawn and stays; the output weights are those of least loss, so that any
strength of L2 has one answer, without training.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.shapes import Array

POINTS, HELD_OUT = 10, 50
NOISE = 0.4
MOST_UNITS = 40
SPREAD = 1.5  # standard deviation of the hidden weights and biases
STRENGTHS = 10 ** (np.arange(-24, 5) / 4)
"""From a millionth to 10."""


@dataclass(frozen=True)
class Priced:
    """What the network makes of the points at one strength, and how wrong it is at each.

    Attributes:
        grid, curve: Where its outputs are drawn, and what they are.
        train, validation: Mean squared error at each of the strengths.
        length: Length of the output weights at the one strength.
    """

    grid: Float[Array, " grid"]
    curve: Float[Array, " grid"]
    train: Float[Array, " strengths"]
    validation: Float[Array, " strengths"]
    length: float


def points() -> tuple[Float[Array, "2 points"], Float[Array, "2 held"], Float[Array, "2 units"]]:
    """Draw the points to learn, points to validate, and weights and biases of hidden units."""
    rng = np.random.default_rng(2)  # a seed on which the network overfits; with some it does not
    sets = []
    for count in (POINTS, HELD_OUT):
        x = np.linspace(-3, 3, count)
        sets.append(np.stack([x, np.sin(x) + NOISE * rng.normal(size=count)]))
    return sets[0], sets[1], SPREAD * rng.normal(size=(2, MOST_UNITS))


def priced(strength: float, units: int) -> Priced:
    """Fit the output weights at one strength, and measure both errors at all of them."""
    (x, y), (held_x, held_y), hidden = points()
    grid = np.linspace(-3.2, 3.2, 121)
    made, held, drawn = (_outputs(each, hidden[:, :units]) for each in (x, held_x, grid))
    fits = [_fitted(made, y, each) for each in STRENGTHS]
    train = [np.mean((made @ fit - y) ** 2) for fit in fits]
    validation = [np.mean((held @ fit - held_y) ** 2) for fit in fits]
    chosen = _fitted(made, y, strength)
    length = float(np.linalg.norm(chosen[1:]))
    return Priced(grid, drawn @ chosen, np.array(train), np.array(validation), length)


def _outputs(
    x: Float[Array, " points"], hidden: Float[Array, "2 units"]
) -> Float[Array, "points columns"]:
    """Return a column of ones, for the bias, and one for each hidden unit."""
    weights, biases = hidden
    return np.column_stack([np.ones_like(x), np.tanh(x[:, None] * weights + biases)])


def _fitted(
    made: Float[Array, "points columns"], y: Float[Array, " points"], strength: float
) -> Float[Array, " columns"]:
    """Return the output bias and weights of least loss; only weights have a price."""
    price = strength * np.diag([0.0, *[1.0] * (made.shape[1] - 1)])
    return np.linalg.solve(made.T @ made / len(y) + price, made.T @ y / len(y))
