"""What the names in an equation mean: functions, entries of vectors, variables, constants."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import sympy as sp

from guide.publishing.equations.source import python_name
from guide.publishing.equations.tex import FUNCTIONS, Cursor, Token, split_at

Read = Callable[[Sequence[Token], Token], sp.Expr]

_ONE = {name: getattr(sp, name[1:]) for name in FUNCTIONS - {r"\max", r"\min"}}
_SEVERAL = {r"\max": sp.Max, r"\min": sp.Min}
_BUILT_IN: Mapping[str, Callable[..., sp.Expr]] = {
    **_ONE,
    **_SEVERAL,
    r"\operatorname{erf}": sp.erf,
    r"\Phi": lambda z: (1 + sp.erf(z / sp.sqrt(2))) / 2,
    r"\phi": lambda z: sp.exp(-(z**2) / 2) / sp.sqrt(2 * sp.pi),
}
"""Functions that no file declares; the last two belong to the standard normal distribution."""

_CONSTANTS = {"e": sp.E, r"\pi": sp.pi}
_MAY_FOLLOW = frozenset({"", "+", "-", ")", "]", "}", ",", "|"})


def symbol(name: str) -> sp.Symbol:
    """Return the variable of that Python name; all variables are real."""
    return sp.Symbol(name, real=True)


@dataclass(frozen=True)
class Names:
    """The names that the header of an equation file declares.

    Attributes:
        functions: By name in TeX, functions of one variable that other equation files define.
        vectors: The Python names of the variables that stand with an index.
    """

    functions: Mapping[str, Callable[..., sp.Expr]]
    vectors: Collection[str]

    def meaning(self, token: Token, cursor: Cursor, read: Read) -> sp.Expr:
        """Return what a name stands for, with its primes, exponent, arguments or index.

        Args:
            token: The name.
            cursor: Stands behind it.
            read: Reads an argument or an index.

        Raises:
            PublishingError: Nothing says what it means, or it lacks its arguments or its index.
        """
        primes = cursor.take_while("'")
        function = self.functions.get(token.text) or _BUILT_IN.get(token.text)
        if function:
            return _call(token, cursor, read, _derivative(function, primes))
        if primes or token.text.startswith(r"\operatorname"):
            example = f"% uses: {token.text} = file.tex"
            raise token.refuse(f"nothing says what function {token.text} is; add a line {example}")
        if python_name(token.text) in self.vectors:
            return _entry(token, cursor, read)
        return _variable(token, cursor)


def _derivative(function: Callable[..., sp.Expr], order: int) -> Callable[..., sp.Expr]:
    variable = sp.Dummy(real=True)
    if order == 0:
        return function
    return lambda argument: function(variable).diff(variable, order).subs(variable, argument)


def _call(token: Token, cursor: Cursor, read: Read, function: Callable[..., sp.Expr]) -> sp.Expr:
    power = sp.Integer(1)
    if cursor.next == "^":
        power = read(cursor.script(mark := cursor.take()), mark)
        if power.could_extract_minus_sign():
            raise token.refuse(f"{token.text} to a negative power reads as its inverse function")
    arguments = [read(part, token) for part in _arguments(token, cursor)]
    if (len(arguments) > 1) != (token.text in _SEVERAL):
        raise token.refuse(f"{token.text} does not take {len(arguments)} arguments")
    return function(*arguments) ** power


def _arguments(token: Token, cursor: Cursor) -> list[list[Token]]:
    if cursor.next in {"(", "["}:
        return split_at(cursor.bracket(), ",")
    argument = [cursor.take()] if token.text in _ONE and cursor.next else []
    if argument and (argument[0].is_name or argument[0].is_number):
        if cursor.next == "_":
            mark = cursor.take()
            argument += [mark, *_braced(mark, cursor.script(mark))]
        if cursor.next in _MAY_FOLLOW:
            return [argument]
    raise token.refuse(f"{token.text} is a function; write its argument in parentheses")


def _braced(mark: Token, tokens: Sequence[Token]) -> list[Token]:
    opening, closing = (Token(text, mark.start, mark.path, mark.line) for text in "{}")
    return [opening, *tokens, closing]


def _entry(token: Token, cursor: Cursor, read: Read) -> sp.Expr:
    if cursor.next != "_":
        raise token.refuse(f"{token.text} is a vector; write it with its index")
    mark = cursor.take()
    return sp.Function(python_name(token.text))(read(cursor.script(mark), mark))


def _variable(token: Token, cursor: Cursor) -> sp.Expr:
    if token.text in _CONSTANTS:
        return _CONSTANTS[token.text]
    name = python_name(token.text)
    if cursor.next == "_":
        mark = cursor.take()
        label = "".join(part.text for part in cursor.script(mark))
        if not label.isdigit():
            message = f"{token.text} has the index {label}; add a line % vector: {name}"
            raise token.refuse(message)
        name = f"{name}_{label}"
    return symbol(name)
