"""The table of all optimizers says what the package does."""

from dataclasses import fields

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.optimizers.tables import KINDS, SIGNS, SLOPES, facts

BASICS = {"rate", "epsilon", "bias_correction"}
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)


def row_of(kind: type[nn.Optimizer]) -> tuple[str, ...]:
    return next(row for row in facts().rows if row[0] == f"**{kind.name}**")


def first_step(kind: type[nn.Optimizer]) -> list[float]:
    optimizer, far = kind(rate=0.5), 0.0 * np.array(SLOPES)
    return (np.abs(optimizer.step(far, np.array(SLOPES), optimizer.start(far))[0]) / 0.5).tolist()


def test_every_optimizer_has_its_row() -> None:
    names = [row[0].strip("*") for row in facts().rows]
    assert names == [kind.name for kind in nn.OPTIMIZERS]


@by_kind
def test_the_rate_is_per_parameter_if_the_size_of_a_slope_does_not_count(
    kind: type[nn.Optimizer],
) -> None:
    large, small = first_step(kind)
    adapts = large == pytest.approx(small, rel=1e-5)
    assert row_of(kind)[1] == ("one per parameter" if adapts else "one for all")
    if not adapts:
        assert large / small == pytest.approx(SLOPES[0] / SLOPES[1])


@by_kind
def test_first_steps_are_printed_as_they_are(kind: type[nn.Optimizer]) -> None:
    printed = [float(length) for length in row_of(kind)[2].split(" and ")]
    assert printed == pytest.approx(first_step(kind), rel=0.005)


@by_kind
def test_memory_is_what_the_state_holds(kind: type[nn.Optimizer]) -> None:
    state = kind(rate=0.1).start(np.zeros(7))
    assert int(row_of(kind)[3].split()[0]) == sum(vector.size for vector in state.vectors) / 7


@by_kind
def test_settings_are_all_that_can_be_set(kind: type[nn.Optimizer]) -> None:
    settings = {setting.name: setting.default for setting in fields(kind)}
    named = {name for name, sign in SIGNS.items() if f"{sign} " in row_of(kind)[4]}
    assert named == set(settings) - BASICS
    for name in named:
        assert f"{SIGNS[name]} {settings[name]}" in row_of(kind)[4]


@by_kind
def test_default_rates_are_those_of_the_signature(kind: type[nn.Optimizer]) -> None:
    printed = row_of(kind)[5].partition(":")[0]
    if printed == "none":
        with pytest.raises(TypeError, match="rate"):
            kind()  # type: ignore[call-arg]
    else:
        assert kind().rate == float(printed)  # type: ignore[call-arg]
