"""Adam and AdamW: an average gradient, divided by the root of the average square.

In the update rules g is the gradient of step t = 1, 2, ...; m and v are 0 before the first step;
squares, roots and divisions go entry by entry. The sources are listed in
`nnbyhand.optimizers.facts`.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

import numpy as np

from nnbyhand.arguments import not_negative
from nnbyhand.optimizers import facts as optimizer_facts
from nnbyhand.optimizers.adaptive import AdaptiveOptimizer
from nnbyhand.optimizers.base import OptimizerState, Rate, Vector, Vectors


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

    Source: Kingma and Ba 2015, algorithm 1.

    Chapter: optimizers.

    >>> optimizer, theta = Adam(rate=1.0), np.zeros(2)
    >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(5)
    array([-1.,  1.])

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        beta1: What each step keeps of the average gradient, strictly between 0 and 1.
        beta2: What it keeps of the average square, strictly between 0 and 1.
        bias_correction: Whether to correct; without, m and v stand for m_hat and v_hat, and the
            first step is (1 - beta1) / sqrt(1 - beta2) times the rate: 3.2 times.
    """

    rate: Rate = 0.001
    _: KW_ONLY
    beta1: float | int = 0.9
    beta2: float | int = 0.999
    bias_correction: bool = True

    name = "Adam"
    slug = "adam"
    facts = optimizer_facts.ADAM

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        self._check_average("beta1")
        self._check_average("beta2")

    def _direction(self, g: Vector, vectors: Vectors, t: int) -> tuple[Vector, Vectors]:
        m, v = vectors
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * g**2
        c1, c2 = (1 - self.beta1**t, 1 - self.beta2**t) if self.bias_correction else (1, 1)
        # m_hat and v_hat get no names: NumPy then computes on in their memory.
        return (m / c1) / (np.sqrt(v / c2) + self.epsilon), (m, v)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam, with weights that shrink by themselves before each step.

        theta <- theta - rate * weight_decay * theta      (weights only, with a mask)
        theta <- the step of Adam

    An L2 penalty would send its gradient through the division by sqrt(v_hat), so that weights with
    large gradients would shrink less. As in PyTorch, the rate scales the decay; algorithm 2 of the
    source scales it by the schedule alone.

    Source: Loshchilov and Hutter 2019, algorithm 2.

    Chapter: regularization.

    >>> optimizer, theta = AdamW(rate=0.5, weight_decay=0.5), np.array([4.0, 4.0])
    >>> state = optimizer.start(theta, weight_mask=np.array([True, False]))
    >>> optimizer.step(theta, np.zeros(2), state)[0]
    array([3., 4.])

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        beta1: As in `Adam`.
        beta2: As in `Adam`.
        bias_correction: As in `Adam`.
        weight_decay: The fraction of a weight that a rate of 1 would take away, 0 or more.
    """

    _: KW_ONLY
    weight_decay: float | int = 0.01

    name = "AdamW"
    slug = "adamw"
    facts = optimizer_facts.ADAMW

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        hint = "A negative decay would make the weights grow; 0 is nn.Adam."
        decay = not_negative("weight_decay", self.weight_decay, hint)
        object.__setattr__(self, "weight_decay", decay)

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
