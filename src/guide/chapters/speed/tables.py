"""The tables of the page on speed, from what `make bench` measured last."""

from typing import Any

from guide.chapters.speed.experiments import results
from guide.tables.table import Table


def against_numpy() -> Table:
    """List the package's time for a training step over that of plain NumPy, in the last run."""
    found = results()["numpy"]
    columns = tuple(next(iter(found.values())))
    rows = (
        (f"**{task}**", *(f"{row[name]:.2f}" for name in columns)) for task, row in found.items()
    )
    return Table(("Network", *columns), tuple(rows))


def trainings() -> Table:
    """List how many times longer than the package a whole training takes, in the last run."""
    return _times_longer("Training", results()["trainings"])


def steps() -> Table:
    """List how many times longer than the package a training step takes, in the last run."""
    return _times_longer("Network", results()["steps"])


def learned() -> Table:
    """List loss and accuracy after each training, on the examples learned from."""
    found = results()["trainings"]
    rows = (
        (f"**{name}**", *(f"{one['loss']:.2g}, {one['accuracy']:.0%}" for one in row.values()))
        for name, row in found.items()
    )
    return Table(("Training", *next(iter(found.values()))), tuple(rows))


def ways() -> Table:
    """List the way that was fastest for each training, for the package and the frameworks."""
    found = results()["trainings"]
    columns = tuple(next(iter(found.values())))
    rows = [(f"**{name}**", *(row[each]["way"] for each in columns)) for name, row in found.items()]
    return Table(("Training", *columns), tuple(rows))


def _times_longer(what: str, found: dict[str, Any]) -> Table:
    """Set medians with the least and the greatest turn in parentheses."""
    columns = tuple(name for name in next(iter(found.values())) if name != "nnbyhand")
    rows = (
        (f"**{name}**", *(_spread(row[column]["times longer"]) for column in columns))
        for name, row in found.items()
    )
    return Table((what, *columns), tuple(rows))


def _spread(ratio: dict[str, float]) -> str:
    digits = 1 if ratio["median"] >= 2 else 2  # noqa: PLR2004  (near 1, more digits count)
    median, low, high = (f"{ratio[name]:.{digits}f}" for name in ("median", "low", "high"))
    return f"{median} ({low}–{high})"


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
