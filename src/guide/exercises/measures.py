"""Scaling and accuracy as they should be, and with the faults that readers make."""

from typing import Any

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.judging import Suspect

SCALE_TODO = "Measure mean and deviation of each column of `x_train`, and scale both parts by them."
ACCURACY_TODO = "Compare the column of the largest logit of each row with its label."


def scale(x_train: Array, x_validation: Array) -> Any:  # noqa: ANN401  (both parts)
    """Scale both parts by the mean and the deviation of the training part."""
    return _by(x_train, x_train, x_validation)


def accuracy(logits: Array, y: Array) -> float:
    """Return the share of rows whose largest logit is that of their label."""
    return float((logits.argmax(axis=1) == y).mean())


def _by(measured: Array, *parts: Array, ddof: int = 0) -> Any:  # noqa: ANN401  (as many as came)
    mean, deviation = measured.mean(axis=0), measured.std(axis=0, ddof=ddof)
    return tuple((part - mean) / deviation for part in parts)


def _to_one(measured: Array, *parts: Array) -> Any:  # noqa: ANN401
    low, high = measured.min(axis=0), measured.max(axis=0)
    return tuple((part - low) / (high - low) for part in parts)


SCALE: tuple[Suspect, ...] = (
    Suspect(
        "Mean and deviation are measured on all rows. The validation rows must be new: measure"
        " `x_train` alone, or they leak into the training.",
        lambda a, b: _by(np.concatenate([a, b]), a, b),
    ),
    Suspect(
        "Each part is scaled by its own mean and deviation. Then the same flower gets other numbers"
        " in each: scale both by those of `x_train`.",
        lambda a, b: (*_by(a, a), *_by(b, b)),
    ),
    Suspect(
        "Both parts are scaled by the validation part. Measure `x_train`.",
        lambda a, b: _by(b, a, b),
    ),
    Suspect(
        "The validation part is not scaled. If you measured after scaling `x_train`, its mean was 0"
        " and its deviation 1: measure first, then scale both.",
        lambda a, b: (*_by(a, a), b),
    ),
    Suspect("Nothing is scaled yet.", lambda a, b: (a, b)),
    Suspect(
        "The mean is subtracted; the deviation is not divided by.",
        lambda a, b: (a - a.mean(axis=0), b - a.mean(axis=0)),
    ),
    Suspect(
        "The deviation is divided by; the mean is not subtracted.",
        lambda a, b: (a / a.std(axis=0), b / a.std(axis=0)),
    ),
    Suspect(
        "Python divides before it subtracts: put the difference in parentheses,"
        " `(x - mean) / deviation`.",
        lambda a, b: tuple(part - a.mean(axis=0) / a.std(axis=0) for part in (a, b)),
    ),
    Suspect(
        "It divides by the variance. The deviation is its root: `std`.",
        lambda a, b: tuple((part - a.mean(axis=0)) / a.var(axis=0) for part in (a, b)),
    ),
    Suspect(
        "It multiplies by the deviation. Divide by it.",
        lambda a, b: tuple((part - a.mean(axis=0)) * a.std(axis=0) for part in (a, b)),
    ),
    Suspect(
        "One mean and one deviation serve all columns. Measure each column by itself: `axis=0`.",
        lambda a, b: tuple((part - a.mean()) / a.std() for part in (a, b)),
    ),
    Suspect(
        "This is the deviation that divides by n - 1. The guide divides by n: leave `ddof` at 0.",
        lambda a, b: _by(a, a, b, ddof=1),
    ),
    Suspect(
        "Columns are scaled to the range from 0 to 1. The task asks for mean and deviation.",
        lambda a, b: _to_one(a, a, b),
    ),
    Suspect("The parts are swapped: `x_train` comes first.", lambda a, b: scale(a, b)[::-1]),
)
ACCURACY: tuple[Suspect, ...] = (
    Suspect(
        "This is the number of right answers. Divide it by the number of rows: `mean` in place of"
        " `sum`.",
        lambda logits, y: (logits.argmax(axis=1) == y).sum(),
    ),
    Suspect("This is in percent. A share lies between 0 and 1.", lambda s, y: 100 * accuracy(s, y)),
    Suspect("This is the share of wrong answers.", lambda s, y: 1 - accuracy(s, y)),
    Suspect(
        "This is a list of right and wrong. Take its mean.",
        lambda logits, y: logits.argmax(axis=1) == y,
    ),
    Suspect(
        "Every answer is compared with every label: one of them stands upright. Their shapes must"
        " be the same, `(rows,)`.",
        lambda logits, y: (logits.argmax(axis=1) == y[:, None]).mean(),
    ),
    Suspect(
        "The largest logit of each column is looked for. Each row is an example: `axis=1`.",
        lambda logits, y: (logits.argmax(axis=0) == y).mean(),
    ),
    Suspect(
        "Without an axis, `argmax` finds one place in the whole table. Each row is an example:"
        " `axis=1`.",
        lambda logits, y: (logits.argmax() == y).mean(),
    ),
    Suspect(
        "The logit itself is compared with the label. Which column has it? `argmax`, not `max`.",
        lambda logits, y: (logits.max(axis=1) == y).mean(),
    ),
    Suspect(
        "The smallest logit decides. Take the largest: `argmax`.",
        lambda logits, y: (logits.argmin(axis=1) == y).mean(),
    ),
    Suspect(
        "The share is rounded. Return it as it is; `print` may round.",
        lambda logits, y: round(accuracy(logits, y), 2),
    ),
)
