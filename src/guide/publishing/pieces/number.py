"""A number on a page: it must be what its experiment computes, at the precision that is printed."""

import dataclasses
import inspect
import math
import operator
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_origin, get_type_hints

import numpy as np

from guide.errors import MismatchError, PublishingError
from guide.publishing.pieces.forms import InlinePiece
from guide.publishing.pieces.function import FunctionPiece, what_computes
from guide.publishing.pieces.piece import Proof
from guide.publishing.pieces.reaching import reached
from guide.publishing.project import Project
from guide.remembering import Work

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
_ENTRY = re.compile(r"^    (?P<fields>\w[^:\n]*): (?P<text>.+(?:\n {5,}.+)*)", re.MULTILINE)
_LEANS = re.compile(r"(?:The same|The others?|That|Those|These)\b")


class NumberPiece(InlinePiece, FunctionPiece):
    """Emphasis that names an experiment: `*72*{ data-number="xor.solved.percent" }`."""

    kind = "number"
    words = ("number", "numbers")
    heading = "Numbers"
    how_checked = "computed again, or read from a kept run, and compared as printed"
    pattern = re.compile(r'\*(?P<text>[^*\n]+)\*\{\s*data-number="(?P<name>[^"]*)"\s*\}')
    done = "computed"
    comes_first = True
    room = "experiments"

    @property
    def share(self) -> str:
        """The experiment, which computes all of its fields at once."""
        return self.path[0]

    def work(self, project: Project) -> Work[float]:
        """Compute the number."""
        behind = (type(self), self.source(project)[1])
        return Work("numbers", behind, (self.reference,), self.value)

    def proof(self, done: float, project: Project) -> Proof:
        """Compare the number with what was computed, and say what it is."""
        self.check(done)
        proof = self.proof_by_function("computed", what_computes, project)
        return dataclasses.replace(proof, what=self.description(project))

    def as_computed(self) -> str:
        """Return the number as it comes out now."""
        return printed_like(self.value(), self.text)

    @property
    def path(self) -> tuple[str, str]:
        """The experiment that it names, and the path into what that returns."""
        parts = re.match(r"([^.\[]*\.[^.\[]*)(.*)", self.reference)
        return (parts[1], parts[2]) if parts else (self.reference, "")

    def value(self) -> float:
        """Compute the number.

        Raises:
            PublishingError: The experiment fails, or the path into its result leads to no number.
        """
        whole, path = self.path
        result = self.result()
        try:
            result = reached(result, path, whole)
        except LookupError as error:
            raise self.fault(f"data-number={self.reference!r}: {error}") from error
        if isinstance(result, np.number):
            result = result.item()
        if isinstance(result, bool) or not isinstance(result, int | float):
            message = f"data-number={self.reference!r} leads to {result!r}, not to a number"
            raise self.fault(message)
        return float(result)

    def check(self, value: float) -> None:
        """Compare the number with what `value` returned.

        Raises:
            PublishingError: They differ at the printed precision.
        """
        try:
            expected = printed_like(value, self.text)
        except ValueError as error:
            raise self.fault(f"data-number={self.reference!r}: {error}") from error
        if self.text != expected:
            message = (
                f"the page says {self.text}, {self.reference} is {expected} ({value!r}); "
                "`make refresh` rewrites it"
            )
            raise MismatchError(f"docs/{self.page}", self.line, message, expected)

    def description(self, project: Project) -> str:
        """Return what the field of the experiment's result that it prints says of itself.

        It stands under `Attributes` in the docstring of the result's class, or in that of a
        property. Where a page reaches further, its path has an entry there: `mse[10, 1]: What it
        is.` An experiment that computes this number alone says it itself.

        Raises:
            PublishingError: The field shares its description with others, leans on that of another,
                or has none; the error names the line of the class.
        """
        function, field = self.function(), self.path[1].removeprefix(".")
        if not field:
            return ""
        returned = get_type_hints(inspect.unwrap(function))["return"]
        result: type = get_origin(returned) or returned
        found = _descriptions(result).get(field, "")
        if not found or _LEANS.match(found):
            place = project.relative(Path(inspect.getsourcefile(result) or "").resolve())
            message = _undescribed(result, field, found, self.reference)
            raise PublishingError(place, inspect.getsourcelines(result)[1], message)
        return found


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


def _descriptions(result: type) -> dict[str, str]:
    """Return what fields and properties of a class say of themselves alone, those of bases too."""
    found: dict[str, str] = {}
    for part in reversed(result.__mro__):
        _, _, listed = inspect.cleandoc(part.__doc__ or "").partition("Attributes:\n")
        entries = {match["fields"]: match["text"] for match in _ENTRY.finditer(listed)}
        entries |= {
            name: value.__doc__
            for name, value in vars(part).items()
            if isinstance(value, property) and value.__doc__
        }
        found |= {name: " ".join(text.split()) for name, text in entries.items()}
    return found


def _undescribed(result: type, field: str, found: str, reference: str) -> str:
    of = f"{result.__name__}.{field}, which data-number={reference!r} prints,"
    if found:
        return f"{of} is described by {found!r}, which needs its neighbors; say what it is alone"
    return (
        f"{of} has no description of its own, which its proof shows; write `{field}: What it is.` "
        "on a line of its own under `Attributes:`"
    )
