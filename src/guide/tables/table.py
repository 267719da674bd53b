"""A table that a page shows and that Python builds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows of Markdown under named columns.

    Attributes:
        columns: The names of the columns.
        rows: The rows; every cell is Markdown and may hold `$math$` and links.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Check that every row fills its columns."""
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                message = (
                    f"row {number} has {len(row)} cells for {len(self.columns)} columns: "
                    f"{' | '.join(row)}"
                )
                raise ValueError(message)
