"""Optimizers with one rate for all parameters: SGD, momentum, and Nesterov's momentum.

In the update rules g is the gradient of step t, v the velocity (0 before the first step), and mu
the momentum. The sources are listed in `nnbyhand.optimizers.facts`.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnbyhand.arguments import keep
from nnbyhand.optimizers import facts as optimizer_facts
from nnbyhand.optimizers.base import Optimizer, OptimizerState, Rate, Vector, Vectors  # noqa: F401  (the type of a field of the base)
from nnbyhand.shapes import float_between


@dataclass(frozen=True)
class SGD(Optimizer):
    """Stochastic gradient descent: straight against the gradient.

        theta <- theta - rate * g

    On a quadratic loss it converges for rates below 2 / (largest curvature) and diverges above.

    Attributes:
        rate: The learning rate, as `Optimizer` says.

    Source: Robbins and Monro 1951.

    Example:
        >>> import numpy as np
        >>> optimizer, theta = SGD(rate=0.5), np.array([1.0])
        >>> optimizer.step(theta, np.array([0.5]), optimizer.start(theta))[0]
        array([0.75])

    Chapter: gradient-descent.
    """

    name = "SGD"
    slug = "sgd"
    facts = optimizer_facts.SGD

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        return g, state.vectors


@dataclass(frozen=True)
class Momentum(Optimizer):
    """The heavy ball: each gradient goes on acting, weaker by a factor mu per step.

        v     <- mu * v + g
        theta <- theta - rate * v

    This is PyTorch's form. Sutskever et al. 2013, equations 1 and 2, Keras and scikit-learn put
    the rate inside: v <- mu * v - rate * g, theta <- theta + v. The two take the same steps while
    the rate stays the same. When it falls, PyTorch's form slows down at once, the other only for
    new gradients. Under a steady gradient, v grows to g / (1 - mu): 10 g for mu = 0.9.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        momentum: mu, strictly between 0 and 1.

    Raises:
        InputValueError: If ``momentum`` is out of range.

    Source: Polyak 1964.

    Example:
        >>> import numpy as np
        >>> optimizer, theta = Momentum(rate=1.0, momentum=0.5), np.array([0.0])
        >>> state = optimizer.start(theta)
        >>> for _ in range(2):  # moves by 1, then by 1 + 0.5
        ...     theta, state = optimizer.step(theta, np.array([1.0]), state)
        >>> theta
        array([-2.5])

    Chapter: optimizers.
    """

    momentum: float | int = 0.9

    name = "momentum"
    slug = "momentum"
    facts = optimizer_facts.MOMENTUM

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        (v,) = state.vectors
        v = self.momentum * v + g
        return v, (v,)

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        hint = "A momentum of 0 is nn.SGD; with 1, no gradient is ever forgotten."
        keep(self, momentum=float_between("momentum", self.momentum, 0.0, 1.0, hint))


@dataclass(frozen=True)
class Nesterov(Momentum):
    """Momentum that looks ahead: the gradient counts where the velocity is about to lead.

        v     <- mu * v + g
        theta <- theta - rate * (g + mu * v)

    Sutskever et al. 2013, equations 3 and 4, take the gradient at the point ahead,
    theta + mu * v, and move theta. Here, as in PyTorch, theta is that point ahead, which is where
    the gradient is at hand. At a constant rate both take their gradients at the same points.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        momentum: mu, strictly between 0 and 1.

    Source: Nesterov 1983, in the form of Sutskever et al. 2013.

    Example:
        >>> import numpy as np
        >>> optimizer, theta = Nesterov(rate=1.0, momentum=0.5), np.array([0.0])
        >>> optimizer.step(theta, np.array([1.0]), optimizer.start(theta))[0]  # by 1 + 0.5 * 1
        array([-1.5])

    Chapter: optimizers.
    """

    name = "Nesterov"
    slug = "nesterov"
    facts = optimizer_facts.NESTEROV

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        v, vectors = super()._direction(g, state)
        return g + self.momentum * v, vectors
