"""What the chapter on gradient descent states in numbers, gathered from its topics."""

from guide.experiments.gradient_descent_bowl import three_rates, valleys
from guide.experiments.gradient_descent_cliff import cliff
from guide.experiments.gradient_descent_curvature import (
    centered,
    edge,
    in_hours,
    speed,
    standardized,
    walks,
)
from guide.experiments.gradient_descent_noise import noise
from guide.experiments.gradient_descent_order import orders
from guide.experiments.gradient_descent_race import race_of_lines, race_of_networks
from guide.experiments.gradient_descent_rates import rates_of_network, sharpness
from guide.experiments.gradient_descent_schedules import schedules, settled_line

__all__ = [
    "centered",
    "cliff",
    "edge",
    "in_hours",
    "noise",
    "orders",
    "race_of_lines",
    "race_of_networks",
    "rates_of_network",
    "schedules",
    "settled_line",
    "sharpness",
    "speed",
    "standardized",
    "three_rates",
    "valleys",
    "walks",
]
