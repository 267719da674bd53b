"""What is known about each activation, for the comparison table of the guide.

Sources, by the short names used below:

- Bridle 1990: Probabilistic interpretation of feedforward classification network outputs, with
  relationships to statistical pattern recognition. Neurocomputing, NATO ASI Series F68, Springer.
- Clevert, Unterthiner and Hochreiter 2016: Fast and accurate deep network learning by
  exponential linear units (ELUs). ICLR, arXiv:1511.07289.
- Elfwing, Uchibe and Doya 2018: Sigmoid-weighted linear units for neural network function
  approximation in reinforcement learning. Neural Networks 107.
- Glorot and Bengio 2010: Understanding the difficulty of training deep feedforward neural
  networks. AISTATS.
- Glorot, Bordes and Bengio 2011: Deep sparse rectifier neural networks. AISTATS.
- Goodfellow, Bengio and Courville 2016: Deep Learning. MIT Press.
- Hendrycks and Gimpel 2016: Gaussian error linear units (GELUs). arXiv:1606.08415.
- Maas, Hannun and Ng 2013: Rectifier nonlinearities improve neural network acoustic models. ICML.
- Nair and Hinton 2010: Rectified linear units improve restricted Boltzmann machines. ICML.
- Ramachandran, Zoph and Le 2017: Searching for activation functions. arXiv:1710.05941.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias

Gives: TypeAlias = Literal["numbers", "probabilities", "distributions"]
"""What outputs are: any numbers; each from 0 to 1; or rows of such that sum to 1."""


@dataclass(frozen=True)
class Facts:
    """Facts about one activation.

    Softmax mixes the entries of a row. Its facts describe how one output depends on its own
    entry while the rest of the row stays as it is.

    Attributes:
        range: Infimum and supremum of the output over all real z.
        gives: What its outputs are, for a loss behind them: each a probability, rows of
            probabilities that sum to 1, or any other numbers.
        zero_centered: Whether f(-z) = -f(z), so that z spread evenly around 0 gives outputs that
            are spread evenly around 0.
        saturates: Where the slope goes to 0: as z goes to minus infinity ("left"), as z goes to
            either infinity ("both sides"), or nowhere ("never").
        monotonic: Whether the output never falls while z rises.
        typical_use: Where it is used, as a phrase.
        trouble: What goes wrong with it, as a phrase.
        source: Short names of the sources, with the section where one is meant.

    Example:
        >>> nn.sigmoid.facts.saturates, nn.sigmoid.facts.range
        ('both sides', (0.0, 1.0))

    Chapter: activations.
    """

    range: tuple[float, float]
    gives: Gives
    zero_centered: bool
    saturates: Literal["both sides", "left", "never"]
    monotonic: bool
    typical_use: str
    trouble: str
    source: str


LINEAR = Facts(
    range=(-inf, inf),
    gives="numbers",
    zero_centered=True,
    saturates="never",
    monotonic=True,
    typical_use="output of a regression",
    trouble="a stack of linear layers is still one linear layer",
    source="Goodfellow, Bengio and Courville 2016, section 6.2.2.1",
)
SIGMOID = Facts(
    range=(0.0, 1.0),
    gives="probabilities",
    zero_centered=False,
    saturates="both sides",
    monotonic=True,
    typical_use="output of a yes-or-no question",
    trouble="flat on both sides, so gradients fade from layer to layer",
    source="Glorot and Bengio 2010, section 3.1",
)
TANH = Facts(
    range=(-1.0, 1.0),
    gives="numbers",
    zero_centered=True,
    saturates="both sides",
    monotonic=True,
    typical_use="hidden layers of small or recurrent networks",
    trouble="flat on both sides, as the sigmoid",
    source="Glorot and Bengio 2010, section 3.2",
)
RELU = Facts(
    range=(0.0, inf),
    gives="numbers",
    zero_centered=False,
    saturates="left",
    monotonic=True,
    typical_use="hidden layers, as the first choice",
    trouble="a unit that is negative for every example no longer learns",
    source="Nair and Hinton 2010; Glorot, Bordes and Bengio 2011, section 3",
)
LEAKY_RELU = Facts(
    range=(-inf, inf),
    gives="numbers",
    zero_centered=False,
    saturates="never",
    monotonic=True,
    typical_use="hidden layers where ReLUs die",
    trouble="negative units learn, but slowly",
    source="Maas, Hannun and Ng 2013, section 2",
)
ELU = Facts(
    range=(-1.0, inf),
    gives="numbers",
    zero_centered=False,
    saturates="left",
    monotonic=True,
    typical_use="hidden layers whose outputs should average near 0",
    trouble="flat on the left; the exponential takes time",
    source="Clevert, Unterthiner and Hochreiter 2016, section 3",
)
GELU = Facts(
    range=(-0.16997120747990366, inf),  # least value, at z = -0.75179
    gives="numbers",
    zero_centered=False,
    saturates="left",
    monotonic=False,
    typical_use="hidden layers of transformers",
    trouble="dips below 0 before it rises; the error function takes time",
    source="Hendrycks and Gimpel 2016, section 2",
)
SILU = Facts(
    range=(-0.27846454276107380, inf),  # least value, at z = -1.27846
    gives="numbers",
    zero_centered=False,
    saturates="left",
    monotonic=False,
    typical_use="hidden layers of deep convolutional networks",
    trouble="dips below 0 before it rises; the exponential takes time",
    source="Elfwing, Uchibe and Doya 2018; Ramachandran, Zoph and Le 2017",
)
SOFTMAX = Facts(
    range=(0.0, 1.0),
    gives="distributions",
    zero_centered=False,
    saturates="both sides",
    monotonic=True,
    typical_use="output of a choice among several classes",
    trouble="flat once one class is far ahead",
    source="Bridle 1990",
)
