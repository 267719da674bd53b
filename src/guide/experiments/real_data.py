"""What the chapter on real data states in numbers."""

from guide.experiments.real_data_curves import curves
from guide.experiments.real_data_digits import digits
from guide.experiments.real_data_iris import iris
from guide.experiments.real_data_neighbors import neighbors
from guide.experiments.real_data_regression import line, thousands, wave
from guide.experiments.real_data_slips import units, unstratified

__all__ = [
    "curves",
    "digits",
    "iris",
    "line",
    "neighbors",
    "thousands",
    "units",
    "unstratified",
    "wave",
]
