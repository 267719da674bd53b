"""The table of the chapter on activations: all nine, from the package and the checked equations."""

import math
from pathlib import Path

import nnbyhand as nn
from guide.files import read_text
from guide.tables.table import Table

EQUATIONS = Path(__file__).parents[4] / "snippets" / "activations"

COSTS = {
    "linear": "none",
    "sigmoid": "1 exponential",
    "tanh": "1 hyperbolic tangent",
    "relu": "1 comparison",
    "leaky-relu": "1 comparison",
    "elu": "1 exponential, 1 comparison",
    "gelu": "1 error function",
    "silu": "1 exponential",
    "softmax": "1 exponential, and the largest and the sum of its row",
}
"""What one value costs beside plain arithmetic; a test counts the calls that the package makes."""


def facts() -> Table:
    """List value, slope, range, cost, use and trouble of every activation of the package."""
    columns = (
        "Activation",
        "Value and slope",
        "Range",
        "Zero-centered",
        "Saturates",
        "Cost",
        "Typical use",
        "Trouble",
    )
    return Table(columns, tuple(_row(activation) for activation in nn.ACTIVATIONS))


def _row(activation: nn.Activation) -> tuple[str, ...]:
    known = activation.facts
    slope = "derivative" if isinstance(activation, nn.Elementwise) else "jacobian"
    return (
        f"**{activation.name}**",
        f"{_formula(activation.slug)}<br>{_formula(f'{activation.slug}-{slope}')}",
        " to ".join(_bound(number) for number in known.range),
        "yes" if known.zero_centered else "no",
        known.saturates,
        COSTS[activation.slug],
        known.typical_use,
        known.trouble,
    )


def _formula(name: str) -> str:
    """Return the equation of a checked file as inline math."""
    lines = read_text(EQUATIONS / f"{name}.tex").splitlines()
    return f"${' '.join(line for line in lines if not line.startswith('%'))}$"


def _bound(number: float) -> str:
    if math.isinf(number):
        return "−∞" if number < 0 else "∞"
    return f"{number:.2g}".replace("-", "−")
