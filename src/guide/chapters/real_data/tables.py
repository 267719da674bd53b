"""What a network and its baselines reach on the four tasks of the chapter on real data."""

from jaxtyping import Float

from guide.chapters.real_data.experiments.digits import digits as measured_digits
from guide.chapters.real_data.experiments.iris import iris as measured_iris
from guide.chapters.real_data.experiments.regression import line as measured_line
from guide.chapters.real_data.experiments.regression import wave as measured_wave
from guide.experiments.spread import quartiles
from guide.tables.table import Table
from nnbyhand.shapes import Array

COLUMNS = ("Task", "Guess", "Linear", "Nearest neighbor", "Network")


def results() -> Table:
    """List the median of each model on each task, with its quartiles in brackets.

    On Iris, the networks are those of the first start.
    """
    iris, digits = measured_iris(), measured_digits()
    wave, line = measured_wave(), measured_line()
    right = "**{}**, percent right"
    error = "**{}**, error"
    rows = (
        (right.format("Iris"), "33", *_cells(1, iris.linear, iris.neighbor, iris.network[:, 0])),
        (right.format("digits"), "10", *_cells(1, digits.linear, digits.neighbor, digits.network)),
        *(
            (error.format(name), *_cells(2, each.guess, each.linear, each.neighbor, each.network))
            for name, each in (("wave", wave), ("line", line))
        ),
    )
    return Table(COLUMNS, rows)


def _cells(digits: int, *results: Float[Array, "..."]) -> tuple[str, ...]:
    return tuple(
        f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"
        for low, middle, high in (quartiles(each) for each in results)
    )
