"""The tables of the chapter on frameworks, from what `make test-frameworks` holds to."""

import math

from guide.chapters.frameworks.experiments import results
from guide.tables.table import Table


def agreement() -> Table:
    """List bounds that the largest difference from the package stays below, for each quantity."""
    bounds = results()["bounds"]
    quantities = next(iter(bounds.values()))
    rows = (
        (f"**{name}**", *(_power(bounds[framework][name]) for framework in bounds))
        for name in quantities
    )
    return Table(("Quantity", *bounds), tuple(rows))


def defaults() -> Table:
    """List what the package and the frameworks do where nobody says what."""
    rows = results()["defaults"]
    columns = tuple(next(iter(rows.values())))
    return Table(
        ("Unless told", *columns),
        tuple((f"**{name}**", *(row[column] for column in columns)) for name, row in rows.items()),
    )


def versions() -> Table:
    """List the versions that were compared."""
    return Table(("What", "Version"), tuple(results()["versions"].items()))


def _power(bound: float) -> str:
    return f"below 1e{math.log10(bound):.0f}"
