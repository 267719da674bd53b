"""How results spread over networks, seeds or splits."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Real

from nnbyhand.shapes import Array


def quartiles(
    values: Real[Array, "*kept runs"] | Sequence[Real[Array, "*rest runs"]],
) -> Float[Array, "*kept 3"]:
    """Return first quartile, median and third quartile over the last axis."""
    return np.moveaxis(np.percentile(np.asarray(values), [25, 50, 75], axis=-1), 0, -1)
