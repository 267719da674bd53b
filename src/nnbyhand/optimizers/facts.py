"""What is known about each optimizer, for the comparison table of the guide.

Sources, by the short names used below:

- Duchi, Hazan and Singer 2011: Adaptive subgradient methods for online learning and stochastic
  optimization. Journal of Machine Learning Research 12.
- Kingma and Ba 2015: Adam: a method for stochastic optimization. ICLR, arXiv:1412.6980.
- Loshchilov and Hutter 2019: Decoupled weight decay regularization. ICLR, arXiv:1711.05101.
- Nesterov 1983: A method of solving a convex programming problem with convergence rate O(1/k^2).
  Soviet Mathematics Doklady 27.
- Polyak 1964: Some methods of speeding up the convergence of iteration methods. USSR
  Computational Mathematics and Mathematical Physics 4.
- Robbins and Monro 1951: A stochastic approximation method. Annals of Mathematical Statistics 22.
- Sutskever et al. 2013: On the importance of initialization and momentum in deep learning. ICML.
- Tieleman and Hinton 2012: Lecture 6.5, RMSprop: divide the gradient by a running average of its
  recent magnitude. Coursera, Neural Networks for Machine Learning.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OptimizerFacts:
    """Facts about one optimizer.

    Attributes:
        per_parameter: Whether it adapts the length of the step in each parameter by itself, instead
            of keeping one global rate.
        vectors: How many vectors of the parameters' size it remembers between two steps.
        default_rate: The rate where none is given, or None where one must be.
        default_reason: Why that rate, as a phrase.
        trouble: What goes wrong with it, as a phrase.
        source: Short names of the sources, with the section where one is meant.

    Example:
        >>> from nnbyhand.optimizers.adaptive import Adam
        >>> Adam.facts.vectors, Adam.facts.default_rate
        (2, 0.001)

    Chapter: optimizers.
    """

    per_parameter: bool
    vectors: int
    default_rate: float | None
    default_reason: str
    trouble: str
    source: str


SGD = OptimizerFacts(
    per_parameter=False,
    vectors=0,
    default_rate=None,
    default_reason="the curvature of the loss sets the limit",
    trouble="slow along a ravine: the steepest direction limits the rate",
    source="Robbins and Monro 1951",
)
MOMENTUM = OptimizerFacts(
    per_parameter=False,
    vectors=1,
    default_rate=None,
    default_reason="as SGD; steady slopes get 1 / (1 - momentum) times the rate",
    trouble="overshoots and swings back",
    source="Polyak 1964; Sutskever et al. 2013, section 2",
)
NESTEROV = OptimizerFacts(
    per_parameter=False,
    vectors=1,
    default_rate=None,
    default_reason="as momentum",
    trouble="overshoots less, but diverges at a smaller rate than momentum",
    source="Nesterov 1983; Sutskever et al. 2013, section 2",
)
ADAGRAD = OptimizerFacts(
    per_parameter=True,
    vectors=1,
    default_rate=0.01,
    default_reason="the first step moves every parameter by this much",
    trouble="the sum only grows, so the steps shrink for good",
    source="Duchi, Hazan and Singer 2011",
)
RMSPROP = OptimizerFacts(
    per_parameter=True,
    vectors=1,
    default_rate=0.001,
    default_reason="a steady slope moves every parameter by this much a step",
    trouble="first steps too long: the average starts at 0",
    source="Tieleman and Hinton 2012",
)
ADAM = OptimizerFacts(
    per_parameter=True,
    vectors=2,
    default_rate=0.001,
    default_reason="a step rarely moves a parameter by more than this",
    trouble="a constant rate keeps it moving around the minimum",
    source="Kingma and Ba 2015, section 2",
)
ADAMW = OptimizerFacts(
    per_parameter=True,
    vectors=2,
    default_rate=0.001,
    default_reason="as Adam",
    trouble="as Adam; the decay per step changes with the rate",
    source="Loshchilov and Hutter 2019, section 2",
)
