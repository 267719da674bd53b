"""Rules that fit the first weights to the size of the layer.

A dense layer adds up as many products as it has inputs, so the variance of its outputs is that
number times the variance of a weight times the mean square of an input. The rules named after
LeCun, Glorot and He choose the variance of the weights so that signals neither grow nor fade.

Sources, by the short names used below:

- Glorot and Bengio 2010: Understanding the difficulty of training deep feedforward neural
  networks. AISTATS.
- He, Zhang, Ren and Sun 2015: Delving deep into rectifiers. ICCV, arXiv:1502.01852.
- LeCun, Bottou, Orr and Müller 1998: Efficient BackProp. Neural Networks: Tricks of the Trade,
  Springer.
- Mezzadri 2007: How to generate random matrices from the classical compact groups. Notices of the
  AMS 54(5), arXiv:math-ph/0609050.
- Saxe, McClelland and Ganguli 2014: Exact solutions to the nonlinear dynamics of learning in deep
  linear neural networks. ICLR, arXiv:1312.6120.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.activations.base import Activation, Elementwise
from nnbyhand.activations.elementwise import ELU, GELU, LeakyReLU, ReLU, SiLU
from nnbyhand.errors import InputTypeError
from nnbyhand.initialization.base import Initialization
from nnbyhand.shapes import Array, float_between


@dataclass(frozen=True)
class Scaled(Initialization):
    """Random weights around 0 whose standard deviation depends on the size of the layer.

    Attributes:
        uniform: Whether they are evenly distributed, up to sqrt(3) standard deviations on either
            side, and not normally.
        gain: A factor on all of them, such as ``gain(tanh)``.

    Raises:
        InputValueError: If ``gain`` is not above 0 and finite.
    """

    uniform: bool = False
    gain: float | int = 1.0

    def __call__(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> Float[Array, "..."]:
        """Draw numbers of variance 1 and scale them, as `Initialization` says."""
        # U(-c, c) has variance c**2 / 3.
        limit = math.sqrt(3)
        unit = rng.uniform(-limit, limit, shape) if self.uniform else rng.standard_normal(shape)
        return self.gain * self.std(*shape[-2:]) * unit

    @abstractmethod
    def std(self, inputs: int, outputs: int) -> float:
        """Return the standard deviation before the gain, for a layer of that size."""

    def __post_init__(self) -> None:
        """Check the gain."""
        float_between("gain", self.gain, 0.0, math.inf, "The default gain is 1.")


@dataclass(frozen=True)
class LeCun(Scaled):
    """Variance 1 / inputs: the sum of as many products keeps the variance of the inputs.

    Source: LeCun, Bottou, Orr and Müller 1998, equation 16.

    Example:
        >>> LeCun().std(inputs=4, outputs=9)
        0.5

    Chapter: initialization.
    """

    def std(self, inputs: int, outputs: int) -> float:
        """Return sqrt(1 / inputs)."""
        return math.sqrt(1 / inputs)


@dataclass(frozen=True)
class Glorot(Scaled):
    """Variance 2 / (inputs + outputs), also called Xavier: signals forward and gradients backward.

    Forward asks for 1 / inputs and backward for 1 / outputs; this lies between. Derived for
    activations with slope 1 at 0, such as tanh. The logistic sigmoid has 1/4: use a gain of 4.

    Source: Glorot and Bengio 2010, equations 12 and 16.

    Example:
        >>> Glorot().std(inputs=3, outputs=5)
        0.5

    Chapter: initialization.
    """

    def std(self, inputs: int, outputs: int) -> float:
        """Return sqrt(2 / (inputs + outputs))."""
        return math.sqrt(2 / (inputs + outputs))


@dataclass(frozen=True)
class He(Scaled):
    """Variance 2 / inputs, also called Kaiming: a ReLU halves the mean square of its input.

    Source: He, Zhang, Ren and Sun 2015, equation 10.

    Example:
        >>> He().std(inputs=8, outputs=5)
        0.5

    Chapter: initialization.
    """

    def std(self, inputs: int, outputs: int) -> float:
        """Return sqrt(2 / inputs)."""
        return math.sqrt(2 / inputs)


@dataclass(frozen=True)
class Orthogonal(Initialization):
    """A random rotation or reflection times ``gain``: lengths and angles stay as they are.

    Of a layer with more inputs than outputs the columns are orthonormal, otherwise the rows.

    Raises:
        InputValueError: If ``gain`` is not above 0 and finite.

    Source: Saxe, McClelland and Ganguli 2014, section 3; drawn as Mezzadri 2007 does, section 5.

    Example:
        >>> w = Orthogonal()((2, 2), rng=np.random.default_rng(0))
        >>> np.allclose(w.T @ w, np.eye(2))
        True

    Chapter: initialization.
    """

    gain: float | int = 1.0

    def __call__(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> Float[Array, "..."]:
        """Draw normal numbers and make their columns orthonormal, as `Initialization` says."""
        *networks, inputs, outputs = shape
        tall = rng.standard_normal((*networks, max(inputs, outputs), min(inputs, outputs)))
        q, r = np.linalg.qr(tall)
        # The signs that QR happens to choose would make some rotations more likely than others.
        signs = np.sign(np.diagonal(r, axis1=-2, axis2=-1))
        weights: Array = self.gain * q * signs[..., None, :]
        return weights if inputs >= outputs else weights.mT

    def __post_init__(self) -> None:
        """Check the gain."""
        float_between("gain", self.gain, 0.0, math.inf, "The default gain is 1.")


lecun_normal, lecun_uniform = LeCun(), LeCun(uniform=True)
glorot_normal, glorot_uniform = Glorot(), Glorot(uniform=True)
he_normal, he_uniform = He(), He(uniform=True)
orthogonal = Orthogonal()


def usual_initialization(activation: Activation) -> Initialization:
    """Return what is usual before an activation: He's rule for the ReLU family, else Glorot's.

    The family holds ReLU, leaky ReLU, ELU, GELU and SiLU. Each rule in the form its paper gives,
    He's normal and Glorot's uniform.

    Example:
        >>> from nnbyhand.activations.elementwise import tanh
        >>> usual_initialization(tanh)
        Glorot(uniform=True, gain=1.0)

    Chapter: initialization.
    """
    relu_family = (ReLU, LeakyReLU, ELU, GELU, SiLU)
    return he_normal if isinstance(activation, relu_family) else glorot_uniform


_FAR = 12.0
"""Beyond it lies less than 1e-30 of the normal distribution."""
_NODES = 100


def gain(activation: Activation, *, backward: bool = False) -> float:
    """Return the factor on the weights that keeps signals at unit size through a layer.

    With z standard normal and n weights of variance g**2 / n, the next z has variance
    g**2 E[f(z)**2]. So g = 1 / sqrt(E[f(z)**2]) keeps it at 1; this gives ReLU's sqrt(2). Backward,
    gradients keep their size with g = 1 / sqrt(E[f'(z)**2]).

    PyTorch's ``calculate_gain`` has the same for linear, ReLU and leaky ReLU. For tanh it has 5/3
    (here 1.593 forward and 1.467 backward) and for the sigmoid 1 (here 1.846 and 4.723).

    Args:
        activation: Any but softmax.
        backward: Whether the size of gradients counts, and not that of signals.

    Returns:
        The gain, 1 for the linear activation.

    Raises:
        InputTypeError: If the activation does not treat every number by itself.

    Source: He, Zhang, Ren and Sun 2015, arXiv:1502.01852, equations 7 to 10 and 13 to 14.

    Example:
        >>> from nnbyhand.activations.elementwise import relu
        >>> round(gain(relu) ** 2, 12)
        2.0

    Chapter: initialization.
    """
    if not isinstance(activation, Elementwise):
        hint = "Softmax stands at the output, where no further layer asks for signals of unit size."
        raise InputTypeError("activation", f"{activation!r}", "an elementwise activation", hint)
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    # Each side of 0 is integrated by itself, because a ReLU has its kink at 0.
    right = _FAR * (nodes + 1) / 2
    z = np.concatenate([-right, right])
    shares = np.tile(_FAR * weights / 2, 2) * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    f = activation.derivative(z) if backward else activation(z)
    return 1 / math.sqrt(float(np.sum(shares * f**2)))
