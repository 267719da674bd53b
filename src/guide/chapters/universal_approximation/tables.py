"""The table of the chapter on universal approximation: how many bumps several inputs take."""

from guide.chapters.universal_approximation.experiments.by_hand import cell_error
from guide.tables.table import Table

SIDES = (10, 20, 40)


def bumps() -> Table:
    """List bumps and largest error for one to three odd dimmers in a row, and counts for more."""
    rows = [
        (
            f"{inputs}",
            *(f"{side**inputs:,} bumps, error {cell_error(inputs, side):.2f}" for side in SIDES),
        )
        for inputs in (1, 2, 3)
    ]
    rows += [(f"{inputs}", *(_count(side, inputs) for side in SIDES)) for inputs in (10, 64)]
    return Table(("Inputs", *(f"{side} a side" for side in SIDES)), tuple(rows))


def _count(side: int, inputs: int) -> str:
    """Write how many cells there are, rounded down to a power of ten."""
    power = str(len(str(side**inputs)) - 1)
    return f"at least 10{power.translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))} bumps"
