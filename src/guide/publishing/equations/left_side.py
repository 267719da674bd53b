"""The left side of an equation: a name, which means one function of the package everywhere."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.errors import PublishingError
from guide.publishing.equations.package import read_claim
from guide.publishing.equations.source import Equation, python_name, read_equation
from guide.publishing.equations.tex import Token, without_spacing

_NAME = r"(?:\\operatorname\{[A-Za-z]+\}|\\[a-zA-Z]+|[A-Za-z])"
_SYMBOL = r"(?:\\[a-zA-Z]+|[A-Za-z])(?: _ (?:\d|\{ \d+ \}))?"
_LABEL = r"(?: _ (?:\{ )?(?:\d+|\\[a-zA-Z]+|[A-Z])(?: \})?)?"
_PLAIN = re.compile(
    rf"(?P<name>{_NAME}{_LABEL})(?P<primes>(?: ')*)"
    rf"(?: \( (?P<arguments>{_SYMBOL}(?: , {_SYMBOL})*) \))?"
    r"(?: _ (?:\{ )?(?P<index>[a-z])(?: \})?)?"
)
_LEIBNIZ = re.compile(
    rf"\\[dt]?frac \{{ (?P<d>d|\\partial) (?P<name>{_NAME}{_LABEL})(?: \( {_SYMBOL} \))? \}}"
    rf" \{{ (?P=d) (?P<arguments>{_SYMBOL}) \}}"
)


@dataclass(frozen=True)
class LeftSide:
    r"""What an equation defines.

    Attributes:
        name: The name as TeX, without arguments: `\sigma`, and `\sigma'` for its derivative,
            which may also be written as a fraction of differentials.
        arguments: The Python names of its arguments, if it lists them.
        index: The letter of its index, if it has one: `i` in `p_{i}`.
    """

    name: str
    arguments: tuple[str, ...]
    index: str | None


def read_left_side(tokens: Sequence[Token]) -> LeftSide:
    r"""Read a left side such as `\sigma(z)`, `\sigma'(z)`, `\frac{d\sigma}{dz}` or `p_{i}`.

    Raises:
        PublishingError: The left side has none of these forms.
    """
    text = " ".join(token.text for token in without_spacing(tokens))
    plain = _PLAIN.fullmatch(text)
    leibniz = None if plain else _LEIBNIZ.fullmatch(text)
    match = plain or leibniz
    if match is None:
        raise _refusal(tokens)
    symbols = re.sub(r"[ {}]", "", match["arguments"] or "").split(",")
    arguments = tuple(python_name(symbol) for symbol in symbols if symbol)
    name = match["name"].replace("{ ", "").replace(" }", "").replace(" ", "")
    primes = "'" if leibniz else match["primes"].replace(" ", "")
    return LeftSide(name + primes, arguments, plain["index"] if plain else None)


def _refusal(tokens: Sequence[Token]) -> PublishingError:
    written = " ".join(token.text for token in tokens)
    message = (
        f"the left side {written!r} is no name; write it like \\sigma(z), \\sigma'(z),"
        r" \frac{d\sigma}{dz}, \operatorname{ReLU}(z), p_{i} or \operatorname{softmax}(z)_{i}"
    )
    return tokens[0].refuse(message)


def check_left_hand_sides(paths: Iterable[Path], root: Path) -> None:
    """Check that each left side means one function of the package, which has no other name.

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
