"""What the package refuses, in full: which argument, what came, what was expected, what to do."""

import math
from collections.abc import Callable

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.data.scaling import Standardizer
from nnbyhand.data.splits import split
from nnbyhand.drawing.drawing import draw_curves, draw_decision_map, draw_points
from nnbyhand.errors import InputError, InputTypeError, InputValueError, ShapeError
from nnbyhand.gradient_check import gradient_check
from nnbyhand.initialization.base import Constant, Normal, Uniform
from nnbyhand.initialization.scaled import He, Orthogonal, gain
from nnbyhand.labels import one_hot
from nnbyhand.layers.base import Mode
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.losses.cross_entropy import CrossEntropy
from nnbyhand.losses.regression import mse
from nnbyhand.metrics import accuracy, log_loss, r2
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network
from nnbyhand.optimizers.momentum import SGD
from nnbyhand.training.batches import batches
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.training import train

REAL = "real numbers (integers, float16, float32 or float64)"
CONVERT = "If these are real numbers, convert them first: np.asarray(values, dtype=float)."
WHERE = "Find out where it comes from."
CLASSES = "Number the classes from 0: np.unique(names, return_inverse=True)[1]."
POSITIVE = "a number above 0 and below inf"
SQUARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
FAR = [[-1e308, 0.0], [1e308, 0.0]]


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def mapped(answers: Callable[[np.ndarray], object], **words: object) -> object:
    box = {"x_range": (0, 1), "y_range": (0, 1), "title": "A map"} | words
    return draw_decision_map(answers, **box)


def half(x: np.ndarray) -> np.ndarray:
    return np.full(len(x), 0.5)


def stratified(y: object, **words: object) -> object:
    return split(np.zeros((len(y), 1)), y, rng=rng(), **words)


def trained(metric: Callable[..., object] | None = None, **words: object) -> object:
    networks = words.pop("networks", ())
    network = Network.build(Dense(2, 1), rng=rng(), networks=networks)
    choices = {"loss": mse, "optimizer": SGD(0.1), "epochs": 1, "rng": rng()} | words
    return train(network, SQUARE, np.zeros((4, 1)), metric=metric, **choices)


def backward(upstream: object) -> object:
    network = Network.build(Dense(2, 1), rng=rng())
    return network.backward(network.forward(SQUARE), upstream)


def curves(x: object, **lines: object) -> object:
    return draw_curves(x, lines, title="Curves")


def masked(mask: np.ndarray, parameters: np.ndarray) -> object:
    return SGD(0.1).start(parameters, mask)


Refusal = tuple[Callable[[], object], type[InputError], tuple[str, str, str, str]]

REFUSALS: dict[str, Refusal] = {
    "a batch of no examples": (
        lambda: batches(0, 2, rng=rng()),
        InputValueError,
        (
            *("examples", "0", "a whole number from 1 on"),
            "A network learns from one example at least.",
        ),
    ),
    "a truth for a count of examples": (
        lambda: batches(True, 2, rng=rng()),  # noqa: FBT003  (what a slip may pass)
        InputTypeError,
        ("examples", "bool", "a whole number", "A network learns from one example at least."),
    ),
    "batches of size 0": (
        lambda: batches(3, 0, rng=rng()),
        InputValueError,
        ("size", "0", "a whole number from 1 on", "A batch holds one example at least."),
    ),
    "a size that is no whole number": (
        lambda: batches(3, 2.0, rng=rng()),
        InputTypeError,
        ("size", "float", "a whole number", "A batch holds one example at least."),
    ),
    "no patience": (
        lambda: EarlyStopping(0),
        InputValueError,
        ("patience", "0", "a whole number from 1 on", "Wait for one epoch at least."),
    ),
    "half an epoch of patience": (
        lambda: EarlyStopping(1.5),
        InputTypeError,
        ("patience", "float", "a whole number", "Wait for one epoch at least."),
    ),
    "a gain below 0": (
        lambda: EarlyStopping(1, -0.1),
        InputValueError,
        (
            *("minimum_gain", "-0.1", "a finite number, 0 or more"),
            "0 takes any gain, however small.",
        ),
    ),
    "an infinite gain": (
        lambda: EarlyStopping(1, math.inf),
        InputValueError,
        ("minimum_gain", "inf", "a finite number, 0 or more", "0 takes any gain, however small."),
    ),
    "a gain of NaN": (
        lambda: EarlyStopping(1, math.nan),
        InputValueError,
        ("minimum_gain", "nan", "a finite number, 0 or more", "0 takes any gain, however small."),
    ),
    "a gain as text": (
        lambda: EarlyStopping(1, "0.1"),
        InputTypeError,
        ("minimum_gain", "str of dtype <U3", REAL, CONVERT),
    ),
    "probabilities of text to be surprised by": (
        lambda: log_loss([["a"]], [[1]]),
        InputTypeError,
        ("outputs", "list of dtype <U1", REAL, CONVERT),
    ),
    "targets of text to explain": (
        lambda: r2([[1.0]], ["a"]),
        InputTypeError,
        ("targets", "list of dtype <U1", REAL, CONVERT),
    ),
    "targets of text to count hits with": (
        lambda: accuracy([[0.1, 0.9]], ["a"]),
        InputTypeError,
        ("targets", "list of dtype <U1", REAL, CONVERT),
    ),
    "targets that name no one class": (
        lambda: accuracy([[0.1, 0.9]], [[0.5, 0.5]]),
        InputValueError,
        (
            *("targets", "[0.5, 0.5] at index (0,)", "one-hot rows, with a single 1 and zeros"),
            "Only targets that name one class can be counted as hit or missed.",
        ),
    ),
    "decisions of text": (
        lambda: accuracy(["a"], [0]),
        InputTypeError,
        ("outputs", "list of dtype <U1", REAL, CONVERT),
    ),
    "targets of text for decisions": (
        lambda: accuracy([0, 1], ["a", "b"]),
        InputTypeError,
        ("targets", "list of dtype <U1", REAL, CONVERT),
    ),
    "fewer targets than decisions": (
        lambda: accuracy([0, 1, 2], [0, 1]),
        ShapeError,
        (
            *("targets", "shape (2,)", "shape (3,) as outputs has"),
            "Give targets exactly one entry for each entry of outputs.",
        ),
    ),
    "labels of text": (
        lambda: one_hot(["a"], 2),
        InputTypeError,
        ("labels", "list of dtype <U1", REAL, CONVERT),
    ),
    "the slope at a text": (
        lambda: nn.tanh.derivative(["a"]),
        InputTypeError,
        ("z", "list of dtype <U1", REAL, CONVERT),
    ),
    "a gradient of text to carry back": (
        lambda: backward([["a"]]),
        InputTypeError,
        ("upstream", "list of dtype <U1", REAL, CONVERT),
    ),
    "a point of text to check a gradient at": (
        lambda: gradient_check(np.sum, ["a"], [1.0]),
        InputTypeError,
        ("point", "list of dtype <U1", REAL, CONVERT),
    ),
    "a function to check that returns two numbers": (
        lambda: gradient_check(lambda w: w, [1.0, 2.0], [1.0, 1.0]),
        ShapeError,
        (
            *("function(point), with point moved at index (0,)", "shape (2,)"),
            *("one number, shape ()", "Sum or average inside the function."),
        ),
    ),
    "a function to check that is infinite on one side only": (
        lambda: gradient_check(lambda w: np.where(w[0] > 0, np.inf, w[0]), [0.0], [1.0]),
        InputValueError,
        (
            *("function(point), with point moved at index (0,)", "inf at index ()"),
            *("finite numbers", WHERE),
        ),
    ),
    "a mask for an ensemble where there is one network": (
        lambda: masked(np.ones((2, 3), bool), np.ones(3)),
        ShapeError,
        (
            *("weight_mask", "shape (2, 3)", "shape (3,) as a row of parameters has"),
            "Give it one entry per parameter; an ensemble shares it.",
        ),
    ),
    "an unknown normalization": (
        lambda: MLP([2, 3, 1], rng=rng(), normalization="group"),
        InputValueError,
        (
            *("normalization", "'group'", "a known kind"),
            'Write normalization="batch" or "layer", or leave it out.',
        ),
    ),
    "a dropout below 0": (
        lambda: MLP([2, 3, 1], rng=rng(), dropout=-0.1),
        InputValueError,
        (
            *("dropout", "-0.1", "a finite number, 0 or more"),
            "A dropout of 0.2 drops a fifth of the hidden outputs.",
        ),
    ),
    "softmax with scores as text": (
        lambda: nn.softmax.backward(["a"], [1.0]),
        InputTypeError,
        ("z", "list of dtype <U1", REAL, CONVERT),
    ),
    "class weights as text": (
        lambda: CrossEntropy(class_weights=["a"]),
        InputTypeError,
        ("class_weights", "list of dtype <U1", REAL, CONVERT),
    ),
    "dropout without a generator": (
        lambda: Dropout(0.5).forward((), (), np.ones((1, 2)), Mode(training=True)),
        InputTypeError,
        (
            *("rng", "None", "a numpy.random.Generator"),
            "Dropout draws at random in training: pass rng=np.random.default_rng(0).",
        ),
    ),
    "the gain of softmax": (
        lambda: gain(nn.softmax),
        InputTypeError,
        (
            *("activation", "Softmax()", "an elementwise activation"),
            "Softmax stands at the output, where no further layer asks for signals of unit size.",
        ),
    ),
    "a scaled rule with gain 0": (
        lambda: He(gain=0.0),
        InputValueError,
        ("gain", "0.0", POSITIVE, "The default gain is 1."),
    ),
    "orthogonal weights with gain 0": (
        lambda: Orthogonal(gain=0.0),
        InputValueError,
        ("gain", "0.0", POSITIVE, "The default gain is 1."),
    ),
    "a constant that is infinite": (
        lambda: Constant(math.inf),
        InputValueError,
        (
            *("value", "inf", "a number above -inf and below inf"),
            "Weights start from finite values.",
        ),
    ),
    "a standard deviation of 0": (
        lambda: Normal(0.0),
        InputValueError,
        ("std", "0.0", POSITIVE, "For weights that are all 0 there is nn.zeros."),
    ),
    "a limit of 0": (
        lambda: Uniform(0.0),
        InputValueError,
        ("limit", "0.0", POSITIVE, "For weights that are all 0 there is nn.zeros."),
    ),
    "a curve over rows": (
        lambda: curves([[0, 1]], a=[0, 1]),
        ShapeError,
        ("x", "shape (1, 2)", "shape (points,)", "Give one number for each point."),
    ),
    "no curve": (
        lambda: curves([0, 1]),
        InputValueError,
        (
            *("curves", "0 curves", "1 to 4"),
            "Readers cannot tell more lines apart; make two drawings.",
        ),
    ),
    "a curve without a finite number": (
        lambda: curves([0, 1], a=[math.nan, math.inf]),
        InputValueError,
        (
            *("curves['a']", "no finite number", "at least one"),
            "There is nothing to draw; look at the numbers first.",
        ),
    ),
    "a curve of text": (
        lambda: curves([0, 1], a=["b", "c"]),
        InputTypeError,
        ("curves['a']", "list of dtype <U1", REAL, CONVERT),
    ),
    "a curve over text": (
        lambda: curves(["b", "c"], a=[0, 1]),
        InputTypeError,
        ("x", "list of dtype <U1", REAL, CONVERT),
    ),
    "a curve over numbers too far apart": (
        lambda: curves([-1e308, 1e308], a=[0, 1]),
        InputValueError,
        ("x", "-1e+308 to 1e+308", "numbers less far apart", "Draw their logarithm."),
    ),
    "curves too far apart": (
        lambda: curves([0, 1], a=[-1e308, 0], b=[1e308, 0]),
        InputValueError,
        ("curves", "-1e+308 to 1e+308", "numbers less far apart", "Draw their logarithm."),
    ),
    "points with three features": (
        lambda: draw_points(np.zeros((2, 3)), [0, 1], title="A"),
        ShapeError,
        ("points", "shape (2, 3)", "shape (examples, 2)", "Choose two features: x[:, [0, 1]]."),
    ),
    "points too far apart": (
        lambda: draw_points(FAR, [0, 0], title="A"),
        InputValueError,
        ("points", "-1e+308 to 1e+308", "numbers less far apart", "Draw their logarithm."),
    ),
    "points too far apart upwards": (
        lambda: draw_points(np.fliplr(FAR), [0, 0], title="A"),
        InputValueError,
        ("points", "-1e+308 to 1e+308", "numbers less far apart", "Draw their logarithm."),
    ),
    "no points": (
        lambda: draw_points(np.zeros((0, 2)), [], title="A"),
        InputValueError,
        (
            *("points", "no finite number", "at least one"),
            "There is nothing to draw; look at the numbers first.",
        ),
    ),
    "fewer classes than points": (
        lambda: draw_points(SQUARE, [0, 1, 1], title="A"),
        ShapeError,
        ("classes", "shape (3,)", "shape (4,)", "Give each point exactly one class."),
    ),
    "classes that are floats": (
        lambda: draw_points(SQUARE, np.zeros(4), title="A"),
        InputTypeError,
        (
            *("classes", "dtype float64", "integers"),
            "Turn one-hot rows into classes by argmax, and floats by astype(int).",
        ),
    ),
    "a class without a mark": (
        lambda: draw_points([[0, 0]], [3], title="A"),
        InputValueError,
        ("classes", "3", "0 to 2", "Number the classes from 0, and name each of them."),
    ),
    "a range with three ends": (
        lambda: mapped(half, y_range=(0, 1, 2)),
        ShapeError,
        ("y_range", "shape (3,)", "shape (2,)", "Give its two ends: (-1, 1)."),
    ),
    "a range that falls": (
        lambda: mapped(half, x_range=(1, 0)),
        InputValueError,
        ("x_range", "1 to 0", "two ends that rise", "Put the smaller end first."),
    ),
    "a range that is longer than floats": (
        lambda: mapped(half, x_range=(-1e308, 1e308)),
        InputValueError,
        (
            *("x_range", "-1e+308 to 1e+308", "ends from 1e-300 to 1e+308 apart"),
            "Scale the feature first.",
        ),
    ),
    "a range that is shorter than floats divide": (
        lambda: mapped(half, y_range=(0, 5e-324)),
        InputValueError,
        (
            *("y_range", "0 to 4.94066e-324", "ends from 1e-300 to 1e+308 apart"),
            "Scale the feature first.",
        ),
    ),
    "a range without a finite end": (
        lambda: mapped(half, x_range=(0, math.inf)),
        InputValueError,
        ("x_range", "inf at index (1,)", "finite numbers", WHERE),
    ),
    "a map of texts": (
        lambda: mapped(lambda x: np.full(len(x), "a")),
        InputTypeError,
        ("function(places)", "ndarray of dtype <U1", REAL, CONVERT),
    ),
    "a map of four classes": (
        lambda: mapped(lambda x: np.zeros((len(x), 4))),
        ShapeError,
        (
            *("function(places)", "shape (6912, 4)"),
            "shape (6912,), (6912, 1), (6912, 2) or (6912, 3)",
            "Return the probability of class 1, or one score for each class.",
        ),
    ),
    "other columns than were measured": (
        lambda: Standardizer.fit([[1.0], [2.0]])(["a"]),
        InputTypeError,
        ("x", "list of dtype <U1", REAL, CONVERT),
    ),
    "rows of text to split": (
        lambda: split([["a"]], [0], rng=rng()),
        InputTypeError,
        ("x", "list of dtype <U1", REAL, CONVERT),
    ),
    "targets of text to split by": (
        lambda: stratified(["a", "b"]),
        InputTypeError,
        ("y", "list of dtype <U1", REAL, CONVERT),
    ),
    "a label below 0 to split by": (
        lambda: stratified([0, -1]),
        InputValueError,
        ("y", "label -1", "integers from 0 on", CLASSES),
    ),
    "fewer rows than the smallest part takes": (
        # 3 rows times 0.3 are 0.9, less than one row; 1 / 0.3 is 3.3, so 4 are needed.
        lambda: stratified([0, 0, 0], validation=0.3, test=0.3, stratify=False),
        InputValueError,
        (
            *("y", "3 rows", "at least 4, because the smallest part takes 0.3 of them"),
            "Collect more, or make the smallest part larger.",
        ),
    ),
    "no epoch": (
        lambda: trained(epochs=0),
        InputValueError,
        ("epochs", "0", "a whole number from 1 on", "Train for one epoch at least."),
    ),
    "no example in a batch": (
        lambda: trained(batch_size=0),
        InputValueError,
        ("batch_size", "0", "a whole number from 1 on", "None takes all examples at once."),
    ),
    "an unknown word for divergence": (
        lambda: trained(on_divergence="stop"),
        InputValueError,
        (
            *("on_divergence", "'stop'", "'raise' or 'mark'"),
            "An error ends training; a mark rests the networks concerned.",
        ),
    ),
    "everything for validation": (
        lambda: trained(validation=1.0),
        InputValueError,
        (
            *("validation", "1.0", "a number above 0 and below 1"),
            "Give a fraction such as 0.2, or a pair (x, y) of other examples.",
        ),
    ),
    "nothing for validation": (
        lambda: trained(validation=0.1),
        InputValueError,
        (
            *("validation", "0.1 of 4 examples, which is 0"),
            "at least one example on both sides",
            "Give a fraction such as 0.2, or a pair (x, y) of other examples.",
        ),
    ),
    "a metric that returns text": (
        lambda: trained(lambda *_: "good"),
        InputTypeError,
        ("metric", "str of dtype <U4", REAL, CONVERT),
    ),
    "a metric that returns one number for each example": (
        lambda: trained(lambda outputs, _: outputs[:, 0]),
        ShapeError,
        ("metric", "shape (4,)", "shape ()", "A metric returns one number for each network."),
    ),
    "a metric that returns one number for two networks": (
        lambda: trained(lambda *_: 0.5, networks=(2,)),
        ShapeError,
        ("metric", "shape ()", "shape (2,)", "A metric returns one number for each network."),
    ),
}


@pytest.mark.usefixtures("without_run_time_types")
@pytest.mark.parametrize(("call", "kind", "parts"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_says_what_to_do(
    call: Callable[[], object], kind: type[InputError], parts: tuple[str, str, str, str]
) -> None:
    argument, got, expected, hint = parts
    with pytest.raises(InputError) as error:
        call()
    assert type(error.value) is kind
    assert error.value.args == parts
    assert str(error.value) == f"{argument}: got {got}, expected {expected}. {hint}"
