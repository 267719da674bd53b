"""The tables of the chapter on initialization: what zeros do, every gain, every rule."""

from pathlib import Path

import nnbyhand as nn
from guide.chapters.initialization.experiments import zeros as measured
from guide.chapters.initialization.experiments.zeros import ACTIVATIONS, Outcome
from guide.files import read_text
from guide.tables.table import Table

EQUATIONS = Path(__file__).parents[4] / "snippets" / "initialization"

RULES = (
    (
        "zero, constant",
        "nn.zeros nn.Constant",
        "",
        "",
        "biases, output layer",
        "above#zero-initialization-what-zeros-can-learn",
    ),
    (
        "normal, uniform",
        "nn.Normal nn.Uniform",
        "",
        "",
        "layers of a known width",
        "above#small-weights-fade-large-weights-saturate",
    ),
    (
        "LeCun",
        "nn.LeCun",
        "lecun",
        "LeCun",
        "linear;<br>others times their gain",
        "LeCun 1998, eq. 16",
    ),
    (
        "Glorot, or Xavier",
        "nn.Glorot",
        "glorot",
        "Glorot",
        "tanh, softmax;<br>sigmoid times a gain",
        "Glorot 2010, eq. 12, 16",
    ),
    ("He, or Kaiming", "nn.He", "he", "He", "ReLU and its relatives", "He 2015, eq. 10"),
    (
        "orthogonal",
        "nn.Orthogonal",
        "",
        "",
        "deep or recurrent,<br>times a gain",
        "Saxe 2014, section 3",
    ),
)
"""Name, objects of the package, file of the variance, label of the limit, use, source."""

OTHERWISE = {
    "zero, constant": ("0", "none"),
    "normal, uniform": ("your choice", "your choice"),
    "orthogonal": ("1 / larger width", "none"),
}
"""Variance and limit where no equation states them."""


def zeros() -> Table:
    """List what moves, and how many networks learn, for every start and activation."""
    found = measured.zero_starts()
    rows = ((name, *(_outcome(each) for each in outcomes)) for name, outcomes in found.items())
    return Table(("Start", *(activation.name for activation in ACTIVATIONS)), tuple(rows))


def _outcome(found: Outcome) -> str:
    """Say in a few words what training moved, and in how many networks it succeeded."""
    if not (found.hidden_moves or found.output_moves):
        return "only the output bias moves"
    if not found.apart:
        return "all move, units stay equal"
    return f"all move, {found.learned:.0f} percent learn"


def gains() -> Table:
    """List slope at 0, gains and usual rule of every activation that takes one number."""
    columns = ("Activation", "Slope at 0", "Gain, forward", "Gain, backward", "Usual rule")
    elementwise = (each for each in nn.ACTIVATIONS if isinstance(each, nn.Elementwise))
    return Table(columns, tuple(_gain_row(activation) for activation in elementwise))


def _gain_row(activation: nn.Elementwise) -> tuple[str, ...]:
    return (
        f"**{activation.name}**",
        f"{float(activation.derivative(0.0)):.2g}",
        f"{nn.gain(activation):.2f}",
        f"{nn.gain(activation, backward=True):.2f}",
        type(nn.usual_initialization(activation)).__name__,
    )


def rules() -> Table:
    """List variance, uniform limit, use, class and source of every rule of the package."""
    columns = ("Rule", "Variance", "Uniform limit", "For", "Source")
    return Table(columns, tuple(_rule_row(*row) for row in RULES))


def _rule_row(  # noqa: PLR0913, PLR0917  (one argument for each cell)
    name: str, objects: str, variance: str, limit: str, use: str, source: str
) -> tuple[str, ...]:
    cells = OTHERWISE.get(name) or (_variance(variance), _limit(limit))
    title = "<br>".join([f"**{name}**", *(f"`{each}`" for each in objects.split())])
    text, _, anchor = source.partition("#")
    return (title, *cells, use, f"[{text}](#{anchor or 'sources'})")


def _variance(name: str) -> str:
    """Return the right side of a checked equation as inline math."""
    return f"${_latex(name).partition('=')[2].strip()}$"


def _limit(name: str) -> str:
    """Return the right side of one line of the checked limits as inline math."""
    lines = _latex("limits").split(r"\\")
    line = next(line for line in lines if rf"\text{{{name}}}" in line)
    right = line.partition("&=")[2].replace(r"\end{aligned}", "")
    return f"${right.strip()}$"


def _latex(name: str) -> str:
    lines = read_text(EQUATIONS / f"{name}.tex").splitlines()
    return " ".join(line for line in lines if not line.startswith("%"))
