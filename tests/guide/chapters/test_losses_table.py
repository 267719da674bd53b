"""The table from problem to loss says what the package does."""

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.losses.tables import facts

ROWS = {row[2].strip("*"): row for row in facts().rows}
Z = np.array([[4.0, -1.0, 0.5], [-0.3, 0.4, 1.0]])
Y = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])


def named(name: str) -> nn.Activation:
    return next(activation for activation in nn.ACTIVATIONS if activation.name == name)


def examples_of(loss: nn.Loss) -> tuple[np.ndarray, np.ndarray]:
    """Return scores and targets: rows for choices among classes, else a column."""
    classes = "classes" in loss.facts.problem
    return (Z, Y) if classes else (Z.reshape(-1, 1), Y.reshape(-1, 1))


def test_every_loss_has_its_row_and_every_row_its_loss() -> None:
    assert list(ROWS) == [loss.name for loss in nn.LOSSES]


@pytest.mark.parametrize("loss", nn.LOSSES, ids=lambda loss: loss.slug)
def test_outputs_name_an_activation_that_the_loss_accepts(loss: nn.Loss) -> None:
    known, (z, y) = loss.facts, examples_of(loss)
    written = ROWS[loss.name][1]
    assert written.startswith(known.output_activation)
    assert ("the loss applies" in written) == ("from logits" in loss.name)
    assert np.isfinite(loss(named(known.output_activation)(z), y))


@pytest.mark.parametrize("loss", nn.LOSSES, ids=lambda loss: loss.slug)
def test_the_slope_at_z_is_the_plain_error_where_the_table_says_so(loss: nn.Loss) -> None:
    known, (z, y) = loss.facts, examples_of(loss)
    output = named(known.output_activation)
    slope = output.backward(z, loss.gradient(output(z), y))
    final = named(known.built_in) if known.built_in else output
    plain = np.allclose(slope, (final(z) - y) / len(z))
    assert ROWS[loss.name][3] == ("yes" if plain else "no")


@pytest.mark.parametrize("loss", nn.LOSSES, ids=lambda loss: loss.slug)
def test_a_loss_that_applies_an_activation_equals_the_one_behind_it(loss: nn.Loss) -> None:
    if loss.facts.built_in is None:
        assert "the loss applies" not in ROWS[loss.name][1]
        return
    z, y = examples_of(loss)
    twin = next(one for one in nn.LOSSES if one.name == loss.name.removesuffix(" from logits"))
    assert loss(z, y) == pytest.approx(twin(named(loss.facts.built_in)(z), y))
