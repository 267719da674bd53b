"""The tables of the page on speed, from what `make bench` measured last."""

from guide.experiments.speed import results
from guide.tables.table import Table


def against_numpy() -> Table:
    """List the package's time for a training step over that of plain NumPy, in the last run."""
    found = results()["numpy"]
    columns = tuple(next(iter(found.values())))
    rows = (
        (f"**{task}**", *(f"{row[name]:.2f}" for name in columns)) for task, row in found.items()
    )
    return Table(("Network", *columns), tuple(rows))


def against_frameworks() -> Table:
    """List how many times longer than the package the frameworks take, in the last run."""
    found = results()["frameworks"]
    columns = tuple(next(iter(found.values())))
    rows = (
        (f"**{task}**", *(f"{row[name]:.1f}" if name in row else "not run" for name in columns))
        for task, row in found.items()
    )
    return Table(("Network", *columns), tuple(rows))


def growth() -> Table:
    """List the exponents of cost over size, fitted to the last run, beside the predicted ones."""
    rows = (
        (
            f"**{what}**",
            f"{min(one['sizes']):,} to {max(one['sizes']):,}",
            f"{one['predicted']:g}",
            f"{one['exponent']:.2f}",
        )
        for what, one in results()["exponents"].items()
    )
    return Table(("What grows", "From, to", "Exponent predicted", "Exponent measured"), tuple(rows))


def machine() -> Table:
    """List the machine and the versions of the last run."""
    return Table(("What", "Which"), tuple(results()["machine"].items()))
