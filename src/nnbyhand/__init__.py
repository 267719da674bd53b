"""Neural networks in NumPy, one idea per module.

An activation gives its value, its slope at the pre-activation z, and its backward pass:

    >>> import numpy as np
    >>> import nnbyhand as nn
    >>> z = np.array([-2.0, 0.0, 2.0])
    >>> nn.relu(z)
    array([0., 0., 2.])
    >>> nn.relu.derivative(z)
    array([0., 0., 1.])
    >>> nn.relu.backward(z, upstream=[10.0, 20.0, 30.0])
    array([ 0.,  0., 30.])

A gradient is right if the differences of its function agree:

    >>> report = nn.gradient_check(lambda z: nn.tanh(z).sum(), z, nn.tanh.derivative(z))
    >>> report.relative_error < 1e-8
    True
"""

from nnbyhand import shapes
from nnbyhand.activations import ACTIVATIONS
from nnbyhand.activations.base import Activation, Elementwise
from nnbyhand.activations.elementwise import (
    ELU,
    LeakyReLU,
    elu,
    gelu,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    silu,
    tanh,
)
from nnbyhand.activations.facts import Facts
from nnbyhand.activations.softmax import softmax
from nnbyhand.confusion import confusion_matrix, f1, precision, recall
from nnbyhand.data.base import AND, NAND, OR, XOR, Data
from nnbyhand.data.bundled import digits, iris
from nnbyhand.data.csv_file import read_csv
from nnbyhand.data.generated import (
    blobs,
    circles,
    moons,
    noisy_xor,
    sine_wave,
    spirals,
    straight_line,
)
from nnbyhand.data.scaling import Standardizer
from nnbyhand.data.splits import Part, Split, split
from nnbyhand.drawing.drawing import draw_curves, draw_decision_map, draw_points
from nnbyhand.drawing.svg import Drawing
from nnbyhand.errors import DivergenceError, InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.gradient_check import GradientReport, gradient_check
from nnbyhand.initialization.base import Constant, Initialization, Normal, Uniform, zeros
from nnbyhand.initialization.scaled import (
    Glorot,
    He,
    LeCun,
    Orthogonal,
    gain,
    orthogonal,
    usual_initialization,
)
from nnbyhand.labels import one_hot
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Forward, Layer, Mode, Parameter
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.losses import LOSSES
from nnbyhand.losses.base import Loss
from nnbyhand.losses.binary_cross_entropy import (
    BinaryCrossEntropy,
    BinaryCrossEntropyFromLogits,
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
)
from nnbyhand.losses.cross_entropy import (
    CrossEntropy,
    CrossEntropyFromLogits,
    cross_entropy,
    cross_entropy_from_logits,
)
from nnbyhand.losses.facts import LossFacts
from nnbyhand.losses.regression import MAE, MSE, HalfMSE, Huber, half_mse, huber, mae, mse
from nnbyhand.metrics import accuracy, log_loss, r2
from nnbyhand.network.file import load, save
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network
from nnbyhand.network.passes import Gradient, Pass
from nnbyhand.network.summary import summary
from nnbyhand.optimizers import OPTIMIZERS
from nnbyhand.optimizers.adaptive import AdaGrad, Adam, AdamW, RMSprop
from nnbyhand.optimizers.base import Optimizer, OptimizerState
from nnbyhand.optimizers.clipping import clip_by_norm, clip_by_value
from nnbyhand.optimizers.facts import OptimizerFacts
from nnbyhand.optimizers.momentum import SGD, Momentum, Nesterov
from nnbyhand.optimizers.schedules import (
    ConstantRate,
    CosineDecay,
    ExponentialDecay,
    Schedule,
    StepDecay,
    WarmUp,
)
from nnbyhand.perceptron import (
    LearnedPerceptron,
    Perceptron,
    Update,
    convergence_bound,
    learn_perceptron,
)
from nnbyhand.training.batches import batches
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.history import History
from nnbyhand.training.loop import EpochEnd
from nnbyhand.training.penalties import L1, L2, Penalty
from nnbyhand.training.training import Training, train

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ELU",
    "L1",
    "L2",
    "LOSSES",
    "MAE",
    "MLP",
    "MSE",
    "NAND",
    "OPTIMIZERS",
    "OR",
    "SGD",
    "XOR",
    "Activated",
    "Activation",
    "AdaGrad",
    "Adam",
    "AdamW",
    "BatchNorm",
    "BinaryCrossEntropy",
    "BinaryCrossEntropyFromLogits",
    "Constant",
    "ConstantRate",
    "CosineDecay",
    "CrossEntropy",
    "CrossEntropyFromLogits",
    "Data",
    "Dense",
    "DivergenceError",
    "Drawing",
    "Dropout",
    "EarlyStopping",
    "Elementwise",
    "EpochEnd",
    "ExponentialDecay",
    "Facts",
    "Forward",
    "Glorot",
    "Gradient",
    "GradientReport",
    "HalfMSE",
    "He",
    "History",
    "Huber",
    "Initialization",
    "InputError",
    "InputTypeError",
    "InputValueError",
    "Layer",
    "LayerNorm",
    "LeCun",
    "LeakyReLU",
    "LearnedPerceptron",
    "Loss",
    "LossFacts",
    "Mode",
    "Momentum",
    "Nesterov",
    "Network",
    "Normal",
    "Optimizer",
    "OptimizerFacts",
    "OptimizerState",
    "Orthogonal",
    "Parameter",
    "Part",
    "Pass",
    "Penalty",
    "Perceptron",
    "RMSprop",
    "Residual",
    "Schedule",
    "ShapeError",
    "Split",
    "Standardizer",
    "StepDecay",
    "Training",
    "Uniform",
    "Update",
    "WarmUp",
    "accuracy",
    "batches",
    "binary_cross_entropy",
    "binary_cross_entropy_from_logits",
    "blobs",
    "circles",
    "clip_by_norm",
    "clip_by_value",
    "confusion_matrix",
    "convergence_bound",
    "cross_entropy",
    "cross_entropy_from_logits",
    "digits",
    "draw_curves",
    "draw_decision_map",
    "draw_points",
    "elu",
    "f1",
    "gain",
    "gelu",
    "gradient_check",
    "half_mse",
    "huber",
    "iris",
    "leaky_relu",
    "learn_perceptron",
    "linear",
    "load",
    "log_loss",
    "mae",
    "moons",
    "mse",
    "noisy_xor",
    "one_hot",
    "orthogonal",
    "precision",
    "r2",
    "read_csv",
    "recall",
    "relu",
    "save",
    "shapes",
    "sigmoid",
    "silu",
    "sine_wave",
    "softmax",
    "spirals",
    "split",
    "straight_line",
    "summary",
    "tanh",
    "train",
    "usual_initialization",
    "zeros",
]
