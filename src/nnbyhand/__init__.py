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
from nnbyhand.activated import Activated
from nnbyhand.activation_base import Activation, Elementwise
from nnbyhand.activation_facts import Facts
from nnbyhand.activation_softmax import softmax
from nnbyhand.activations import (
    ACTIVATIONS,
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
from nnbyhand.adam import OPTIMIZERS, Adam, AdamW
from nnbyhand.adaptive_optimizers import AdaGrad, RMSprop
from nnbyhand.batch_normalization import BatchNorm
from nnbyhand.batches import batches
from nnbyhand.binary_cross_entropy import (
    BinaryCrossEntropy,
    BinaryCrossEntropyFromLogits,
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
)
from nnbyhand.bundled_data import digits, iris
from nnbyhand.clipping import clip_by_norm, clip_by_value
from nnbyhand.confusion import confusion_matrix, f1, precision, recall
from nnbyhand.cross_entropy import (
    CrossEntropy,
    CrossEntropyFromLogits,
    cross_entropy,
    cross_entropy_from_logits,
)
from nnbyhand.csv_file import read_csv
from nnbyhand.dense import Dense
from nnbyhand.divergence import DivergenceError
from nnbyhand.drawing import draw_curves, draw_decision_map, draw_points
from nnbyhand.drawing_svg import Drawing
from nnbyhand.dropout import Dropout
from nnbyhand.early_stopping import EarlyStopping
from nnbyhand.errors import InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.gain import gain
from nnbyhand.gates import AND, NAND, OR, XOR, Data
from nnbyhand.generated_data import (
    blobs,
    circles,
    moons,
    noisy_xor,
    sine_wave,
    spirals,
    straight_line,
)
from nnbyhand.gradient_check import GradientReport, gradient_check
from nnbyhand.history import History
from nnbyhand.initialization import Glorot, He, LeCun, Orthogonal, orthogonal, usual_initialization
from nnbyhand.initialization_base import Constant, Initialization, Normal, Uniform, zeros
from nnbyhand.labels import one_hot
from nnbyhand.layer_base import Forward, Layer, Mode, Parameter
from nnbyhand.layer_normalization import LayerNorm
from nnbyhand.loss_base import Loss
from nnbyhand.loss_facts import LossFacts
from nnbyhand.losses import LOSSES, MAE, MSE, HalfMSE, Huber, half_mse, huber, mae, mse
from nnbyhand.metrics import accuracy, log_loss, r2
from nnbyhand.mlp import MLP
from nnbyhand.network import Network
from nnbyhand.network_file import load, save
from nnbyhand.network_summary import summary
from nnbyhand.optimizer_base import Optimizer, OptimizerState
from nnbyhand.optimizer_facts import OptimizerFacts
from nnbyhand.optimizers import SGD, Momentum, Nesterov
from nnbyhand.passes import Gradient, Pass
from nnbyhand.penalties import L1, L2, Penalty
from nnbyhand.perceptron import Perceptron, convergence_bound
from nnbyhand.perceptron_learning import LearnedPerceptron, Update, learn_perceptron
from nnbyhand.residual import Residual
from nnbyhand.scaling import Standardizer
from nnbyhand.schedule_base import Schedule
from nnbyhand.schedules import ConstantRate, CosineDecay, ExponentialDecay, StepDecay, WarmUp
from nnbyhand.splits import Part, Split, split
from nnbyhand.training import Training, train
from nnbyhand.training_loop import EpochEnd

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
