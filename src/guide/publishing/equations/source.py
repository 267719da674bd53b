"""An equation file: its header says how it is checked, the LaTeX below is what readers see."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.equations.tex import (
    COMPUTED,
    TRANSCRIBED,
    Token,
    check_allowed,
    check_brackets,
    equals_signs,
    tokenize,
)

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


COMPUTED_KINDS = frozenset({"value", "derivative", "identity"})


@dataclass(frozen=True)
class Equation:
    """One equation file, read but not yet checked.

    Attributes:
        path: The file.
        shown: The same as seen from the root, for error messages.
        header: How it is checked.
        latex: The equation.
        line: The line on which the equation begins.
    """

    path: Path
    shown: str
    header: Header
    latex: str
    line: int

    def refuse(self, message: str) -> PublishingError:
        """Return an error at the line where the equation begins."""
        return PublishingError(self.shown, self.line, message)

    def tokens(self) -> list[Token]:
        """Return the tokens of the equation.

        Raises:
            PublishingError: Something in it is not allowed, or a bracket is not closed.
        """
        tokens = tokenize(self.latex, self.shown, self.line)
        computed = self.header.check.key in COMPUTED_KINDS
        check_allowed(tokens, COMPUTED if computed else TRANSCRIBED)
        if computed:
            check_brackets(tokens)
        return tokens

    def sides(self) -> tuple[list[Token], list[Token]]:
        """Return the tokens left and right of the equals sign.

        Raises:
            PublishingError: There is no equals sign, there are several, or a side is empty.
        """
        tokens = self.tokens()
        signs = equals_signs(tokens)
        if len(signs) != 1:
            message = f"an equation has one = between its two sides, this one has {len(signs)}"
            raise self.refuse(message)
        left, right = tokens[: signs[0]], tokens[signs[0] + 1 :]
        if not left or not right:
            raise self.refuse("one side of the equation is empty")
        return left, right


def split_file(text: str) -> tuple[list[str], str, int]:
    """Split an equation file into its header lines, its LaTeX, and the line where that begins."""
    lines = text.splitlines()
    header = next((i for i, line in enumerate(lines) if not line.startswith("%")), len(lines))
    first = next((i for i in range(header, len(lines)) if lines[i].strip()), header)
    return lines[:header], "\n".join(lines[first:]).rstrip(), first + 1


def read_equation(path: Path, root: Path) -> Equation:
    """Read an equation file.

    Raises:
        PublishingError: The header does not say, in one of the known ways, how it is checked, or
            there is no equation under it.
    """
    shown = path.relative_to(root).as_posix()
    header, latex, line = split_file(read_text(path))
    equation = Equation(path, shown, read_header(header, shown), latex, line)
    if not latex:
        raise equation.refuse("there is no equation under the header")
    return equation


def displayed_latex(path: Path) -> str:
    """Return the LaTeX of an equation file, without the comments on top."""
    return split_file(read_text(path))[1]


def right_hand_side(path: Path) -> str:
    """Return the LaTeX right of the first equals sign, for tables built from equations.

    Raises:
        PublishingError: There is no equals sign.
    """
    latex = displayed_latex(path)
    tokens = tokenize(latex, path.as_posix(), 1)
    signs = equals_signs(tokens)
    if not signs:
        raise PublishingError(path.as_posix(), 1, "the equation has no equals sign")
    return latex[tokens[signs[0]].start + 1 :].strip()
