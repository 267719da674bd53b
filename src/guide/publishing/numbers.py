"""Numbers in prose: what the page prints must be what its experiment computes."""

import math
import operator
import re
from collections.abc import Callable

import numpy as np

from guide.errors import MismatchError
from guide.publishing.origins import experiment_of, path_of
from guide.publishing.pages import Piece
from guide.publishing.reaching import reached

_PRINTED = re.compile(
    r"(?P<about>about )?[-−+]?(?P<whole>\d[\d,]*)"
    r"(?:\.(?P<decimals>\d+))?(?:e(?P<exponent>[-−+]?\d+))?"
)
_BOUND = re.compile(
    r"(?P<relation>fewer than|less than|more than|at least|at most) (?P<number>[-−+\d].*)"
)
_RELATIONS: dict[str, Callable[[float, float], bool]] = {
    "fewer than": operator.lt,
    "less than": operator.lt,
    "more than": operator.gt,
    "at least": operator.ge,
    "at most": operator.le,
}


def printed_like(value: float, text: str) -> str:
    """Write `value` the way `text` is written: same decimals, same notation.

    Behind `about`, the zeros at the end of a whole number are no digits: `about 1,300` has two. A
    bound, `fewer than 5`, stays as it is written while the value keeps it.

    Args:
        value: The number that was computed.
        text: A number as a page prints it: `0.25`, `1,000`, `-3`, `1.1e-16`, `about 1,300`, or one
            of them behind `fewer than`, `less than`, `more than`, `at least` or `at most`.

    Raises:
        ValueError: `text` is no number of that form, or `value` is not finite.
    """
    bound = _BOUND.fullmatch(text)
    if bound is None:
        return _rounded_like(value, text)
    written = _rounded_like(value, bound["number"])
    limit = float(bound["number"].replace(",", "").replace("−", "-"))
    return text if _RELATIONS[bound["relation"]](value, limit) else written


def _rounded_like(value: float, text: str) -> str:
    match = _PRINTED.fullmatch(text)
    if match is None:
        message = (
            f"{text!r} is not a number that can be checked; write 0.25, 1,000, -3, 1.1e-16, "
            "about 1,300 or fewer than 5"
        )
        raise ValueError(message)
    if not math.isfinite(value):
        message = f"the computed value is {value}, which no page can print"
        raise ValueError(message)
    decimals, about = len(match["decimals"] or ""), match["about"] or ""
    if match["exponent"]:
        mantissa, exponent = f"{value:.{decimals}e}".split("e")
        written = f"{mantissa}e{int(exponent)}"
    elif about and not decimals:
        digits = len(match["whole"].replace(",", "").rstrip("0")) or 1
        written = f"{float(f'{value:.{digits}g}'):,.0f}"
    else:
        rounded = round(value, decimals) + 0.0  # no "-0.00" for a tiny negative number
        written = f"{rounded:,.{decimals}f}"
    return about + (written.replace("-", "−") if "−" in text else written)


def value_of(piece: Piece) -> float:
    """Compute the number that a page prints.

    Raises:
        PublishingError: The experiment fails, or the path into its result leads to no number.
    """
    function = experiment_of(piece)
    try:
        result: object = function()
    except Exception as error:
        name = f"{function.__module__}.{function.__name__}"
        raise piece.fault(f"{name} raised {type(error).__name__}: {error}") from error
    whole, path = path_of(piece)
    try:
        result = reached(result, path, whole)
    except LookupError as error:
        raise piece.fault(f"data-number={piece.reference!r}: {error}") from error
    if isinstance(result, np.number):
        result = result.item()
    if isinstance(result, bool) or not isinstance(result, int | float):
        raise piece.fault(f"data-number={piece.reference!r} leads to {result!r}, not to a number")
    return float(result)


def check_number(piece: Piece, value: float) -> None:
    """Hold a number in prose to what its experiment computes.

    Args:
        piece: The number as the page prints it.
        value: What `value_of` computes.

    Raises:
        PublishingError: They differ at the printed precision.
    """
    try:
        expected = printed_like(value, piece.text)
    except ValueError as error:
        raise piece.fault(f"data-number={piece.reference!r}: {error}") from error
    if piece.text != expected:
        message = (
            f"the page says {piece.text}, {piece.reference} is {expected} ({value!r}); "
            "`make refresh` rewrites it"
        )
        raise MismatchError(f"docs/{piece.page}", piece.line, message, expected)
