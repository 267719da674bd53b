"""The ten tours of the playground: the steps of each, and how often what they show holds."""

from guide.experiments.tours_batches import STEPS as BATCHES
from guide.experiments.tours_batches import batches
from guide.experiments.tours_choices import Choices
from guide.experiments.tours_dead_relus import STEPS as DEAD_RELUS
from guide.experiments.tours_dead_relus import dead_relus
from guide.experiments.tours_folding import STEPS as FOLDING
from guide.experiments.tours_folding import folding
from guide.experiments.tours_overfitting import STEPS as OVERFITTING
from guide.experiments.tours_overfitting import overfitting
from guide.experiments.tours_rate import STEPS as RATE
from guide.experiments.tours_rate import rate
from guide.experiments.tours_ravine import STEPS as RAVINE
from guide.experiments.tours_ravine import ravine
from guide.experiments.tours_symmetry import STEPS as SYMMETRY
from guide.experiments.tours_symmetry import symmetry
from guide.experiments.tours_units import STEPS as UNITS
from guide.experiments.tours_units import units
from guide.experiments.tours_vanishing import STEPS as VANISHING
from guide.experiments.tours_vanishing import vanishing
from guide.experiments.tours_xor import STEPS as XOR
from guide.experiments.tours_xor import xor

__all__ = [
    "TOURS",
    "batches",
    "dead_relus",
    "folding",
    "overfitting",
    "rate",
    "ravine",
    "symmetry",
    "units",
    "vanishing",
    "xor",
]

TOURS: dict[str, tuple[Choices, ...]] = {
    "xor": XOR,
    "folding": FOLDING,
    "dead-relus": DEAD_RELUS,
    "rate": RATE,
    "vanishing": VANISHING,
    "symmetry": SYMMETRY,
    "overfitting": OVERFITTING,
    "batches": BATCHES,
    "ravine": RAVINE,
    "units": UNITS,
}
"""The states that the steps of each tour set, by its name in addresses."""
