"""The table of the chapter on optimizers: all seven, from the package and from their first step."""

from dataclasses import fields

import numpy as np

import nnbyhand as nn
from guide.tables.table import Table

SLOPES = (100.0, 0.01)
KINDS: tuple[type[nn.Optimizer], ...] = nn.OPTIMIZERS
SIGNS = {
    "momentum": r"$\mu$",
    "alpha": r"$\alpha$",
    "beta1": r"$\beta_{1}$",
    "beta2": r"$\beta_{2}$",
    "weight_decay": r"$\lambda$",
}
"""How the page writes the settings that it shows; epsilon has a section of its own."""


def facts() -> Table:
    """List rate, first step, memory, settings, default and trouble of every optimizer."""
    columns = (
        "Optimizer",
        "Rate",
        "First step",
        "Remembers",
        "Settings",
        "Default rate, and why",
        "Trouble",
    )
    return Table(columns, tuple(_row(kind) for kind in KINDS))


def _row(kind: type[nn.Optimizer]) -> tuple[str, ...]:
    known = kind.facts
    default = "none" if known.default_rate is None else f"{known.default_rate:g}"
    return (
        f"**{kind.name}**",
        "one per parameter" if known.per_parameter else "one for all",
        " and ".join(
            f"{length:.2g}" if length < 1 else f"{length:.3g}" for length in _first_step(kind)
        ),
        f"{known.vectors} {'number' if known.vectors == 1 else 'numbers'}",
        ", ".join(_settings(kind)) or "none",
        f"{default}: {known.default_reason}",
        known.trouble,
    )


def _first_step(kind: type[nn.Optimizer]) -> tuple[float, ...]:
    """Return how far an optimizer moves two parameters from 0 in its first step at rate 1."""
    optimizer, theta = kind(rate=1.0), np.zeros(len(SLOPES))
    moved, _ = optimizer.step(theta, np.array(SLOPES), optimizer.start(theta))
    return tuple(float(distance) for distance in np.abs(moved))


def _settings(kind: type[nn.Optimizer]) -> list[str]:
    defaults = {setting.name: setting.default for setting in fields(kind)}
    return [f"{sign} {defaults[name]:g}" for name, sign in SIGNS.items() if name in defaults]
