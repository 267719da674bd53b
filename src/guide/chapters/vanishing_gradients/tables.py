"""The table of the chapter on vanishing gradients."""

import nnbyhand as nn
from guide.chapters.vanishing_gradients.experiments import slopes as measured
from guide.tables.table import Table

SHOWN = (nn.sigmoid, nn.tanh, nn.relu, nn.leaky_relu, nn.gelu, nn.silu)


def slopes() -> Table:
    """List the average slopes of activations at a standard normal number, by quadrature."""
    columns = ("Activation", "Steepest", "Mean slope", "Mean square", "Its root", "Balance")
    return Table(columns, tuple(_row(activation) for activation in SHOWN))


def _row(activation: nn.Elementwise) -> tuple[str, ...]:
    found = measured.expected(activation)
    numbers = (found.steepest, found.mean, found.mean_square, found.root, found.balance)
    return (f"**{activation.name}**", *(f"{number:.3g}" for number in numbers))
