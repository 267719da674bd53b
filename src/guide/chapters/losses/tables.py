"""The table of the chapter on losses: from the problem to the output and the loss."""

import nnbyhand as nn
from guide.tables.table import Table


def facts() -> Table:
    """List problem, output activation, slope and trouble of every loss of the package."""
    columns = ("Problem", "Output activation", "Loss", "Slope at z is (a − y) / m", "Trouble")
    return Table(columns, tuple(_row(loss) for loss in nn.LOSSES))


def _row(loss: nn.Loss) -> tuple[str, ...]:
    known = loss.facts
    inside = f" (the loss applies {known.built_in})" if known.built_in else ""
    return (
        known.problem,
        known.output_activation + inside,
        f"**{loss.name}**",
        "yes" if known.plain_error else "no",
        known.trouble,
    )
