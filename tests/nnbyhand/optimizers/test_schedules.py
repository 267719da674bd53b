"""Learning rates from step to step, worked by hand."""

import math
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand.errors import InputError, InputTypeError, InputValueError
from nnbyhand.optimizers.schedules import (
    ConstantRate,
    CosineDecay,
    ExponentialDecay,
    Schedule,
    StepDecay,
    WarmUp,
)

Make = Callable[[object], Schedule]
SCHEDULES = [
    ConstantRate(0.5),
    StepDecay(0.5, every=3),
    ExponentialDecay(0.5, factor=0.9),
    CosineDecay(0.5, steps=10),
    WarmUp(steps=4, then=ConstantRate(0.5)),
]
by_schedule = pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda s: type(s).__name__)
TAKE_A_RATE: dict[str, Make] = {
    "constant": ConstantRate,
    "step": lambda rate: StepDecay(rate, every=3),
    "exponential": lambda rate: ExponentialDecay(rate, factor=0.9),
    "cosine": lambda rate: CosineDecay(rate, steps=10),
    "warm-up": lambda rate: WarmUp(2, then=rate),
}


@pytest.mark.parametrize(
    ("schedule", "rates"),
    [
        (ConstantRate(0.3), [0.3, 0.3, 0.3]),
        # 0.8 for three steps, then a half of it, then a half of that
        (StepDecay(0.8, every=3, factor=0.5), [0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2]),
        # a tenth, where no factor is given
        (StepDecay(1, every=1), [1, 0.1, 0.01]),
        # 0.8, 0.8 * 3/4 = 0.6, 0.6 * 3/4 = 0.45
        (ExponentialDecay(0.8, factor=0.75), [0.8, 0.6, 0.45]),
        # cos(0) = 1, cos(pi/3) = 1/2, cos(2 pi/3) = -1/2, cos(pi) = -1:
        # 1 * 2/2, 1 * 1.5/2, 1 * 0.5/2, 0, and then 0 for good
        (CosineDecay(1, steps=3), [1, 0.75, 0.25, 0, 0, 0, 0]),
        # 0.2 + 0.8 * 2/2, 0.2 + 0.8 * 1.5/2, 0.2 + 0.8 * 0.5/2, 0.2
        (CosineDecay(1, steps=3, final=0.2), [1, 0.8, 0.4, 0.2, 0.2]),
        # one half-way step on the way to 1, then 1, 1/2, 1/4
        (WarmUp(1, then=ExponentialDecay(1, factor=0.5)), [0.5, 1, 0.5, 0.25]),
        # a quarter, two quarters, three quarters of 0.8, then the staircase from its top
        (WarmUp(3, then=StepDecay(0.8, every=2)), [0.2, 0.4, 0.6, 0.8, 0.8, 0.08]),
        # one rate can follow, and so can any function
        (WarmUp(3, then=0.8), [0.2, 0.4, 0.6, 0.8, 0.8]),
        (WarmUp(1, then=lambda step: 4 - step), [2, 4, 3, 2]),
    ],
    ids=lambda given: str(given).partition(" at 0x")[0],  # the same on every core
)
def test_rates_worked_by_hand(schedule: Schedule, rates: list[float]) -> None:
    assert [schedule(step) for step in range(len(rates))] == pytest.approx(rates, abs=1e-15)


def test_cosine_falls_to_its_final_rate_exactly() -> None:
    assert CosineDecay(0.3, steps=7)(7) == 0
    assert CosineDecay(0.3, steps=7, final=0.3)(5) == 0.3


@by_schedule
def test_rates_are_python_floats(schedule: Schedule) -> None:
    for step in (0, 3, 11):
        assert type(schedule(step)) is float


@pytest.mark.parametrize("make", TAKE_A_RATE.values(), ids=TAKE_A_RATE)
def test_numpy_and_whole_numbers_become_python_floats(make: Make) -> None:
    for rate in (1, np.float64(1)):
        assert type(make(rate)(2)) is float
        assert make(rate) == make(1.0)
    assert type(WarmUp(2, then=lambda _: np.float64(0.1))(1)) is float
    assert type(WarmUp(2, then=lambda _: np.float64(0.1))(2)) is float


@pytest.mark.usefixtures("without_run_time_types")
def test_the_fields_are_python_numbers() -> None:
    three, tenth = np.int64(3), np.float64(0.1)
    for schedule, kinds in (
        (StepDecay(1.0, every=three, factor=tenth), {"every": int, "factor": float}),
        (ExponentialDecay(1.0, factor=tenth), {"factor": float}),
        (CosineDecay(1.0, steps=three, final=tenth), {"steps": int, "final": float}),
        (WarmUp(three, then=tenth), {"steps": int, "then": float}),
    ):
        for field, kind in kinds.items():
            assert type(getattr(schedule, field)) is kind


def test_after_warm_up_the_rate_is_exact() -> None:
    assert 0.1 * 3 / 3 != 0.1  # so the full rate must not come from the line up to it
    assert [WarmUp(2, then=0.1)(step) for step in (2, 3)] == [0.1, 0.1]


@given(steps=st.integers(1, 50), rate=st.floats(1e-6, 1e3))
def test_decays_never_climb_and_warm_up_never_falls(steps: int, rate: float) -> None:
    for schedule in (
        StepDecay(rate, every=steps),
        ExponentialDecay(rate, factor=0.9),
        CosineDecay(rate, steps=steps, final=rate / 3),
    ):
        assert schedule(0) == pytest.approx(rate)
        assert all(after <= before for before, after in pairwise(map(schedule, range(60))))
    rising = [WarmUp(steps, then=ConstantRate(rate))(step) for step in range(steps + 1)]
    assert rising[-1] == rate
    assert np.diff(rising, prepend=0) == pytest.approx(rate / (steps + 1))


@by_schedule
def test_schedules_are_values(schedule: Schedule) -> None:
    assert len({*SCHEDULES, schedule}) == len(SCHEDULES)
    with pytest.raises(FrozenInstanceError):
        schedule.rate = 1.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", TAKE_A_RATE.values(), ids=TAKE_A_RATE)
@pytest.mark.parametrize("rate", [0.0, -0.1, math.inf, math.nan])
def test_a_rate_is_positive_and_finite(make: Make, rate: float) -> None:
    with pytest.raises(InputValueError) as error:
        make(rate)
    assert error.value.argument == ("then" if make is TAKE_A_RATE["warm-up"] else "rate")
    assert str(error.value) == (
        f"{error.value.argument}: got {rate}, expected a number above 0 and below inf. "
        "A rate is positive: each step goes against the gradient."
    )


@pytest.mark.parametrize("factor", [0.0, 1.0, -0.5, 2.0, math.nan])
@pytest.mark.parametrize(
    "make",
    [lambda factor: StepDecay(0.1, 5, factor), lambda factor: ExponentialDecay(0.1, factor)],
    ids=["step", "exponential"],
)
def test_a_factor_lies_between_0_and_1(make: Make, factor: float) -> None:
    with pytest.raises(InputValueError) as error:
        make(factor)
    assert str(error.value) == (
        f"factor: got {factor}, expected a number above 0 and below 1. "
        "A factor of 1 is nn.ConstantRate."
    )


TAKE_A_COUNT: dict[str, tuple[str, Make]] = {
    "step": ("every", lambda count: StepDecay(0.1, count)),
    "cosine": ("steps", lambda count: CosineDecay(0.1, count)),
    "warm-up": ("steps", lambda count: WarmUp(count, ConstantRate(0.1))),
}
by_count = pytest.mark.parametrize(("name", "make"), TAKE_A_COUNT.values(), ids=TAKE_A_COUNT)


@by_count
@pytest.mark.parametrize("count", [0, -3])
def test_steps_are_counted_from_one(name: str, make: Make, count: int) -> None:
    assert make(1)
    with pytest.raises(InputValueError) as error:
        make(count)
    assert error.value.argument == name
    assert error.value.got == f"{count}"
    assert error.value.hint == "Count the steps in whole numbers from 1."


@by_count
def test_a_truth_is_not_a_count(name: str, make: Make) -> None:
    with pytest.raises(InputTypeError) as error:
        make(True)  # noqa: FBT003  (what a slip may pass)
    assert error.value.argument == name
    assert error.value.hint == "Count the steps in whole numbers from 1."


@pytest.mark.parametrize("final", [-0.1, 0.6, math.nan])
def test_a_final_rate_lies_between_0_and_the_rate(final: float) -> None:
    with pytest.raises(InputError) as error:
        CosineDecay(0.5, steps=10, final=final)
    assert error.value.argument == "final"
    assert error.value.hint == "The rate falls from rate to final."
    if not math.isnan(final):
        assert error.value.got == f"{final}"
        assert error.value.expected == "a number from 0 to 0.5"
