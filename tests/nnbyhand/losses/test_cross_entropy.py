"""The cross-entropies worked by hand, at their limits, with weights and smoothing."""

import doctest
import importlib
from collections.abc import Callable
from math import inf, log, nan

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn
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

BINARY = [BinaryCrossEntropy, BinaryCrossEntropyFromLogits]
CATEGORICAL = [CrossEntropy, CrossEntropyFromLogits]
FROM_LOGITS = [binary_cross_entropy_from_logits, cross_entropy_from_logits]
DTYPES = [np.float16, np.float32, np.float64]
by_binary = pytest.mark.parametrize("kind", BINARY)
by_categorical = pytest.mark.parametrize("kind", CATEGORICAL)
by_kind = pytest.mark.parametrize("kind", BINARY + CATEGORICAL)
by_dtype = pytest.mark.parametrize("dtype", DTYPES)
Kind = Callable[..., Loss]


def binary_outputs(kind: Kind, odds: list[list[float]]) -> np.ndarray:
    """Probabilities with these odds of yes to no, or their scores."""
    logits = np.log(odds)
    return nn.sigmoid(logits) if kind is BinaryCrossEntropy else logits


def class_outputs(kind: Kind, shares: list[list[float]]) -> np.ndarray:
    """Probabilities in these proportions, or scores shifted by row."""
    rows = np.array(shares, dtype=float)
    if kind is CrossEntropy:
        return rows / rows.sum(axis=-1, keepdims=True)
    return np.log(rows) + np.array([[5.0], [-3.0]])


@by_binary
def test_binary_value_worked_by_hand(kind: Kind) -> None:
    # p = 3/4 and y = 1 cost log(4/3); p = 1/5 and y = 0 cost log(5/4); the mean of two.
    outputs = binary_outputs(kind, [[3], [1 / 4]])
    assert kind()(outputs, [[1], [0]]) == pytest.approx((log(4 / 3) + log(5 / 4)) / 2)


def test_binary_gradients_worked_by_hand() -> None:
    # From probabilities: -1/p = -4/3 and 1/(1 - p) = 5/4, over 2.
    gradient = binary_cross_entropy.gradient([[3 / 4], [1 / 5]], [[1], [0]])
    np.testing.assert_allclose(gradient, [[-2 / 3], [5 / 8]], rtol=1e-14)
    # From logits: p - y = -1/4 and 1/5, over 2.
    logits = np.log([[3], [1 / 4]])
    gradient = binary_cross_entropy_from_logits.gradient(logits, [[1], [0]])
    np.testing.assert_allclose(gradient, [[-1 / 8], [1 / 10]], rtol=1e-14)


@by_binary
def test_binary_options_worked_by_hand(kind: Kind) -> None:
    loss = kind(label_smoothing=0.2, positive_weight=3)
    # y = 1 becomes 0.8 + 0.1 = 0.9, y = 0 becomes 0.1. With p = 3/4, then p = 1/5:
    # 3 * 0.9 log(4/3) + 0.1 log(4), and 3 * 0.1 log(5) + 0.9 log(5/4); the mean of two.
    first, second = 2.7 * log(4 / 3) + 0.1 * log(4), 0.3 * log(5) + 0.9 * log(5 / 4)
    outputs = binary_outputs(kind, [[3], [1 / 4]])
    assert loss(outputs, [[1], [0]]) == pytest.approx((first + second) / 2)
    # The slope at z: (2.7 + 0.1) 3/4 - 2.7 = -0.6, and (0.3 + 0.9) / 5 - 0.3 = -0.06, over 2.
    if kind is BinaryCrossEntropyFromLogits:
        gradient = loss.gradient(outputs, [[1], [0]])
        np.testing.assert_allclose(gradient, [[-0.3], [-0.03]], rtol=1e-13)


@by_binary
def test_a_yes_that_counts_twice(kind: Kind) -> None:
    # p = 1/2 costs log(2), twice for y = 1 and once for y = 0; the mean of two.
    loss, outputs = kind(positive_weight=2), binary_outputs(kind, [[1], [1]])
    assert loss(outputs, [[1], [0]]) == pytest.approx(3 * log(2) / 2)


@by_categorical
def test_value_worked_by_hand(kind: Kind) -> None:
    # Shares 1, 2, 3 of 6 with class 1 cost log(3); 1, 1, 2 of 4 with class 2 cost log(2).
    outputs = class_outputs(kind, [[1, 2, 3], [1, 1, 2]])
    for targets in ([1, 2], [[0, 1, 0], [0, 0, 1]]):
        assert kind()(outputs, targets) == pytest.approx((log(3) + log(2)) / 2)
    # Half of class 0, half of class 1: log(6)/2 + log(3)/2, and log(4).
    soft = [[0.5, 0.5, 0], [0.25, 0.75, 0]]
    assert kind()(outputs, soft) == pytest.approx((log(6) / 2 + log(3) / 2 + log(4)) / 2)


def test_gradients_worked_by_hand() -> None:
    # From probabilities: -1/p of the true class, over 2.
    probabilities = class_outputs(CrossEntropy, [[1, 2, 3], [1, 1, 2]])
    gradient = cross_entropy.gradient(probabilities, [1, 2])
    np.testing.assert_allclose(gradient, [[0, -3 / 2, 0], [0, 0, -2 / 2]], rtol=1e-14)
    # From logits: p - y = 1/6, 2/6 - 1, 3/6, and 1/4, 1/4, 2/4 - 1, over 2.
    logits = class_outputs(CrossEntropyFromLogits, [[1, 2, 3], [1, 1, 2]])
    gradient = cross_entropy_from_logits.gradient(logits, [1, 2])
    expected = np.array([[2, -8, 6], [3, 3, -6]]) / 24
    np.testing.assert_allclose(gradient, expected, rtol=1e-13)


@by_categorical
def test_options_worked_by_hand(kind: Kind) -> None:
    outputs = class_outputs(kind, [[1, 2, 3], [1, 1, 2]])
    # Smoothing 0.3 over 3 classes: 0.8 for the true class, 0.1 for each other.
    first = 0.1 * log(6) + 0.8 * log(3) + 0.1 * log(2)
    second = 0.1 * log(4) + 0.1 * log(4) + 0.8 * log(2)
    assert kind(label_smoothing=0.3)(outputs, [1, 2]) == pytest.approx((first + second) / 2)
    # Weights 1, 2, 4: class 1 costs 2 log(3), class 2 costs 4 log(2), over 2 + 4.
    weighted = kind(class_weights=[1, 2, 4])
    assert weighted(outputs, [1, 2]) == pytest.approx((2 * log(3) + 4 * log(2)) / 6)
    # Both: the terms are smoothed, the divisor is not.
    first = 1 * 0.1 * log(6) + 2 * 0.8 * log(3) + 4 * 0.1 * log(2)
    second = 1 * 0.1 * log(4) + 2 * 0.1 * log(4) + 4 * 0.8 * log(2)
    both = kind(label_smoothing=0.3, class_weights=[1, 2, 4])
    assert both(outputs, [1, 2]) == pytest.approx((first + second) / 6)


def test_weighted_gradient_worked_by_hand() -> None:
    # The weight of the true class times p - y, over 2 + 4: 2 (1/6, -4/6, 3/6), 4 (1/4, 1/4, -2/4).
    logits = class_outputs(CrossEntropyFromLogits, [[1, 2, 3], [1, 1, 2]])
    gradient = CrossEntropyFromLogits(class_weights=[1, 2, 4]).gradient(logits, [1, 2])
    expected = np.array([[2 / 6, -8 / 6, 6 / 6], [1, 1, -2]]) / 6
    np.testing.assert_allclose(gradient, expected, rtol=1e-13)


@by_categorical
def test_equal_weights_change_nothing(kind: Kind) -> None:
    outputs = class_outputs(kind, [[1, 2, 3], [1, 1, 2]])
    plain = kind(label_smoothing=0.1).value_and_gradient(outputs, [1, 2])
    equal = kind(label_smoothing=0.1, class_weights=(7, 7, 7)).value_and_gradient(outputs, [1, 2])
    np.testing.assert_allclose(equal[0], plain[0], rtol=1e-14)
    np.testing.assert_allclose(equal[1], plain[1], rtol=1e-13)


@given(z=hnp.arrays(np.float64, (3, 2), elements=st.floats(-30, 30)), yes=st.floats(0, 1))
def test_from_logits_and_from_probabilities_agree(z: np.ndarray, yes: float) -> None:
    pairs = [
        (binary_cross_entropy, binary_cross_entropy_from_logits, nn.sigmoid, [[yes, 1 - yes]] * 3),
        (cross_entropy, cross_entropy_from_logits, nn.softmax, [[yes, 1 - yes]] * 3),
    ]
    for from_probabilities, from_logits, activation, targets in pairs:
        p = activation(z)
        value, gradient = from_logits.value_and_gradient(z, targets)
        # 1 - p is rounded, so its logarithm is only as good as exp(30) times the rounding.
        np.testing.assert_allclose(from_probabilities(p, targets), value, rtol=1e-2, atol=1e-12)
        near = np.abs(z).max() < 10
        back = activation.backward(z, from_probabilities.gradient(p, targets))
        np.testing.assert_allclose(back, gradient, rtol=1e-2, atol=1e-11 if near else 1e-2)


@given(z=hnp.arrays(np.float64, (3, 1), elements=st.floats(-700, 700)), yes=st.floats(0, 1))
def test_two_classes_against_zero_are_one_question(z: np.ndarray, yes: float) -> None:
    pairs = np.hstack([z, np.zeros_like(z)])
    for smoothing in (0, 0.25):
        one, one_slope = BinaryCrossEntropyFromLogits(smoothing).value_and_gradient(z, [[yes]] * 3)
        two = CrossEntropyFromLogits(smoothing)
        np.testing.assert_allclose(two(pairs, [[yes, 1 - yes]] * 3), one, rtol=1e-12, atol=1e-12)
        slope = two.gradient(pairs, [[yes, 1 - yes]] * 3)[:, :1]
        np.testing.assert_allclose(slope, one_slope, rtol=1e-12, atol=1e-13)


@by_dtype
def test_impossible_answers_cost_infinity_and_certain_ones_nothing(
    dtype: type[np.floating],
) -> None:
    p = np.array([[0, 1]], dtype)
    value, gradient = binary_cross_entropy.value_and_gradient(p, [[0, 1]])
    assert value == 0
    assert not np.signbit(value)
    np.testing.assert_array_equal(gradient, [[1 / 2, -1 / 2]])
    value, gradient = binary_cross_entropy.value_and_gradient(p, [[1, 0]])
    assert value == inf
    np.testing.assert_array_equal(gradient, [[-inf, inf]])
    value, gradient = cross_entropy.value_and_gradient(p, [1])
    assert value == 0
    assert not np.signbit(value)
    np.testing.assert_array_equal(gradient, [[0, -1]])
    value, gradient = cross_entropy.value_and_gradient(p, [0])
    assert value == inf
    np.testing.assert_array_equal(gradient, [[-inf, 0]])


@pytest.mark.parametrize("kind", [BinaryCrossEntropy, BinaryCrossEntropyFromLogits])
def test_options_are_kept_as_python_floats(kind: Kind) -> None:
    loss = kind(label_smoothing=np.float64(0.1), positive_weight=np.float64(3))
    assert (type(loss.label_smoothing), type(loss.positive_weight)) == (float, float)


def test_the_least_probability_has_an_infinite_slope_and_no_warning() -> None:
    least = 5e-324
    assert binary_cross_entropy.gradient([[least]], [[1]]) == -inf
    assert cross_entropy.gradient([[least, 1]], [0])[0, 0] == -inf
    assert binary_cross_entropy([[least]], [[1]]) == pytest.approx(1074 * log(2))


@by_dtype
def test_large_logits_end_in_the_right_limit(dtype: type[np.floating]) -> None:
    z = np.array([[1000], [-1000], [1000], [-1000]], dtype)
    value, gradient = binary_cross_entropy_from_logits.value_and_gradient(z, [[1], [0], [0], [1]])
    assert value == 500  # 0, 0, 1000 and 1000
    np.testing.assert_array_equal(gradient, np.array([[0], [0], [1], [-1]]) / 4)
    rows = np.hstack([z, -z])
    value, gradient = cross_entropy_from_logits.value_and_gradient(rows, [0, 1, 1, 0])
    assert value == 1000  # 0, 0, 2000 and 2000
    np.testing.assert_array_equal(gradient[2:], np.array([[1, -1], [-1, 1]]) / 4)
    assert not gradient[:2].any()


@pytest.mark.parametrize("loss", FROM_LOGITS, ids=lambda loss: loss.slug)
@by_dtype
def test_logits_reach_to_half_the_largest_float(loss: Loss, dtype: type[np.floating]) -> None:
    most = float(np.finfo(dtype).max) / 2
    edge = np.array([[most, -most]], dtype)
    assert loss(edge, [[1, 0]]) == 0
    for z in (edge * dtype(1.01), np.array([[0, inf]], dtype), np.array([[0, -inf]], dtype)):
        with pytest.raises(nn.InputValueError) as error:
            loss(z, [[1, 0]])
        assert error.value.argument == "outputs"
        assert error.value.expected == f"a score from {-most:.1e} to {most:.1e}"
        assert error.value.hint == (
            "For a class that is ruled out, give a score that is very low but finite."
        )


def test_small_surprises_are_not_rounded_away() -> None:
    # log(1 + exp(-40)) is 4e-18, far below the rounding of 1.
    assert binary_cross_entropy_from_logits([[-40.0]], [[0]]) == pytest.approx(np.exp(-40.0))


@by_categorical
def test_an_ensemble_may_have_targets_of_its_own(kind: Kind) -> None:
    loss = kind(class_weights=[1, 2, 4])
    outputs = np.stack([class_outputs(kind, [[1, 2, 3], [1, 1, 2]])] * 2)
    rows = np.eye(3)[[[1, 2], [0, 1]]]
    value, gradient = loss.value_and_gradient(outputs, rows)
    for network, labels in enumerate([[1, 2], [0, 1]]):
        one = loss.value_and_gradient(outputs[network], labels)
        np.testing.assert_allclose(value[network], one[0], rtol=1e-14)
        np.testing.assert_allclose(gradient[network], one[1], rtol=1e-14)
    np.testing.assert_array_equal(loss(outputs, [1, 2]), loss(outputs, rows[0]))


@by_kind
def test_a_smoothing_is_at_least_0_and_below_1(kind: Kind) -> None:
    assert kind(label_smoothing=0) == kind()
    assert repr(kind(label_smoothing=np.float64(0.5))).startswith(
        f"{kind.__name__}(label_smoothing=0.5"
    )
    for bad in (-0.1, 1.0, nan):
        with pytest.raises(nn.InputValueError) as error:
            kind(label_smoothing=bad)
        assert str(error.value) == (
            f"label_smoothing: got {bad}, expected a number above 0 and below 1. "
            "Use 0 for no smoothing."
        )


@by_binary
def test_a_positive_weight_is_positive_and_finite(kind: Kind) -> None:
    assert kind() == kind(positive_weight=1)
    for bad in (0.0, -1.0, inf, nan):
        with pytest.raises(nn.InputValueError) as error:
            kind(positive_weight=bad)
        assert str(error.value) == (
            f"positive_weight: got {bad}, expected a number above 0 and below inf. "
            "Use 1 for no weighting, 3 to count each positive example three times."
        )


@by_categorical
def test_class_weights_are_positive_and_one_per_class(kind: Kind) -> None:
    loss = kind(class_weights=np.array([1, 2], np.float32))
    assert loss == kind(class_weights=(1.0, 2.0))
    assert hash(loss) == hash(kind(class_weights=(1.0, 2.0)))
    assert loss != kind()
    for bad in (0.0, -1.0, inf, nan):
        with pytest.raises(nn.InputValueError) as error:
            kind(class_weights=[1.0, bad])
        assert str(error.value) == (
            f"class_weights: got {bad} at index (1,), expected a number above 0, finite. A larger "
            "weight makes a class count more; leave out rows that shall not count."
        )
    with pytest.raises(nn.ShapeError) as error:
        kind(class_weights=[[1, 2]])
    assert str(error.value) == (
        "class_weights: got shape (1, 2), expected shape (classes,). Give each class one weight."
    )
    with pytest.raises(nn.ShapeError) as error:
        loss(np.full((2, 4), 0.25), [0, 1])
    assert str(error.value) == (
        "class_weights: got shape (2,), expected shape (4,) for outputs of shape (2, 4). "
        "Give each class one weight."
    )


@pytest.mark.parametrize("kind", [BinaryCrossEntropy, CrossEntropy])
@pytest.mark.parametrize("bad", [-0.1, 1.1, 3.0, inf])
def test_scores_are_no_probabilities(kind: Kind, bad: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        kind()([[0.5, 0.5], [bad, 1 - bad]], [[1, 0], [0, 1]])
    assert str(error.value) == (
        f"outputs: got {bad} at index (1, 0), expected a probability, from 0 to 1. "
        f"If these are scores, take {kind.__name__}FromLogits."
    )


@by_kind
@pytest.mark.parametrize("bad", [-1.0, 1.5, 2.0, nan])
def test_targets_are_from_0_to_1(kind: Kind, bad: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        kind()([[0.5, 0.5], [0.5, 0.5]], [[1, 0], [0, bad]])
    hint = (
        "Write no as 0 and yes as 1."
        if kind in BINARY
        else "Give class labels as one list, or rows of probabilities."
    )
    assert str(error.value) == (
        f"targets: got {bad} at index (1, 1), expected a number from 0 to 1. {hint}"
    )


@by_categorical
def test_rows_of_targets_sum_to_1(kind: Kind) -> None:
    outputs = class_outputs(kind, [[1, 1, 1], [1, 1, 1]])
    for near in (0.336, 0.331):  # sums 1.002 and 0.997
        kind()(outputs, [[0, 0, 1], [1 / 3, 1 / 3, near]])
    for off, total in ((0.5, "1.2"), (0.2, "0.8999999999999999")):
        with pytest.raises(nn.InputValueError) as error:
            kind()(outputs, [[0, 0, 1], [0.3, 0.4, off]])
        assert str(error.value) == (
            f"targets (sum of a row): got {total} at index (1,), expected about 1. "
            "The probabilities of one example stand in one row; softmax makes such rows."
        )


def test_rows_of_probabilities_sum_to_1() -> None:
    with pytest.raises(nn.InputValueError) as error:
        cross_entropy([[0.5, 0.75]], [0])
    assert error.value.argument == "outputs (sum of a row)"
    assert error.value.got == "1.25 at index (0,)"


@by_categorical
def test_labels_name_a_column_each(kind: Kind) -> None:
    outputs = class_outputs(kind, [[1, 1, 1], [1, 1, 1]])
    for bad in ([0, 3], [0, -1]):
        with pytest.raises(nn.InputValueError) as error:
            kind()(outputs, bad)
        assert error.value.argument == "targets"
        assert error.value.got == f"label {bad[1]}"
        assert error.value.expected == "integers from 0 to 2"
    with pytest.raises(nn.InputTypeError, match="targets: got dtype float64, expected integer"):
        kind()(outputs, [0.0, 1.0])
    for labels in ([0], [0, 1, 2], []):
        with pytest.raises(nn.ShapeError) as error:
            kind()(outputs, labels)
        assert str(error.value) == (
            f"targets: got shape ({len(labels)},), expected shape (2,) for outputs of shape "
            "(2, 3). Give each row one label."
        )


@pytest.mark.parametrize("module", ["binary_cross_entropy", "cross_entropy"])
def test_examples_in_the_docstrings_run(module: str) -> None:
    # By its full name: `nnbyhand.losses.cross_entropy` as an attribute is the loss, not the module.
    failed, tried = doctest.testmod(importlib.import_module(f"nnbyhand.losses.{module}"))
    assert failed == 0
    assert tried > 0
