"""What the chapter `gradient-descent` states in numbers."""

import nnbyhand as nn


def steepness(run: float = 0.5) -> float:
    """Divide the rise of the linear activation by its run, from one side of 0 to the other."""
    return float((nn.linear(run) - nn.linear(-run)) / (2 * run))
