"""Optimizers that adapt the step in each parameter by itself: AdaGrad, RMSprop, Adam and AdamW.

They divide by the root of past squared gradients, so that the step is about as long as the rate
in every parameter, however large or small its gradients are.

In the update rules g is the gradient of step t = 1, 2, ...; s, m and v are running vectors, 0
before the first step; squares, roots and divisions go entry by entry. epsilon stands outside the
root, as in PyTorch; Keras puts it inside. The sources are listed in `nnbyhand.optimizers.facts`.
"""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from typing import Any

import numpy as np
from jaxtyping import Shaped

from nnbyhand.arguments import keep, not_negative
from nnbyhand.errors import InputValueError
from nnbyhand.optimizers import facts as optimizer_facts
from nnbyhand.optimizers.base import Optimizer, OptimizerState, Rate, Vector, Vectors
from nnbyhand.shapes import NDArray, float_between


@dataclass(frozen=True)
class AdaptiveOptimizer(Optimizer):
    """An optimizer that divides by a root plus epsilon, which keeps the divisor above 0.

    Attributes:
        epsilon: A small number above 0 that the parameters' dtype can tell from 0.

    Raises:
        InputValueError: If ``epsilon`` is not above 0; in ``start``, if the dtype rounds it to 0.

    Example:
        >>> issubclass(RMSprop, AdaptiveOptimizer)
        True

    Chapter: optimizers.
    """

    _: KW_ONLY
    epsilon: float | int = 1e-8

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        hint = "It keeps a division by 0 away; 1e-8 is usual."
        keep(self, epsilon=float_between("epsilon", self.epsilon, 0.0, math.inf, hint))

    def start(
        self,
        parameters: Shaped[NDArray[Any], "..."],
        weight_mask: Shaped[NDArray[Any], "..."] | None = None,
    ) -> OptimizerState:
        """Return the state before the first step, as `Optimizer.start` does."""
        state = super().start(parameters, weight_mask)
        if parameters.dtype.type(self.epsilon) == 0:
            expected = f"a number that {parameters.dtype} can tell from 0"
            hint = "Train in float32, or enlarge epsilon."
            raise InputValueError("epsilon", f"{self.epsilon}", expected, hint)
        return state


@dataclass(frozen=True)
class AdaGrad(AdaptiveOptimizer):
    """A rate per parameter that falls as its gradients add up.

        s     <- s + g**2
        theta <- theta - rate * g / (sqrt(s) + epsilon)

    The default of epsilon is PyTorch's; Keras starts s at 0.1 instead of 0.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.

    Source: Duchi, Hazan and Singer 2011, diagonal form, where epsilon is delta.

    Example:
        >>> optimizer, theta = AdaGrad(rate=1.0), np.zeros(2)
        >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(6)
        array([-1.,  1.])

    Chapter: optimizers.
    """

    rate: Rate = 0.01
    _: KW_ONLY
    epsilon: float | int = 1e-10

    name = "AdaGrad"
    slug = "adagrad"
    facts = optimizer_facts.ADAGRAD

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        (s,) = state.vectors
        s = s + g**2
        return g / (np.sqrt(s) + self.epsilon), (s,)


@dataclass(frozen=True)
class RMSprop(AdaptiveOptimizer):
    """AdaGrad with a running average instead of the sum, so that old gradients fade.

        s     <- alpha * s + (1 - alpha) * g**2
        theta <- theta - rate * g / (sqrt(s) + epsilon)

    alpha is 0.9 in the source and in Keras (as rho), 0.99 in PyTorch. s starts at 0, so the first
    step is 1 / sqrt(1 - alpha) times the rate: 3.2 times for 0.9.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        alpha: What each step keeps of the average, strictly between 0 and 1.

    Source: Tieleman and Hinton 2012.

    Example:
        >>> optimizer, theta = RMSprop(rate=1.0, alpha=0.75), np.zeros(2)
        >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(5)
        array([-2.,  2.])

    Chapter: optimizers.
    """

    rate: Rate = 0.001
    _: KW_ONLY
    alpha: float | int = 0.9

    name = "RMSprop"
    slug = "rmsprop"
    facts = optimizer_facts.RMSPROP

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        (s,) = state.vectors
        s = self.alpha * s + (1 - self.alpha) * g**2
        return g / (np.sqrt(s) + self.epsilon), (s,)

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        keep(self, alpha=_kept_share("alpha", self.alpha))


@dataclass(frozen=True)
class Adam(AdaptiveOptimizer):
    """Momentum over RMSprop: the average gradient, divided by the root of the average square.

        m     <- beta1 * m + (1 - beta1) * g
        v     <- beta2 * v + (1 - beta2) * g**2
        m_hat  = m / (1 - beta1**t)
        v_hat  = v / (1 - beta2**t)
        theta <- theta - rate * m_hat / (sqrt(v_hat) + epsilon)

    The averages start at 0 and are too small at first; m_hat and v_hat correct that. epsilon
    joins the corrected root, as in algorithm 1 of the source and in PyTorch. Keras and scikit-learn
    add it to sqrt(v), which makes it 1 / sqrt(1 - beta2**t) times as large: 32 times at step 1.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        beta1: What each step keeps of the average gradient, strictly between 0 and 1.
        beta2: What it keeps of the average square, strictly between 0 and 1.
        bias_correction: Whether to correct; without, m and v stand for m_hat and v_hat, and the
            first step is (1 - beta1) / sqrt(1 - beta2) times the rate: 3.2 times.

    Source: Kingma and Ba 2015, algorithm 1.

    Example:
        >>> optimizer, theta = Adam(rate=1.0), np.zeros(2)
        >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(5)
        array([-1.,  1.])

    Chapter: optimizers.
    """

    rate: Rate = 0.001
    _: KW_ONLY
    beta1: float | int = 0.9
    beta2: float | int = 0.999
    bias_correction: bool = True

    name = "Adam"
    slug = "adam"
    facts = optimizer_facts.ADAM

    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        (m, v), t = state.vectors, state.steps + 1
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * g**2
        c1, c2 = (1 - self.beta1**t, 1 - self.beta2**t) if self.bias_correction else (1, 1)
        # m_hat and v_hat have no names, so that NumPy can reuse their memory.
        return (m / c1) / (np.sqrt(v / c2) + self.epsilon), (m, v)

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        keep(self, beta1=_kept_share("beta1", self.beta1))
        keep(self, beta2=_kept_share("beta2", self.beta2))


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam, with weights that shrink by themselves before each step.

        theta <- theta - rate * weight_decay * theta      (weights only, with a mask)
        theta <- the step of Adam

    An L2 penalty would send its gradient through the division by sqrt(v_hat), so that weights with
    large gradients would shrink less. As in PyTorch, the rate scales the decay; algorithm 2 of the
    source scales it by the schedule alone.

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        beta1: As in `Adam`.
        beta2: As in `Adam`.
        bias_correction: As in `Adam`.
        weight_decay: The fraction of a weight that a rate of 1 would take away, 0 or more.

    Source: Loshchilov and Hutter 2019, algorithm 2.

    Example:
        >>> optimizer, theta = AdamW(rate=0.5, weight_decay=0.5), np.array([4.0, 4.0])
        >>> state = optimizer.start(theta, weight_mask=np.array([True, False]))
        >>> optimizer.step(theta, np.zeros(2), state)[0]
        array([3., 4.])

    Chapter: regularization.
    """

    _: KW_ONLY
    weight_decay: float | int = 0.01

    name = "AdamW"
    slug = "adamw"
    facts = optimizer_facts.ADAMW

    def step(
        self,
        parameters: Vector,
        gradient: Vector,
        state: OptimizerState,
    ) -> tuple[Vector, OptimizerState]:
        """Return the parameters and the state after decay and step, as `Optimizer.step` does."""
        mask = state.weight_mask
        weights = parameters if mask is None else np.where(mask, parameters, 0)
        rate = self._rate_at(state.steps, parameters.dtype)
        decayed = parameters - rate * self.weight_decay * weights
        return super().step(decayed, gradient, state)

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        hint = "A negative decay would make the weights grow; 0 is nn.Adam."
        keep(self, weight_decay=not_negative("weight_decay", self.weight_decay, hint))


def _kept_share(argument: str, share: object) -> float:
    """Check the factor of a running average."""
    hint = "It is the part of the running average that each step keeps."
    return float_between(argument, share, 0.0, 1.0, hint)
