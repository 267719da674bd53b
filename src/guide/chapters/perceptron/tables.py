"""The tables of the chapter on the perceptron: every update, and every number of XOR."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.perceptron.experiments.lamps import AND_UNIT, OR_UNIT, OUTPUT_UNIT
from guide.tables.table import Table
from nnbyhand.shapes import Array


def and_updates() -> Table:
    """List every update that AND takes, row by row, from weights and bias 0."""
    return _table(nn.learn_perceptron(nn.AND.x, nn.AND.y).updates)


def or_updates() -> Table:
    """List every update that OR takes, row by row, from weights and bias 0."""
    return _table(nn.learn_perceptron(nn.OR.x, nn.OR.y).updates)


def two_layers() -> Table:
    """List every sum and answer of the two hidden units and the output, for the rows of XOR."""
    columns = ("Switches", "OR unit: sum, answer", "AND unit: sum, answer", "Lamp: sum, answer")
    x = nn.XOR.x
    hidden = np.stack([OR_UNIT(x), AND_UNIT(x)], axis=1)
    units = ((OR_UNIT, x), (AND_UNIT, x), (OUTPUT_UNIT, hidden))
    cells = [[_sum_and_answer(unit, row) for row in rows] for unit, rows in units]
    return Table(columns, tuple(zip(map(_row, x), *cells, strict=True)))


def _table(updates: Sequence[nn.Update]) -> Table:
    """Show updates as rows; the sum is that of the numbers before the update."""
    columns = ("Update", "Epoch", "Switches", "Sum", "Answer", "Target", "Weights", "Bias")
    rows = []
    for count, update in enumerate(updates, start=1):
        before = update.weights - update.error * update.x
        z = update.x @ before + update.bias - update.error
        rows.append(
            (
                str(count),
                str(update.epoch),
                _row(update.x),
                _number(float(z)),
                str(update.output),
                str(update.target),
                _row(update.weights),
                _number(update.bias),
            )
        )
    return Table(columns, tuple(rows))


def _sum_and_answer(unit: nn.Perceptron, row: Float[Array, "2"]) -> str:
    return f"{_number(float(row @ unit.weights) + unit.bias)}, **{unit(row)}**"


def _row(numbers: Float[Array, " inputs"]) -> str:
    return f"({', '.join(_number(number) for number in numbers)})"


def _number(number: float) -> str:
    return f"{number + 0.0:.0f}".replace("-", "−")  # + 0.0 turns a −0 into 0
