"""How results spread over networks, seeds or splits."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float, Real

from nnbyhand.shapes import Array


def quartiles(
    values: Real[Array, "*kept runs"] | Sequence[Real[Array, "*rest runs"]],
) -> Float[Array, "*kept 3"]:
    """Return first quartile, median and third quartile over the last axis."""
    return np.moveaxis(np.percentile(np.asarray(values), [25, 50, 75], axis=-1), 0, -1)


def percent(holds: Bool[np.ndarray, "..."] | Real[Array, "..."]) -> float:
    """Return how often something holds, in percent of all times."""
    return 100 * float(holds.mean())
