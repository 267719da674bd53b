"""The facts that the guide shows in a table, against the functions themselves."""

import re
from collections.abc import Callable
from itertools import pairwise
from math import inf

import mpmath as mp
import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.activations import facts as activation_facts

# From far left to far right, dense around 0. It holds -z for every z.
HALF = np.concatenate([np.linspace(0, 40, 40001), np.logspace(2, 300, 150)])
Z = np.concatenate([-HALF[:0:-1], HALF])
ALL = [*nn.ACTIVATIONS, nn.LeakyReLU(slope=0.3), nn.ELU(alpha=0.25), nn.ELU(alpha=2.5)]
by_activation = pytest.mark.parametrize("act", ALL, ids=repr)


def beside_fixed_scores(z: np.ndarray) -> np.ndarray:
    """Rows whose first score is z while the others stay, which is what facts of softmax mean."""
    return np.stack([z, np.full_like(z, 0.3), np.full_like(z, -0.5)], axis=-1)


def curve(act: nn.Activation) -> Callable[[np.ndarray], np.ndarray]:
    if isinstance(act, nn.Elementwise):
        return act
    return lambda z: nn.softmax(beside_fixed_scores(z))[:, 0]


def slope(act: nn.Activation, z: np.ndarray) -> np.ndarray:
    if isinstance(act, nn.Elementwise):
        return act.derivative(z)
    return nn.softmax.jacobian(beside_fixed_scores(z))[:, 0, 0]


@by_activation
def test_range_is_reached_and_not_left(act: nn.Activation) -> None:
    values = curve(act)(Z)
    for end, reached in zip(act.facts.range, (values.min(), values.max()), strict=True):
        assert reached == pytest.approx(end, abs=1e-6) if np.isfinite(end) else abs(reached) > 1e290
    assert act.facts.range[0] - 1e-15 <= values.min()
    assert values.max() <= act.facts.range[1]


@pytest.mark.parametrize(
    ("act", "function", "where"),
    [
        (nn.gelu, lambda z: z * mp.ncdf(z), -0.75),
        (nn.silu, lambda z: z / (1 + mp.exp(-z)), -1.28),
    ],
    ids=["gelu", "silu"],
)
def test_least_values_of_the_curves_that_dip(
    act: nn.Activation, function: Callable[[mp.mpf], mp.mpf], where: float
) -> None:
    with mp.workdps(30):
        lowest = mp.findroot(lambda z: mp.diff(function, z), where)
        assert act.facts.range[0] == float(function(lowest))


@by_activation
def test_zero_centered_means_odd(act: nn.Activation) -> None:
    odd = bool(np.allclose(curve(act)(-Z), -curve(act)(Z)))
    assert act.facts.zero_centered == odd


@by_activation
def test_saturation_is_where_the_slope_goes_to_zero(act: nn.Activation) -> None:
    flat = tuple(bool(abs(s) < 1e-12) for s in slope(act, np.array([-100.0, 100.0])))
    names = {(True, True): "both sides", (True, False): "left", (False, False): "never"}
    assert act.facts.saturates == names[flat]


@by_activation
def test_monotonic_curves_never_fall(act: nn.Activation) -> None:
    never_falls = all(left <= right for left, right in pairwise(curve(act)(Z)))
    assert act.facts.monotonic == never_falls


@by_activation
def test_phrases_are_short_and_plain(act: nn.Activation) -> None:
    for phrase in (act.facts.typical_use, act.facts.trouble):
        assert 10 < len(phrase) <= 64
        assert not phrase.endswith(".")


@by_activation
def test_every_source_is_listed_in_full(act: nn.Activation) -> None:
    references = " ".join((activation_facts.__doc__ or "").split())
    for source in act.facts.source.split("; "):
        short_name = re.fullmatch(r"(.* \d{4})(, section [\d.]+)?", source)
        assert short_name is not None, source
        assert f"- {short_name[1]}: " in references


def test_facts_follow_the_parameter() -> None:
    assert nn.ELU(alpha=2.5).facts.range == (-2.5, inf)
    assert nn.elu.facts.range == (-1, inf)
