"""What `make bench` measured when it last ran: ratios of times, all from one run on one machine.

These figures are read, not computed again: a build must not depend on how busy its machine is.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from guide.experiments.measurements import kept_beside


@cache
def results() -> dict[str, Any]:
    """Read the table that `make bench` wrote."""
    return kept_beside(__file__)


@dataclass(frozen=True)
class Trainings:
    """How many times as long as the package the frameworks take for whole trainings.

    Attributes:
        least_small: The least of all ratios on networks with fewer than 784 inputs.
        least_middle: The least of the ratios on 784-128-10.
        most_middle: The most of the ratios on 784-128-10.
        torch_large: How many times as long as the package PyTorch takes on 784-1024-10.
        keras_large: How many times as long as the package Keras takes on 784-1024-10.
    """

    least_small: float
    least_middle: float
    most_middle: float
    torch_large: float
    keras_large: float


def trainings() -> Trainings:
    """Read the medians that the last run of `make bench` found."""
    found = {
        name: {library: one["times longer"]["median"] for library, one in row.items()}
        for name, row in results()["trainings"].items()
    }
    for row in found.values():
        del row["nnbyhand"]  # the ratios are relative to it
    (middle,) = (row for name, row in found.items() if name.startswith("784-128-10"))
    (large,) = (row for name, row in found.items() if name.startswith("784-1024-10"))
    small = (row for name, row in found.items() if not name.startswith("784"))
    return Trainings(
        least_small=min(min(row.values()) for row in small),
        least_middle=min(middle.values()),
        most_middle=max(middle.values()),
        torch_large=large["PyTorch"],
        keras_large=large["Keras"],
    )


@dataclass(frozen=True)
class Ensemble:
    """A thousand networks trained at once, against one after the other.

    Attributes:
        times_faster: How many times less each network of the ensemble takes.
        peak_mb: The most memory that its training holds, in megabytes.
    """

    times_faster: float
    peak_mb: float


def ensemble() -> Ensemble:
    """Read what the last run of `make bench` found for 1,000 XOR networks and 2,000 epochs."""
    found = results()["ensemble"]
    return Ensemble(found["times faster"], found["peak MB"])


@dataclass(frozen=True)
class Growth:
    """To which power of a size the time of a training step grows.

    Attributes:
        width: The exponent for the width.
        depth: The exponent for the depth.
        batch: The exponent for the batch size.
    """

    width: float
    depth: float
    batch: float


def growth() -> Growth:
    """Read the exponents that the last run of `make bench` fitted to its times."""
    found = results()["exponents"]
    return Growth(*(found[size]["exponent"] for size in ("width", "depth", "batch")))
