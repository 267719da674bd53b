"""The ten tours of the playground: the steps of each, and how often what they show holds."""

from guide.chapters.tours.experiments.batches import STEPS as BATCHES
from guide.chapters.tours.experiments.dead_relus import STEPS as DEAD_RELUS
from guide.chapters.tours.experiments.folding import STEPS as FOLDING
from guide.chapters.tours.experiments.networks import Choices
from guide.chapters.tours.experiments.overfitting import STEPS as OVERFITTING
from guide.chapters.tours.experiments.rate import STEPS as RATE
from guide.chapters.tours.experiments.ravine import STEPS as RAVINE
from guide.chapters.tours.experiments.symmetry import STEPS as SYMMETRY
from guide.chapters.tours.experiments.units import STEPS as UNITS
from guide.chapters.tours.experiments.vanishing import STEPS as VANISHING
from guide.chapters.tours.experiments.xor import STEPS as XOR

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
