"""The plane of two inputs, cut by the line of a neuron, in parts that a script redraws."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from guide.figures.living import living
from guide.figures.palette import color
from nnbyhand.shapes import Array

FAR = 20.0  # beyond the edges of every drawn plane
MIDDLE = np.array([0.6, 0.6])  # of the drawn planes

Directions = tuple[Float[Array, "2"], Float[Array, "2"], Float[Array, "2"]]


def cut(weights: Float[Array, "2"], bias: float) -> Directions:
    """Return the point of the line nearest to the middle, and directions across it and along it."""
    length = float(np.hypot(*weights))
    across = weights / length
    nearest = MIDDLE - (MIDDLE @ weights + bias) / length * across
    return nearest, across, np.array([-across[1], across[0]])


def draw_cut(ax: Axes, weights: Float[Array, "2"], bias: float) -> None:
    """Draw the line of a neuron, and shade the side where it says yes."""
    nearest, across, along = cut(weights, bias)
    ends = np.array([nearest + FAR * along, nearest - FAR * along])
    half = np.concatenate([ends, ends[::-1] + 2 * FAR * across, ends[:1]])
    living(ax.fill(*half.T, facecolor=to_rgba(color("positive"), 0.16), linewidth=0)[0], "yes")
    living(ax.plot(*ends.T, color=color("ink"))[0], "line")
