"""What holds for every loss, and the losses of regression worked by hand."""

import doctest
import re
from dataclasses import FrozenInstanceError
from math import inf, nan
from types import ModuleType

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.losses import LOSSES
from nnbyhand.losses import base as loss_base
from nnbyhand.losses import facts as loss_facts
from nnbyhand.losses import regression as losses
from nnbyhand.losses.base import Loss
from nnbyhand.losses.binary_cross_entropy import BinaryCrossEntropy, BinaryCrossEntropyFromLogits
from nnbyhand.losses.cross_entropy import CrossEntropy, CrossEntropyFromLogits
from nnbyhand.losses.regression import MAE, MSE, HalfMSE, Huber, half_mse, huber, mae, mse

REGRESSION = LOSSES[:4]
WITH_OPTIONS = (
    Huber(delta=0.3),
    BinaryCrossEntropy(label_smoothing=0.2, positive_weight=3.0),
    BinaryCrossEntropyFromLogits(label_smoothing=0.2, positive_weight=3.0),
    CrossEntropy(label_smoothing=0.2, class_weights=[0.5, 2.0, 1.5]),
    CrossEntropyFromLogits(label_smoothing=0.2, class_weights=[0.5, 2.0, 1.5]),
)
by_loss = pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.slug)
by_loss_and_options = pytest.mark.parametrize("loss", LOSSES + WITH_OPTIONS, ids=repr)
by_regression = pytest.mark.parametrize("loss", REGRESSION, ids=lambda loss: loss.slug)
ACTIVATIONS = {activation.name: activation for activation in nn.ACTIVATIONS}


def some_outputs(loss: Loss, scores: np.ndarray) -> np.ndarray:
    """What a network meant for this loss gives, from scores."""
    return ACTIVATIONS[loss.facts.output_activation](scores)


def some_targets(loss: Loss, shape: tuple[int, ...]) -> np.ndarray:
    numbers = np.random.default_rng(5).normal(size=shape)
    last = loss.facts.built_in or loss.facts.output_activation
    return ACTIVATIONS[last](numbers)


@pytest.mark.parametrize(
    ("loss", "value", "slopes"),
    [
        # Errors 3, -1, 0.5, 0, of which four are averaged.
        # (9 + 1 + 0.25 + 0) / 4 = 2.5625, slopes 2e / 4
        (mse, 2.5625, [[1.5, -0.5], [0.25, 0]]),
        # 2.5625 / 2 = 1.28125, slopes e / 4
        (half_mse, 1.28125, [[0.75, -0.25], [0.125, 0]]),
        # (3 + 1 + 0.5 + 0) / 4 = 1.125, slopes 1, -1, 1, and 0 at the kink, over 4
        (mae, 1.125, [[0.25, -0.25], [0.25, 0]]),
        # delta 1: 1 (3 - 1/2) = 2.5, 1/2 on the boundary, 0.25/2, 0; sum 3.125, over 4
        (huber, 0.78125, [[0.25, -0.25], [0.125, 0]]),
        # delta 2: 2 (3 - 1) = 4, 1/2, 0.125, 0; sum 4.625, over 4; slope 3 clipped to 2
        (Huber(delta=2), 1.15625, [[0.5, -0.25], [0.125, 0]]),
        # delta 0.25: 0.25 (3 - 1/8) + 0.25 (1 - 1/8) + 0.25 (1/2 - 1/8) = 1.03125, over 4
        (Huber(delta=0.25), 0.2578125, [[0.0625, -0.0625], [0.0625, 0]]),
    ],
    ids=repr,
)
def test_value_and_gradient_worked_by_hand(
    loss: Loss, value: float, slopes: list[list[float]]
) -> None:
    outputs, targets = [[4, 1], [0.5, -2]], [[1, 2], [0, -2]]
    assert loss(outputs, targets) == value
    np.testing.assert_array_equal(loss.gradient(outputs, targets), slopes)


@given(error=st.floats(-100, 100), delta=st.floats(0.01, 50))
def test_huber_is_the_formula_of_its_docstring(error: float, delta: float) -> None:
    small = abs(error) <= delta
    value = error**2 / 2 if small else delta * (abs(error) - delta / 2)
    slope = min(max(error, -delta), delta)
    loss, gradient = Huber(delta=delta).value_and_gradient([[error]], [[0]])
    assert loss == pytest.approx(value, rel=1e-14)
    assert gradient == slope


@by_loss_and_options
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=8)  # each example checks 12 slopes
def test_gradient_agrees_with_differences(loss: Loss, seed: int) -> None:
    rng = np.random.default_rng(seed)
    targets = some_targets(loss, (4, 3))
    outputs = some_outputs(loss, rng.uniform(-1, 1, size=(4, 3)))
    if isinstance(loss, MAE | Huber):  # keep away from the kinks
        kink = loss.delta if isinstance(loss, Huber) else 0
        assume((np.abs(np.abs(outputs - targets) - kink) > 1e-4).all())
    report = nn.gradient_check(
        lambda outputs: loss(outputs, targets), outputs, loss.gradient(outputs, targets)
    )
    assert report.relative_error < 1e-6, report


@by_loss_and_options
def test_value_gradient_and_both_are_the_same(loss: Loss) -> None:
    outputs = some_outputs(loss, np.random.default_rng(0).normal(size=(4, 3)))
    targets = some_targets(loss, (4, 3))
    value, gradient = loss.value_and_gradient(outputs, targets)
    np.testing.assert_array_equal(loss(outputs, targets), value)
    np.testing.assert_array_equal(loss.gradient(outputs, targets), gradient)
    assert value.shape == ()
    assert isinstance(value, np.ndarray)
    assert gradient.shape == outputs.shape


@by_loss_and_options
@pytest.mark.parametrize("shared", [True, False], ids=["shared", "own"])
def test_an_ensemble_equals_a_loop_over_networks(loss: Loss, *, shared: bool) -> None:
    outputs = some_outputs(loss, np.random.default_rng(1).normal(size=(2, 5, 4, 3)))
    targets = some_targets(loss, (4, 3) if shared else (2, 5, 4, 3))
    value, gradient = loss.value_and_gradient(outputs, targets)
    assert value.shape == (2, 5)
    for index in np.ndindex(2, 5):
        own = targets if shared else targets[index]
        np.testing.assert_allclose(value[index], loss(outputs[index], own), rtol=1e-14)
        expected = loss.gradient(outputs[index], own)
        np.testing.assert_allclose(gradient[index], expected, rtol=1e-14)


@by_loss_and_options
def test_no_networks_have_no_losses(loss: Loss) -> None:
    value, gradient = loss.value_and_gradient(np.zeros((0, 4, 3)), some_targets(loss, (4, 3)))
    assert value.shape == (0,)
    assert gradient.shape == (0, 4, 3)


@by_loss_and_options
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("networks", [(), (2,)], ids=["one", "two"])
def test_results_have_the_dtype_of_the_outputs(
    loss: Loss, dtype: type[np.floating], networks: tuple[int, ...]
) -> None:
    scores = np.random.default_rng(2).normal(size=(*networks, 4, 3))
    outputs = some_outputs(loss, scores).astype(dtype)
    for targets in (some_targets(loss, (4, 3)), np.array([[0, 0, 1]] * 4)):
        value, gradient = loss.value_and_gradient(outputs, targets)
        assert value.dtype == gradient.dtype == dtype
        exact = loss(outputs.astype(np.float64), targets)
        np.testing.assert_allclose(value, exact, rtol=8 * np.finfo(dtype).eps)


@by_loss
def test_the_input_stays_as_it_was_and_is_not_shared(loss: Loss) -> None:
    outputs = some_outputs(loss, np.array([[0.5, 1.0, -2.0]]))
    targets = some_targets(loss, (1, 3))
    before = outputs.copy(), targets.copy()
    value, gradient = loss.value_and_gradient(outputs, targets)
    value[...] = gradient[...] = 100
    np.testing.assert_array_equal(outputs, before[0])
    np.testing.assert_array_equal(targets, before[1])


@by_loss
def test_the_mean_does_not_grow_with_the_batch(loss: Loss) -> None:
    outputs = some_outputs(loss, np.random.default_rng(3).normal(size=(4, 3)))
    targets = some_targets(loss, (4, 3))
    value, gradient = loss.value_and_gradient(outputs, targets)
    twice = loss.value_and_gradient(np.tile(outputs, (2, 1)), np.tile(targets, (2, 1)))
    np.testing.assert_allclose(twice[0], value, rtol=1e-14)
    np.testing.assert_allclose(twice[1], np.tile(gradient / 2, (2, 1)), rtol=1e-14)


@by_loss
def test_facts_tell_where_the_plain_error_is_the_gradient(loss: Loss) -> None:
    z = np.random.default_rng(4).normal(size=(4, 3))
    targets = some_targets(loss, (4, 3))
    activation = ACTIVATIONS[loss.facts.output_activation]
    gradient = activation.backward(z, loss.gradient(activation(z), targets))
    last = ACTIVATIONS[loss.facts.built_in or loss.facts.output_activation]
    averaged = 4 if last.name == "softmax" else 4 * 3
    plain = np.allclose(gradient, (last(z) - targets) / averaged, rtol=1e-12, atol=0)
    assert loss.facts.plain_error == plain


def test_the_mse_behind_a_sigmoid_has_two_factors_more() -> None:
    z, y = np.array([[0.5], [-2.0]]), np.array([[1.0], [0.0]])
    a = nn.sigmoid(z)
    gradient = nn.sigmoid.backward(z, mse.gradient(a, y))
    np.testing.assert_allclose(gradient, 2 * (a - y) * a * (1 - a) / 2, rtol=1e-14)


@by_loss
def test_a_nan_in_the_outputs_shows_in_the_loss(loss: Loss) -> None:
    outputs = some_outputs(loss, np.array([[[nan, 0.5, 1.0]], [[0.0, 0.5, 1.0]]]))
    np.testing.assert_array_equal(
        np.isnan(loss(outputs, some_targets(loss, (1, 3)))), [True, False]
    )


@pytest.mark.parametrize(
    ("loss", "value"), [(mse, inf), (half_mse, inf), (mae, 1e200), (huber, 1e200)]
)
def test_errors_beyond_the_largest_float_raise_no_warning(loss: Loss, value: float) -> None:
    assert loss([[1e200]], [[0]]) == value
    assert loss([[inf]], [[0]]) == inf
    assert loss([[-inf]], [[0]]) == inf


def test_all_losses_have_names_and_facts() -> None:
    assert [(loss.name, loss.slug) for loss in LOSSES] == [
        ("MSE", "mse"),
        ("half MSE", "half-mse"),
        ("MAE", "mae"),
        ("Huber", "huber"),
        ("binary cross-entropy", "binary-cross-entropy"),
        ("binary cross-entropy from logits", "binary-cross-entropy-from-logits"),
        ("cross-entropy", "cross-entropy"),
        ("cross-entropy from logits", "cross-entropy-from-logits"),
    ]
    assert [loss.facts for loss in LOSSES] == [
        value for value in vars(loss_facts).values() if isinstance(value, loss_facts.LossFacts)
    ]


@by_loss
def test_phrases_are_short_and_plain(loss: Loss) -> None:
    for phrase in (loss.facts.problem, loss.facts.trouble):
        assert 10 < len(phrase) <= 64
        assert not phrase.endswith(".")


@by_loss
def test_every_source_is_listed_in_full(loss: Loss) -> None:
    references = " ".join((loss_facts.__doc__ or "").split())
    for source in loss.facts.source.split("; "):
        short_name = re.fullmatch(r"(.* \d{4})(, (section|equation) [\d.]+)?", source)
        assert short_name is not None, source
        assert f"- {short_name[1]}: " in references


def test_losses_are_values() -> None:
    assert [MSE(), HalfMSE(), MAE(), Huber()] == [*REGRESSION]
    assert Huber(delta=2) != huber
    assert len({*LOSSES, Huber(), Huber(delta=2), Huber(delta=2.0)}) == len(LOSSES) + 1
    assert repr(Huber(delta=2)) == "Huber(delta=2.0)"
    with pytest.raises(FrozenInstanceError):
        huber.delta = 2.0  # type: ignore[misc]


def test_a_numpy_delta_does_not_widen_float32() -> None:
    value = Huber(delta=np.float64(0.1))(np.ones((2, 2), np.float32), np.zeros((2, 2)))
    assert value.dtype == np.float32


@pytest.mark.parametrize("delta", [0.0, -1.0, inf, nan])
def test_a_delta_is_positive_and_finite(delta: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        Huber(delta=delta)
    assert str(error.value) == (
        f"delta: got {delta}, expected a number above 0 and below inf. "
        "Take the largest error that is no outlier, in the unit of the target."
    )


@by_loss
def test_a_list_against_a_column_is_refused(loss: Loss) -> None:
    with pytest.raises(nn.ShapeError) as error:
        loss(np.zeros((3, 1)) + loss.facts.output_activation.count("softmax"), np.zeros((1, 3)))
    assert str(error.value) == (
        "targets: got shape (1, 3), expected shape (3, 1) as outputs has. "
        "Give each output one target; targets[:, np.newaxis] makes a column of a list."
    )


@pytest.mark.parametrize("loss", LOSSES[:6], ids=lambda loss: loss.slug)
@pytest.mark.parametrize("shape", [(4,), (), (1, 4), (3, 1), (1, 4, 1)])
def test_targets_never_broadcast(loss: Loss, shape: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        loss(np.full((4, 1), 0.5), np.zeros(shape))
    assert error.value.got == f"shape {shape}"
    assert error.value.expected == "shape (4, 1) as outputs has"


@by_loss
@pytest.mark.parametrize("shape", [(5, 4, 3), (4, 4, 3), (1, 4, 3), (4, 1), (2, 3)])
def test_targets_of_an_ensemble_are_shared_or_its_own(loss: Loss, shape: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        loss(np.full((2, 4, 3), 1 / 3), np.zeros(shape))
    assert error.value.expected == "shape (2, 4, 3) as outputs has, or (4, 3) for all networks"


@by_loss
@pytest.mark.parametrize("shape", [(), (3,), (0, 3), (4, 0), (2, 0, 3), (2, 4, 0)])
def test_outputs_are_rows_of_examples(loss: Loss, shape: tuple[int, ...]) -> None:
    for call in (loss, loss.gradient, loss.value_and_gradient):
        with pytest.raises(nn.ShapeError) as error:
            call(np.zeros(shape), np.zeros(shape))
        assert str(error.value) == (
            f"outputs: got shape {shape}, expected shape (examples, outputs) with at least one of "
            "each. Put each example in a row of its own: [[0.5], [1.5]]."
        )


@by_loss
@pytest.mark.parametrize("bad", [[[True]], [["0.5"]], np.array([[1j]])])
def test_only_real_numbers_are_taken(loss: Loss, bad: np.ndarray | list[object]) -> None:
    for argument, call in {
        "outputs": lambda: loss(bad, [[1.0]]),
        "targets": lambda: loss([[1.0]], bad),
    }.items():
        with pytest.raises(nn.InputTypeError) as error:
            call()
        assert error.value.argument == argument


@by_regression
@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_targets_of_a_regression_are_finite(loss: Loss, bad: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        loss(np.zeros((2, 2)), [[0, 1], [bad, nan]])
    assert str(error.value) == (
        f"targets: got {bad} at index (1, 0), expected finite numbers. "
        "Find out where it comes from."
    )


def test_targets_that_outgrow_the_outputs_are_refused_too() -> None:
    with pytest.raises(nn.InputValueError, match=r"targets: got inf at index \(0, 0\)"):
        mse(np.zeros((1, 1), np.float32), [[1e300]])


@by_loss
def test_prepared_targets_are_ready_for_training(loss: Loss) -> None:
    outputs = some_outputs(loss, np.random.default_rng(6).normal(size=(2, 4, 3)))
    outputs = outputs.astype(np.float32)
    targets = some_targets(loss, (4, 3))
    ready = loss.prepared(targets, outputs)
    assert ready.dtype == np.float32
    assert ready.shape == (4, 3)
    for fast, public in zip(
        loss.value_and_gradient_at(outputs, ready),  # as training calls it
        loss.value_and_gradient(outputs, targets),
        strict=True,
    ):
        np.testing.assert_array_equal(fast, public)


@pytest.mark.parametrize("module", [loss_base, loss_facts, losses], ids=lambda m: m.__name__)
def test_examples_in_the_docstrings_run(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert failed == 0
    assert tried > 0
