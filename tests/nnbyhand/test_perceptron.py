"""The perceptron: its answer, its learning rule step by step, and the bound on its mistakes."""

import doctest
from dataclasses import FrozenInstanceError
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand import perceptron
from nnbyhand.perceptron import Perceptron, convergence_bound, learn_perceptron

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND, OR, XOR = [0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 0]


def test_the_step_worked_by_hand() -> None:
    unit = Perceptron([2, -1], bias=-1)
    # 2 * 1 - 1 * 0 - 1 = 1; 2 * 1 - 1 * 1 - 1 = 0, on the line; 2 * 0 - 1 * 1 - 1 = -2.
    answers = unit([[1, 0], [1, 1], [0, 1]])
    np.testing.assert_array_equal(answers, [1, 1, 0])
    assert answers.dtype == np.int_
    assert unit([1, 1]).shape == ()
    assert unit(np.zeros((5, 3, 2))).shape == (5, 3)
    assert unit(np.zeros((0, 2))).shape == (0,)


def test_two_hidden_units_set_by_hand_solve_xor() -> None:
    hidden = np.stack([Perceptron([1, 1], -0.5)(X), Perceptron([-1, -1], 1.5)(X)], axis=-1)
    np.testing.assert_array_equal(Perceptron([1, 1], -1.5)(hidden), XOR)


def test_every_update_of_or_worked_by_hand() -> None:
    learned = learn_perceptron(X, OR)
    steps = [
        (u.epoch, u.example, *u.x, u.target, u.output, u.error, *u.weights, u.bias)
        for u in learned.updates
    ]
    assert steps == [
        # Epoch 1. All 0: the sum is 0, the answer 1, wrong, so the bias falls to -1.
        (1, 0, 0, 0, 0, 1, -1, 0, 0, -1),
        # (0, 1): 0 - 1 < 0, wrong: add (0, 1) and 1. (1, 0) and (1, 1): 0 and 1, right.
        (1, 1, 0, 1, 1, 0, 1, 0, 1, 0),
        # Epoch 2. (0, 0): 0, wrong. (0, 1): 1 - 1 = 0, right. (1, 0): 0 - 1, wrong. (1, 1): right.
        (2, 0, 0, 0, 0, 1, -1, 0, 1, -1),
        (2, 2, 1, 0, 1, 0, 1, 1, 1, 0),
        # Epoch 3. (0, 0): 0, wrong, bias -1. The others: 0, 0 and 1, right. Epoch 4: all right.
        (3, 0, 0, 0, 0, 1, -1, 1, 1, -1),
    ]
    assert learned.converged
    assert learned.epochs == 4
    np.testing.assert_array_equal(learned.perceptron.weights, [1, 1])
    assert learned.perceptron.bias == -1
    assert str(learned) == "converged: no mistake in epoch 4, 5 updates"


def test_and_is_learned_in_six_epochs() -> None:
    learned = learn_perceptron(X, AND)
    assert (learned.converged, learned.epochs, len(learned.updates)) == (True, 6, 11)
    np.testing.assert_array_equal(learned.perceptron(X), AND)
    np.testing.assert_array_equal(learned.perceptron.weights, [2, 1])
    assert learned.perceptron.bias == -3


def test_xor_never_converges() -> None:
    learned = learn_perceptron(X, XOR)
    assert not learned.converged
    assert learned.epochs == 100
    assert learned.updates[-1].epoch == 100
    assert str(learned) == (
        f"not converged: mistakes in all 100 epochs, {len(learned.updates)} updates"
    )


def test_the_history_leads_to_the_result() -> None:
    learned = learn_perceptron(X, XOR, rate=0.5, epochs=7, rng=np.random.default_rng(0))
    weights, bias = np.zeros(2), 0.0
    for update in learned.updates:
        np.testing.assert_array_equal(update.x, X[update.example])
        assert update.target == XOR[update.example]
        assert update.output == Perceptron(weights, bias)(update.x)
        assert update.error == update.target - update.output != 0
        weights, bias = weights + 0.5 * update.error * update.x, bias + 0.5 * update.error
        np.testing.assert_array_equal(update.weights, weights)
        assert update.bias == bias
    np.testing.assert_array_equal(learned.perceptron.weights, weights)
    assert learned.perceptron.bias == bias


def test_epochs_are_the_most_passes_made() -> None:
    # AND is right after the 11th update, in epoch 5, but only a whole epoch shows it.
    five = learn_perceptron(X, AND, epochs=5)
    assert (five.converged, five.epochs, len(five.updates)) == (False, 5, 11)
    six = learn_perceptron(X, AND, epochs=6)
    assert (six.converged, six.epochs, len(six.updates)) == (True, 6, 11)


def test_a_generator_shuffles_every_epoch_and_decides_the_history() -> None:
    def orders(seed: int) -> list[tuple[int, int]]:
        learned = learn_perceptron(X, XOR, epochs=30, rng=np.random.default_rng(seed))
        return [(update.epoch, update.example) for update in learned.updates]

    assert orders(1) == orders(1)
    assert orders(1) != orders(2)
    in_order = [(u.epoch, u.example) for u in learn_perceptron(X, XOR, epochs=30).updates]
    assert in_order == sorted(in_order)
    assert orders(1) != sorted(orders(1))


def test_the_rate_only_scales_a_start_from_zero() -> None:
    one, tenth = learn_perceptron(X, AND), learn_perceptron(X, AND, rate=0.125)
    assert len(one.updates) == len(tenth.updates)
    np.testing.assert_array_equal(tenth.perceptron.weights, one.perceptron.weights / 8)
    assert tenth.perceptron.bias == one.perceptron.bias / 8


def test_learning_goes_on_from_a_start() -> None:
    right = Perceptron([1.0, 1.0], -1.5)
    learned = learn_perceptron(X, AND, start=right)
    assert (learned.converged, learned.epochs, learned.updates) == (True, 1, ())
    np.testing.assert_array_equal(learned.perceptron.weights, right.weights)
    assert learned.perceptron.bias == -1.5
    halfway = learn_perceptron(X, AND, epochs=2)
    rest = learn_perceptron(X, AND, start=halfway.perceptron)
    whole = learn_perceptron(X, AND)
    assert len(halfway.updates) + len(rest.updates) == len(whole.updates)


def test_labels_may_stand_in_a_column() -> None:
    column = learn_perceptron(X, np.array(AND, dtype=float)[:, np.newaxis])
    assert len(column.updates) == 11
    assert [type(number) for number in (column.updates[0].target, column.updates[0].error)] == [
        int,
        int,
    ]


def test_float32_stays_float32() -> None:
    learned = learn_perceptron(X.astype(np.float32), AND, rate=np.float64(0.5))
    assert learned.perceptron.weights.dtype == np.float32
    assert {update.weights.dtype for update in learned.updates} == {np.dtype(np.float32)}


def test_nothing_passed_in_changes_and_nothing_is_shared() -> None:
    x, weights = X.copy(), np.array([1.0, -1.0])
    start = Perceptron(weights, 0)
    learned = learn_perceptron(x, AND, start=start)
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(start.weights, [1, -1])
    x[:], weights[:] = 7, 7
    np.testing.assert_array_equal(start.weights, [1, -1])
    np.testing.assert_array_equal(learned.updates[0].x, X[learned.updates[0].example])
    with pytest.raises(ValueError, match="read-only"):
        start.weights[0] = 5
    with pytest.raises(FrozenInstanceError):
        start.bias = 5.0  # type: ignore[misc]


def test_the_bound_worked_by_hand() -> None:
    # AND by x1 + x2 - 1.5. With the input 1 for the bias, the longest example is (1, 1, 1) of
    # length sqrt(3). The nearest are 0.5 / sqrt(1 + 1 + 2.25) away: 3 / (0.25 / 4.25) = 51.
    assert convergence_bound(X, AND, [1, 1], -1.5) == pytest.approx(51)
    assert isinstance(convergence_bound(X, AND, [1, 1], -1.5), float)
    # The line 10 times over is the same line.
    assert convergence_bound(X, AND, [10, 10], -15) == pytest.approx(51)
    # OR by x1 + x2 - 0.5: 3 / (0.25 / 2.25) = 27.
    assert convergence_bound(X, OR, [1, 1], -0.5) == pytest.approx(27)
    # Longest is (-4, 1), 16 + 1; the nearest is at 3 from the line x = 0: 17 / 9.
    assert convergence_bound([[3], [-4]], [1, 0], [1], 0) == pytest.approx(17 / 9)


@given(seed=st.integers(0, 2**32 - 1), rate=st.floats(0.01, 10), shuffled=st.booleans())
def test_updates_stay_below_the_bound(seed: int, rate: float, *, shuffled: bool) -> None:
    rng = np.random.default_rng(seed)
    weights, bias = rng.normal(size=3), float(rng.normal())
    x = rng.normal(size=(40, 3))
    distance = x @ weights + bias
    x, distance = x[np.abs(distance) > 0.2], distance[np.abs(distance) > 0.2]
    y = (distance > 0).astype(int)
    learned = learn_perceptron(x, y, rate=rate, epochs=10_000, rng=rng if shuffled else None)
    assert learned.converged
    assert len(learned.updates) <= convergence_bound(x, y, weights, bias)
    np.testing.assert_array_equal(learned.perceptron(x), y)


@pytest.mark.parametrize(
    ("weights", "bias", "got"),
    [
        ([1, 1], -0.5, "example 1 on the wrong side"),
        ([2, 1], -3, "example 3 on the line"),
        ([-1, -1], 1.5, "example 0 on the wrong side"),
        ([0, 0], 0, "example 0 on the line"),
    ],
)
def test_the_bound_needs_a_line_that_separates(weights: list[float], bias: float, got: str) -> None:
    with pytest.raises(nn.InputValueError) as error:
        convergence_bound(X, AND, weights, bias)
    assert str(error.value) == (
        f"weights: got {got}, expected weights and bias that separate the classes. "
        "Give a line with every 1 on one side, every 0 on the other, and none on it."
    )


@pytest.mark.parametrize("labels", [[-1, -1, -1, 1], [0, 1, 2, 1], [0, 0.5, 1, 1], [0, 1, 1, nan]])
def test_labels_are_0_and_1(labels: list[float]) -> None:
    bad = next(label for label in labels if label not in {0, 1})
    for call in (learn_perceptron, lambda x, y: convergence_bound(x, y, [1, 1], 0)):
        with pytest.raises(nn.InputValueError) as error:
            call(X, labels)
        assert str(error.value) == (
            f"y: got label {bad:g}, expected labels 0 and 1. "
            "Write the two classes as 0 and 1, and -1 as 0."
        )


@pytest.mark.parametrize("shape", [(3,), (1, 4), (4, 2), (), (4, 1, 1)])
def test_every_row_has_one_label(shape: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        learn_perceptron(X, np.zeros(shape))
    assert str(error.value) == (
        f"y: got shape {shape}, expected shape (4,) or (4, 1) for x of shape (4, 2). "
        "Give each row one label."
    )


@pytest.mark.parametrize("shape", [(), (4,), (0, 2), (4, 0), (2, 4, 2)])
def test_examples_are_rows(shape: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        learn_perceptron(np.zeros(shape), AND)
    assert str(error.value) == (
        f"x: got shape {shape}, expected shape (examples, inputs), not empty. "
        "Put each example in a row of its own: [[0, 1], [1, 1]]."
    )


@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_numbers_are_finite(bad: float) -> None:
    for argument, call in {
        "x": lambda: Perceptron([1.0], 0)([[bad]]),
        "weights": lambda: Perceptron([bad], 0),
    }.items():
        with pytest.raises(nn.InputValueError) as error:
            call()
        assert str(error.value) == (
            f"{argument}: got {bad}, expected finite numbers. Find out where it comes from."
        )
    with pytest.raises(nn.InputValueError, match="x: got"):
        learn_perceptron([[bad]], [1])
    with pytest.raises(nn.InputValueError, match="x: got"):
        convergence_bound([[bad]], [1], [1], 0)


@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_a_bias_is_one_finite_number(bad: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        Perceptron([1.0], bad)
    assert str(error.value) == (
        f"bias: got {bad}, expected a number above -inf and below inf. "
        "Give minus the threshold, as one number."
    )
    assert type(Perceptron([1.0], np.float64(2)).bias) is float


@pytest.mark.parametrize("shape", [(), (0,), (2, 1)])
def test_weights_are_one_list(shape: tuple[int, ...]) -> None:
    with pytest.raises(nn.ShapeError) as error:
        Perceptron(np.zeros(shape), 0)
    assert str(error.value) == (
        f"weights: got shape {shape}, expected shape (inputs,). "
        "Give one list, with a number for each input."
    )


def test_rows_fit_the_weights() -> None:
    unit = Perceptron([1.0, 1.0, 1.0], 0)
    for call, shape in (
        (lambda: unit(X), (4, 2)),
        (lambda: unit(3.0), ()),
        (lambda: learn_perceptron(X, AND, start=unit), (4, 2)),
        (lambda: convergence_bound(X, AND, [1, 1, 1], 0), (4, 2)),
    ):
        with pytest.raises(nn.ShapeError) as error:
            call()
        assert str(error.value) == (
            f"x: got shape {shape}, expected shape (..., 3) for weights of shape (3,). "
            "An example is a row, with one number for each weight."
        )


@pytest.mark.parametrize("rate", [0.0, -1.0, inf, nan])
def test_a_rate_is_positive_and_finite(rate: float) -> None:
    with pytest.raises(nn.InputValueError) as error:
        learn_perceptron(X, AND, rate=rate)
    assert str(error.value) == (
        f"rate: got {rate}, expected a number above 0 and below inf. The usual rate is 1."
    )


def test_at_least_one_epoch_is_allowed() -> None:
    assert learn_perceptron(X, AND, epochs=1).epochs == 1
    with pytest.raises(nn.InputValueError) as error:
        learn_perceptron(X, AND, epochs=0)
    assert str(error.value) == (
        "epochs: got 0, expected a whole number from 1 on. "
        "Allow at least one pass through the examples."
    )


@pytest.mark.parametrize("bad", [[["0"]], [[True]], np.array([[1j]])])
def test_only_real_numbers_are_taken(bad: np.ndarray | list[object]) -> None:
    for argument, call in {
        "x": lambda: learn_perceptron(bad, [1]),
        "y": lambda: learn_perceptron([[1.0]], bad),
    }.items():
        with pytest.raises(nn.InputTypeError) as error:
            call()
        assert error.value.argument == argument


def test_the_bound_counts_the_nearest_example_of_either_class() -> None:
    # R**2 is 3**2 + 1 = 10, and the nearest example, a 0, lies 1 from the line.
    assert convergence_bound([[-1.0], [3.0]], [0, 1], weights=[1.0], bias=0.0) == 10


def test_examples_in_the_docstrings_run() -> None:
    failed, tried = doctest.testmod(perceptron)
    assert failed == 0
    assert tried > 0
