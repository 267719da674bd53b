"""Bills for light: what lines through nights cost, and the ravine that this loss is.

A line says that a night costs `w * hours + b` cents. The loss is half the mean squared error. Every
array has one column per data set; a set has nights of its own.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.shapes import Array

PRICE, CHARGE, SCATTER = 3.0, 10.0, 2.0
"""Cents per hour of light, cents per night, and the standard deviation around that line."""


@dataclass(frozen=True)
class Bills:
    """Nights of many data sets.

    Attributes:
        x: The input of each night: hours of light, or what was made of them.
        cents: What the night cost.
    """

    x: Float[Array, "nights sets"]
    cents: Float[Array, "nights sets"]

    @classmethod
    def drawn(cls, sets: int, nights: int = 64) -> "Bills":
        """Draw hours from 0 to 10 and what they cost."""
        rng = np.random.default_rng(0)
        hours = rng.uniform(0, 10, (nights, sets))
        return cls(hours, PRICE * hours + CHARGE + rng.normal(0, SCATTER, hours.shape))

    def rescaled(
        self, shift: Float[Array, "*sets"] | float, power: Float[Array, "*sets"] | float
    ) -> "Bills":
        """Subtract a part of the mean of x, and divide by a power of its standard deviation."""
        moved = self.x - shift * self.x.mean(axis=0)
        return Bills(moved / self.x.std(axis=0) ** power, self.cents)

    def ravine(self) -> "Ravine":
        """Return the loss as a function of the line."""
        return Ravine(
            xx=(self.x * self.x).mean(axis=0),
            x=self.x.mean(axis=0),
            xy=(self.x * self.cents).mean(axis=0),
            y=self.cents.mean(axis=0),
        )


@dataclass(frozen=True)
class Ravine:
    """The loss over all lines: a quadratic, which four means over the nights decide.

    Attributes:
        xx, x, xy, y: The means of x * x, x, x * cents and cents.
    """

    xx: Float[Array, " sets"]
    x: Float[Array, " sets"]
    xy: Float[Array, " sets"]
    y: Float[Array, " sets"]

    def curvatures(self) -> Float[Array, "2 sets"]:
        """Return the least and the largest eigenvalue of the Hessian."""
        ones = np.ones_like(self.x)
        rows = np.array([[self.xx, self.x], [self.x, ones]])
        return np.asarray(np.linalg.eigvalsh(rows.transpose(2, 0, 1)).T)

    def bottom(self) -> Float[Array, "2 sets"]:
        """Return slope and start of the line with the least loss."""
        w = (self.xy - self.x * self.y) / (self.xx - self.x * self.x)
        return np.stack([w, self.y - w * self.x])

    def step(
        self, line: Float[Array, "2 *rates sets"], rate: Float[Array, "*rates sets"]
    ) -> Float[Array, "2 *rates sets"]:
        """Take one step of gradient descent on all nights."""
        w, b = line
        slopes = np.stack([self.xx * w + self.x * b - self.xy, self.x * w + b - self.y])
        return np.asarray(line - rate * slopes)

    def after(self, rate: Float[Array, "*rates sets"], steps: int) -> Float[Array, "2 *rates sets"]:
        """Return the lines that so many steps from 0 lead to."""
        return self.walk(rate, steps, every=steps)[:, -1]

    def walk(
        self, rate: Float[Array, "*rates sets"], steps: int, every: int = 1
    ) -> Float[Array, "2 kept *rates sets"]:
        """Return the line 0, and the lines that steps from there lead to."""
        line: Float[Array, "2 *rates sets"] = np.zeros((2, *rate.shape))
        lines = [line]
        for step in range(1, steps + 1):
            line = self.step(line, rate)
            if step % every == 0:
                lines.append(line)
        return np.stack(lines, axis=1)

    def excess(self, line: Float[Array, "2 *others sets"]) -> Float[Array, "*others sets"]:
        """Return by how much the loss of a line exceeds the least loss."""
        w, b = (place - lowest for place, lowest in zip(line, self.bottom(), strict=True))
        return np.asarray((self.xx * w * w + 2 * self.x * w * b + b * b) / 2)


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
