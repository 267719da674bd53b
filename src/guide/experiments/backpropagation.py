"""What the chapter on backpropagation states in numbers."""

from guide.experiments.backpropagation_cost import cost
from guide.experiments.backpropagation_pairs import output_errors
from guide.experiments.backpropagation_slips import slips
from guide.experiments.backpropagation_starts import random_starts, standstill
from guide.experiments.backpropagation_step_size import step_sizes
from guide.experiments.backpropagation_worked import nudge, two_paths, worked

__all__ = [
    "cost",
    "nudge",
    "output_errors",
    "random_starts",
    "slips",
    "standstill",
    "step_sizes",
    "two_paths",
    "worked",
]
