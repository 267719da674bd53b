"""Looks at a split: the rows of each part, their labels, and whether chance dealt them out."""

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.judging import Fault, kind

PARTS = ("x_train", "y_train", "x_validation", "y_validation")


def require_parts(answer: object, x: Array, y: Array) -> list[int]:
    """Return the rows of the validation part, if the split is as it should be.

    Args:
        answer: What the reader's `split` returned.
        x: All rows, no two of them alike.
        y: Their labels, sorted.

    Raises:
        Fault: It is not.
    """
    x_train, y_train, x_validation, y_validation = _four(answer, len(x))
    rows = [_rows(part, x, name) for part, name in ((x_train, PARTS[0]), (x_validation, PARTS[2]))]
    _require_sizes(rows, len(x))
    _require_each_once(rows)
    _require_chance(rows[1])
    for own, labels, name in zip(
        rows, (y_train, y_validation), ("train", "validation"), strict=True
    ):
        if not np.array_equal(y[own], labels):
            raise Fault(
                f"In the {name} part, rows have the labels of others. Draw one order, and take"
                " inputs and labels in it: `x[order], y[order]`."
            )
    return rows[1]


def _four(answer: object, total: int) -> list[Array]:
    listed = f"`{', '.join(PARTS)}`"
    if not isinstance(answer, list | tuple) or len(answer) != len(PARTS):
        count = f" of {len(answer)}" if isinstance(answer, list | tuple) else ""
        raise Fault(f"`split` should return {listed}. It returns {kind(answer)}{count}.")
    parts = [np.asarray(part) for part in answer]
    dimensions = [part.ndim for part in parts]
    if dimensions == [2, 2, 1, 1]:
        raise Fault(
            f"The parts come in another order: return {listed}. (Other libraries return both inputs"
            " first.)"
        )
    if dimensions != [2, 1, 2, 1]:
        shapes = ", ".join(str(part.shape) for part in parts)
        raise Fault(f"`split` should return {listed}: rows, labels, rows, labels. It has {shapes}.")
    for part, labels in ((parts[0], parts[1]), (parts[2], parts[3])):
        if len(part) != len(labels):
            raise Fault(
                f"A part has {len(part)} rows and {len(labels)} labels. Cut both at one place."
            )
    if len(parts[0]) > total:
        raise Fault(f"The training part has {len(parts[0])} rows, and there are only {total}.")
    return parts


def _rows(part: Array, x: Array, name: str) -> list[int]:
    if part.shape[1:] != x.shape[1:]:
        raise Fault(
            f"Rows of `{name}` have {part.shape[1]} numbers, those of the table {x.shape[1]}."
        )
    found = [np.flatnonzero((x == row).all(axis=1)) for row in part]
    if any(len(same) != 1 for same in found):
        raise Fault(
            f"`{name}` holds rows that are none of the table's. Take whole rows, unchanged."
        )
    return [int(same[0]) for same in found]


def _require_sizes(rows: list[list[int]], total: int) -> None:
    train, validation = map(len, rows)
    due = total // 5
    if (train, validation) == (due, total - due):
        raise Fault("The parts are swapped: four fifths are to learn from, one fifth is held out.")
    if validation != due:
        raise Fault(f"Of {total} rows, a fifth is {due}. Your validation part has {validation}.")


def _require_each_once(rows: list[list[int]]) -> None:
    both = set(rows[0]) & set(rows[1])
    if both:
        raise Fault(
            f"{len(both)} rows are in both parts. What was learned by heart proves nothing: cut one"
            " order of all rows into two pieces."
        )
    twice = len(rows[0]) + len(rows[1]) - len(set(rows[0]) | set(rows[1]))
    if twice:
        raise Fault("Some rows come twice. `rng.permutation(len(x))` has every row once.")
    if len(rows[0]) < 4 * len(rows[1]):
        raise Fault(
            f"Rows are lost: {len(rows[0])} and {len(rows[1])} are not all. What is not held out"
            " belongs to the training part."
        )


def _require_chance(validation: list[int]) -> None:
    first, size = min(validation), len(validation)
    if sorted(validation) == list(range(first, first + size)):
        raise Fault(
            "The rows are not shuffled: the validation part is one piece of the table. Tables are"
            " often sorted by class, and then the piece holds a single one. Draw an order first:"
            " `rng.permutation(len(x))`."
        )
