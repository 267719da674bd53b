r"""From the LaTeX of an expression to SymPy.

SymPy's own reader of LaTeX guesses: it takes `x(1 - x)` for a call of a function x, `\max(5, 100)`
for 5100, and `\operatorname{erf}` for a product of letters. So it is given the arithmetic alone:
here, names, calls and brackets become made-up symbols that are put in after SymPy has parsed the
rest, and what people could read in two ways is refused.
"""

from collections.abc import Sequence
from functools import cache

import sympy as sp
from sympy.parsing.latex import LaTeXParsingError, parse_latex

from guide.publishing.equations.names import Names, symbol
from guide.publishing.equations.source import python_name
from guide.publishing.equations.tex import FRACTIONS, FUNCTIONS, Cursor, Token, without_spacing

_SIGNS = {"+": "+", "-": "-", r"\cdot": r"\cdot", r"\times": r"\cdot"}
_ADVICE = {
    "{": "braces alone do not show; write parentheses",
    "=": "a second = or a condition stands where a number is expected",
    ",": r"a comma stands only between the arguments of \max and \min",
    "_": "a subscript stands directly behind its letter",
    "'": "a prime stands directly behind the name of a function",
    r"\begin{cases}": "cases must be the whole right side",
}


def read_expression(tokens: Sequence[Token], near: Token, names: Names) -> sp.Expr:
    """Return the expression that the tokens spell.

    Args:
        tokens: The tokens.
        near: The token to blame if there are none.
        names: What the names in it mean.

    Raises:
        PublishingError: It cannot be read, or not in one way only.
    """
    tokens = without_spacing(tokens)
    _check_numbers(tokens)
    return _Reader(names).read(tokens, near)


class _Reader:
    """Reads one sum of products; what stands in brackets or in a call is read as another one."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._stand_ins: dict[sp.Symbol, sp.Expr] = {}

    def read(self, tokens: Sequence[Token], near: Token) -> sp.Expr:
        cursor = Cursor(tokens)
        pieces: list[str] = []
        while cursor.next:
            pieces.append(self._piece(cursor))
        try:
            parsed = _arithmetic(" ".join(pieces))
        except LaTeXParsingError as error:
            written = " ".join(token.text for token in tokens)
            message = f"cannot read {written!r}: a sign, a number or a name is missing"
            raise (tokens[0] if tokens else near).refuse(message) from error
        return parsed.xreplace(self._stand_ins)

    def _piece(self, cursor: Cursor) -> str:
        bracket = cursor.next in {"(", "["}
        token = cursor.here if bracket else cursor.take()
        if bracket:
            return self._stand_in(self._part(cursor.bracket(), token))
        if token.is_number:
            return token.text
        if token.is_name or token.text in FUNCTIONS:
            return self._stand_in(self._names.meaning(token, cursor, self._part))
        if token.text == "|":
            return self._stand_in(sp.Abs(self._part(cursor.until_bar(token), token)))
        if token.text in _SIGNS:
            return _SIGNS[token.text]
        return self._command(token, cursor)

    def _command(self, token: Token, cursor: Cursor) -> str:
        if token.text in FRACTIONS:
            above, below = (self._part(cursor.braces(token), token) for _ in range(2))
            if cursor.next == "^":
                raise token.refuse("put the fraction in parentheses before the exponent")
            return self._stand_in(above / below)
        if token.text == r"\sqrt":
            return self._stand_in(sp.sqrt(self._part(cursor.braces(token), token)))
        if token.text == "^":
            exponent = self._stand_in(self._part(cursor.script(token), token))
            if cursor.next == "^":
                raise token.refuse("two exponents stand side by side")
            return f"^ {{ {exponent} }}"
        if token.text == r"\sum":
            return self._sum(token, cursor)
        raise token.refuse(_ADVICE.get(token.text, f"{token.text} cannot stand here"))

    def _sum(self, token: Token, cursor: Cursor) -> str:
        lower = cursor.script(cursor.take()) if cursor.next == "_" else []
        upper = cursor.script(cursor.take()) if cursor.next == "^" else []
        match lower:
            case [index, equals, *first] if (
                index.is_name and equals.text == "=" and upper and index.text != "e"
            ):
                variable = self._stand_in(symbol(python_name(index.text)))
                ends = [self._stand_in(self._part(end, token)) for end in (first, upper)]
                return rf"\sum _ {{ {variable} = {ends[0]} }} ^ {{ {ends[1]} }}"
        raise token.refuse(r"a sum has an index and both ends: \sum_{j=1}^{K}")

    def _part(self, tokens: Sequence[Token], near: Token) -> sp.Expr:
        return _Reader(self._names).read(tokens, near)

    def _stand_in(self, meaning: sp.Expr) -> str:
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(len(self._stand_ins)))
        self._stand_ins[sp.Symbol(f"standin{letters}")] = meaning
        return rf"\standin{letters}"


@cache  # of the text alone; SymPy is slow to parse what many equations hold
def _arithmetic(text: str) -> sp.Expr:
    return parse_latex(text, strict=True)


def _check_numbers(tokens: Sequence[Token]) -> None:
    for position, token in enumerate(tokens):
        before = tokens[position - 1] if position else None
        is_script = position > 1 and tokens[position - 2].text in {"^", "_"}
        if token.is_number and token.text[0] == "0" and token.text[1:2].isdigit():
            raise token.refuse(f"write {token.text} without the zero in front")
        if before is None:
            continue
        if token.is_number and (before.is_number or before.is_name or before.text in ")]}"):
            message = f"write \\cdot before {token.text}, or put it before the other factor"
            raise token.refuse(message)
        if token.text in FRACTIONS and before.is_number and not is_script:
            message = f"write \\cdot behind {before.text}: it reads as a mixed number"
            raise token.refuse(message)
