"""The comments on top of an equation file: how it is checked, and on which input."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.errors import PublishingError

KINDS = {
    "value": "% value: nnbyhand.sigmoid(z)",
    "derivative": "% derivative: nnbyhand.sigmoid.derivative(z) of sigmoid.tex",
    "identity": "% identity",
    "transcription": "% transcription: softmax-jacobian.py",
    "unchecked": "% unchecked: the reason",
}
OPTIONS = {
    "where": "% where: z in [-30, 30], alpha in [0.1, 2]",
    "vector": "% vector: z",
    "uses": r"% uses: \sigma = sigmoid.tex",
}

_LINE = re.compile(r"%\s*(?P<key>[a-z]+)\s*(?::\s*(?P<text>.*?))?\s*")
_NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_ITEMS = {
    "where": re.compile(rf"\s*([A-Za-z]\w*) in \[({_NUMBER}), ({_NUMBER})\]\s*(?:,|$)"),
    "vector": re.compile(r"\s*([A-Za-z]\w*)\s*(?:,|$)"),
    "uses": re.compile(r"\s*(\\operatorname\{[A-Za-z]+\}|\\?[A-Za-z]+) = ([\w-]+\.tex)\s*(?:,|$)"),
}


@dataclass(frozen=True)
class HeaderLine:
    """One line, read: `% key: text`, and where it stands."""

    key: str
    text: str
    path: str
    line: int

    def refuse(self, message: str) -> PublishingError:
        """Return an error at this line."""
        return PublishingError(self.path, self.line, message)


@dataclass(frozen=True)
class Domain:
    """The interval from which random values of a variable are drawn, and who says so."""

    low: float
    high: float
    line: HeaderLine


@dataclass(frozen=True)
class Use:
    """The file beside this one that defines a function, and who says so."""

    file: str
    line: HeaderLine


@dataclass(frozen=True)
class Header:
    """All lines, read.

    Attributes:
        check: The line that says how the equation is checked; its key is one of `KINDS`.
        domains: By Python name, the variables that have a domain of their own.
        vectors: By Python name, the variables that stand with an index, and who says so.
        uses: By name in TeX, the functions that other files define.
    """

    check: HeaderLine
    domains: Mapping[str, Domain]
    vectors: Mapping[str, HeaderLine]
    uses: Mapping[str, Use]


def python_name(tex: str) -> str:
    r"""Return the name of a symbol in Python: `alpha` for `\alpha`, `lambda_` for `\lambda`."""
    name = tex.removeprefix("\\")
    return f"{name}_" if keyword.iskeyword(name) else name


def read_header(texts: Sequence[str], path: str) -> Header:
    """Read the comment lines on top of an equation file.

    Args:
        texts: The lines.
        path: The file, for error messages.

    Raises:
        PublishingError: A line is not understood, or not exactly one says how to check.
    """
    lines = [_read_line(text, path, number) for number, text in enumerate(texts, start=1)]
    checks = [line for line in lines if line.key in KINDS]
    if len(checks) != 1:
        found = f"{len(checks)} header lines say" if checks else "no header line says"
        message = f"{found} how this equation is checked; write one of: {_list(KINDS)}"
        raise PublishingError(path, 1, message)
    return Header(
        checks[0],
        {name: _domain(low, high, line) for line, (name, low, high) in _items(lines, "where")},
        {name: line for line, (name,) in _items(lines, "vector")},
        {name: Use(file, line) for line, (name, file) in _items(lines, "uses")},
    )


def _read_line(text: str, path: str, number: int) -> HeaderLine:
    match = _LINE.fullmatch(text)
    known = KINDS | OPTIONS
    if match is None or match["key"] not in known:
        message = f"unknown header line {text!r}; the known ones are: {_list(known)}"
        raise PublishingError(path, number, message)
    if bool(match["text"]) == (match["key"] == "identity"):
        raise PublishingError(path, number, f"cannot read {text!r}; write {known[match['key']]}")
    return HeaderLine(match["key"], match["text"] or "", path, number)


def _items(lines: Sequence[HeaderLine], key: str) -> Iterator[tuple[HeaderLine, tuple[str, ...]]]:
    for line in lines:
        position = 0
        while line.key == key and position < len(line.text):
            match = _ITEMS[key].match(line.text, position)
            if match is None:
                message = f"cannot read {line.text[position:]!r}; write {OPTIONS[key]}"
                raise line.refuse(message)
            yield line, match.groups()
            position = match.end()


def _domain(low: str, high: str, line: HeaderLine) -> Domain:
    if float(low) >= float(high):
        raise line.refuse(f"[{low}, {high}] is empty: the lower end comes first")
    return Domain(float(low), float(high), line)


def _list(known: Mapping[str, str]) -> str:
    return " | ".join(known.values())
