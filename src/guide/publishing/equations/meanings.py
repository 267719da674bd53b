"""That one left side means one function of the package, in all equation files."""

from collections.abc import Iterable
from pathlib import Path

from guide.publishing.equations.left_side import read_left_side
from guide.publishing.equations.package import read_claim
from guide.publishing.equations.source import Equation, read_equation


def check_left_hand_sides(paths: Iterable[Path], root: Path) -> None:
    """Hold left sides and functions of the package in a one-to-one relation.

    Args:
        paths: The equation files; those that define nothing are passed over.
        root: The folder that paths in messages begin at.

    Raises:
        PublishingError: Two functions are written alike, or one function in two ways.
    """
    functions: dict[str, tuple[str, Equation]] = {}
    names: dict[str, tuple[str, Equation]] = {}
    for path in sorted(paths):
        equation = read_equation(path, root)
        if equation.header.check.key in {"value", "derivative"}:
            name = read_left_side(equation.sides()[0]).name
            function = read_claim(equation.header.check)[0].function()
            known, other = functions.setdefault(name, (function, equation))
            if known != function:
                raise equation.refuse(f"{name} is {function} here and {known} in {other.shown}")
            written, other = names.setdefault(function, (name, equation))
            if written != name:
                message = f"{function} is written {name} here and {written} in {other.shown}"
                raise equation.refuse(message)
