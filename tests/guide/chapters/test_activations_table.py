"""The table of all activations says what the package does."""

import re
from unittest import mock

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.activations.tables import COSTS, facts
from guide.tables.table import Table


def test_every_activation_has_its_row() -> None:
    names = [row[0].strip("*") for row in facts().rows]
    assert names == [activation.name for activation in nn.ACTIVATIONS]
    assert set(COSTS) == {activation.slug for activation in nn.ACTIVATIONS}


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda activation: activation.slug)
def test_costs_are_the_calls_that_the_package_makes(activation: nn.Activation) -> None:
    named = {"exponential": ("exp", "expm1"), "hyperbolic tangent": ("tanh",)}
    watched = {
        name: mock.Mock(wraps=getattr(np, name)) for names in named.values() for name in names
    }
    with mock.patch.multiple(np, **watched):
        activation(np.array([-1.0, 0.5]))
    for words, names in named.items():
        said = re.search(rf"(\d) {words}", COSTS[activation.slug])
        calls = sum(watched[name].call_count for name in names)
        assert calls == (int(said[1]) if said else 0)


def test_gelu_computes_one_error_function() -> None:
    with mock.patch(
        "nnbyhand.activations.elementwise.normal_probability", wraps=lambda z: z
    ) as called:
        nn.gelu(np.array([1.0]))
    assert called.call_count == 1
    assert COSTS["gelu"] == "1 error function"


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda activation: activation.slug)
def test_ranges_hold_the_outputs_and_touch_their_ends(activation: nn.Activation) -> None:
    row = next(row for row in facts().rows if row[0] == f"**{activation.name}**")
    low, high = (float(end.replace("−", "-").replace("∞", "inf")) for end in row[2].split(" to "))
    z = np.linspace(-50, 50, 20_001)
    a = activation(z if isinstance(activation, nn.Elementwise) else np.stack([z, 0 * z], axis=-1))
    assert low - 0.005 <= a.min()
    assert a.max() <= high + 0.005
    assert np.isinf(low) or a.min() == pytest.approx(low, abs=0.005)
    assert np.isinf(high) or a.max() == pytest.approx(high, abs=0.005)


@pytest.mark.parametrize("activation", nn.ACTIVATIONS, ids=lambda activation: activation.slug)
def test_zero_centered_means_odd(activation: nn.Activation) -> None:
    z = np.linspace(-3, 3, 61)
    row = next(row for row in facts().rows if row[0] == f"**{activation.name}**")
    odd = isinstance(activation, nn.Elementwise) and np.allclose(activation(-z), -activation(z))
    assert row[3] == ("yes" if odd else "no")


def test_a_row_fills_its_columns() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells for 2 columns: lonely"):
        Table(("one", "two"), (("1", "2"), ("lonely",)))
