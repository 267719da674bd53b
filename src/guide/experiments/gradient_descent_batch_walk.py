"""One walk of mini-batch gradient descent over the bills for light, with scaled hours."""

import numpy as np
from jaxtyping import Float

from guide.experiments.gradient_descent_bills import Bills
from nnbyhand.shapes import Array

NIGHTS = 64


def scaled_bills() -> tuple[Float[Array, " nights"], Float[Array, " nights"]]:
    """Return standardized hours, and cents, of one set of nights."""
    bills = Bills.drawn(1, NIGHTS).rescaled(1.0, 1.0)
    return bills.x[:, 0], bills.cents[:, 0]


def bottom() -> Float[Array, "2"]:
    """Return the line of least loss."""
    return Bills.drawn(1, NIGHTS).rescaled(1.0, 1.0).ravine().bottom()[:, 0]


def batch_walk(batch: int, rate: float, steps: int) -> Float[Array, "places 2"]:
    """Return where the line is before and after each step, with nights shuffled every epoch."""
    x, cents = scaled_bills()
    rng, order = np.random.default_rng(1), np.empty(0, dtype=int)
    places = [np.zeros(2)]
    for _ in range(steps):
        if not len(order):
            order = rng.permutation(NIGHTS)
        seen, order = order[:batch], order[batch:]
        w, b = places[-1]
        errors = w * x[seen] + b - cents[seen]
        places.append(places[-1] - rate * np.array([(errors * x[seen]).mean(), errors.mean()]))
    return np.array(places)
