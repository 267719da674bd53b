"""What is known about each loss, for the table of the guide that leads from problem to loss.

Sources, by the short names used below and in the modules of the losses:

- Bishop 2006: Pattern Recognition and Machine Learning. Springer.
- Goodfellow, Bengio and Courville 2016: Deep Learning. MIT Press.
- Hastie, Tibshirani and Friedman 2009: The Elements of Statistical Learning, second edition.
  Springer.
- Huber 1964: Robust estimation of a location parameter. Annals of Mathematical Statistics 35.
- Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016: Rethinking the Inception architecture for
  computer vision. CVPR, arXiv:1512.00567.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Takes: TypeAlias = Literal["numbers", "probabilities", "distributions", "scores"]
"""What outputs must be: any numbers; each from 0 to 1; rows of such that sum to 1; or scores,
which are no probabilities yet, because the loss makes them so itself."""


@dataclass(frozen=True)
class LossFacts:
    """Facts about one loss.

    Attributes:
        problem: What it is used for, as a phrase.
        takes: What the outputs of a network must be for it; `train` refuses all others.
        output_activation: Name of the activation that the network ends with, for example "sigmoid".
        built_in: Name of the activation that the loss applies to the network's outputs itself, or
            None. A loss from logits takes the scores as they are, so its network ends linear.
        plain_error: Whether the gradient at the last pre-activation z is (a - y), over the number
            of entries averaged, where a is the output after its activation. With other losses,
            or with another activation, further factors stand beside it.
        trouble: What goes wrong with it, as a phrase.
        source: Short names of the sources, with the section or equation where one is meant.

    Example:
        >>> from nnbyhand.losses.facts import MSE
        >>> MSE.output_activation
        'linear'

    Chapter: losses.
    """

    problem: str
    takes: Takes
    output_activation: str
    built_in: str | None
    plain_error: bool
    trouble: str
    source: str


MSE = LossFacts(
    problem="regression, where the mean is wanted",
    takes="numbers",
    output_activation="linear",
    built_in=None,
    plain_error=False,
    trouble="an error ten times as large counts a hundred times as much",
    source="Goodfellow, Bengio and Courville 2016, section 5.1.4",
)
HALF_MSE = LossFacts(
    problem="regression, with a slope free of the factor 2",
    takes="numbers",
    output_activation="linear",
    built_in=None,
    plain_error=True,
    trouble="half the MSE: say which one a reported number is",
    source="Bishop 2006, equation 1.2",
)
MAE = LossFacts(
    problem="regression with outliers, where the median is wanted",
    takes="numbers",
    output_activation="linear",
    built_in=None,
    plain_error=False,
    trouble="as steep near the target as far away, so steps overshoot",
    source="Hastie, Tibshirani and Friedman 2009, section 10.6",
)
HUBER = LossFacts(
    problem="regression with outliers",
    takes="numbers",
    output_activation="linear",
    built_in=None,
    plain_error=False,
    trouble="delta must be chosen, in the unit of the target",
    source="Huber 1964; Hastie, Tibshirani and Friedman 2009, section 10.6",
)
BINARY_CROSS_ENTROPY = LossFacts(
    problem="yes-or-no questions, from probabilities",
    takes="probabilities",
    output_activation="sigmoid",
    built_in=None,
    plain_error=True,
    trouble="infinite once a true answer got probability 0 by rounding",
    source="Bishop 2006, equation 4.90",
)
BINARY_CROSS_ENTROPY_FROM_LOGITS = LossFacts(
    problem="yes-or-no questions, from scores",
    takes="scores",
    output_activation="linear",
    built_in="sigmoid",
    plain_error=True,
    trouble="a sigmoid at the network's end would be applied twice",
    source="Goodfellow, Bengio and Courville 2016, section 6.2.2.2",
)
CROSS_ENTROPY = LossFacts(
    problem="a choice among several classes, from probabilities",
    takes="distributions",
    output_activation="softmax",
    built_in=None,
    plain_error=True,
    trouble="infinite once the true class got probability 0 by rounding",
    source="Bishop 2006, equation 4.108",
)
CROSS_ENTROPY_FROM_LOGITS = LossFacts(
    problem="a choice among several classes, from scores",
    takes="scores",
    output_activation="linear",
    built_in="softmax",
    plain_error=True,
    trouble="a softmax at the network's end would be applied twice",
    source="Goodfellow, Bengio and Courville 2016, section 6.2.2.3",
)
