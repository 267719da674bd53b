"""The TeX of an equation as tokens: what may stand in it, and where its equals sign is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import digits

from guide.errors import PublishingError
from guide.publishing.equations.vocabulary import GREEK, OPENING, SPACING

_TOKEN = re.compile(
    r"\\(?:begin|end|operatorname|text|mathrm|mathbf)\{[^{}]*\}"  # a command with its word
    r"|\\[a-zA-Z]+|\\.|[0-9]+(?:\.[0-9]+)?|\s+|.",
    re.DOTALL,
)
_WORD = re.compile(r"\\(?P<command>operatorname|text|mathrm|mathbf)\{[A-Za-z ,.-]+\}")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of TeX that cannot be cut further.

    Attributes:
        text: The piece: a command, a number, a letter or a sign.
        start: Where it begins in the equation.
        path, line: Where it stands, for error messages.
    """

    text: str
    start: int
    path: str
    line: int

    def refuse(self, message: str) -> PublishingError:
        """Return the error that refuses this token."""
        return PublishingError(self.path, self.line, message)

    @property
    def is_number(self) -> bool:
        """Whether this is a number without sign."""
        return self.text[0] in digits

    @property
    def is_name(self) -> bool:
        """Whether this can name a variable or a function: a letter, a Greek letter, a word."""
        text = self.text
        return (text.isalpha() and text.isascii()) or text in GREEK or text.startswith(r"\operator")


def tokenize(latex: str, path: str, line: int) -> list[Token]:
    """Cut an equation into tokens, leaving out blanks.

    Args:
        latex: The equation.
        path: Its file, for error messages.
        line: The line of that file on which it begins.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(latex):
        if not match[0].isspace():
            place = line + latex.count("\n", 0, match.start())
            tokens.append(Token(match[0], match.start(), path, place))
    return tokens


def check_allowed(tokens: Sequence[Token], allowed: frozenset[str]) -> None:
    r"""Refuse what is not on the list; letters and numbers always are.

    Args:
        tokens: The tokens of an equation.
        allowed: Texts of tokens; `\operatorname{name}` and `\text{word}` stand for any word.

    Raises:
        PublishingError: Names the token and everything that is allowed.
    """
    for token in tokens:
        text, word = token.text, _WORD.fullmatch(token.text)
        if word:
            kind = "name" if word["command"] == "operatorname" else "word"
            listed = f"\\{word['command']}{{{kind}}}" in allowed
        else:
            listed = token.is_number or token.is_name
        if not listed and text not in allowed:
            known = "letters, numbers, " + " ".join(sorted(allowed))
            raise token.refuse(f"{text} cannot stand in an equation; allowed are {known}")


def without_spacing(tokens: Sequence[Token]) -> list[Token]:
    r"""Leave out what only moves things on paper, such as `\,` and `\left`."""
    return [token for token in tokens if token.text not in SPACING]


def outside_brackets(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the positions of the tokens that stand in no bracket, brace or environment."""
    closing: list[str] = []
    for position, token in enumerate(tokens):
        if closing and token.text == closing[-1]:
            closing.pop()
        elif token.text in OPENING:
            closing.append(OPENING[token.text])
        elif not closing:
            yield position


def closing_of(tokens: Sequence[Token], position: int) -> int:
    """Return the position of what closes the bracket that opens at `position`.

    Raises:
        PublishingError: It is never closed, or closed by another kind of bracket.
    """
    closing: list[str] = []
    for end in range(position, len(tokens)):
        text = tokens[end].text
        if text in OPENING:
            closing.append(OPENING[text])
        elif text in OPENING.values():
            if text != closing.pop():
                break
            if not closing:
                return end
    message = f"{tokens[position].text} is not closed"
    raise tokens[position].refuse(message)


def check_brackets(tokens: Sequence[Token]) -> None:
    """Refuse brackets, braces and cases that are not closed.

    Raises:
        PublishingError: Names the first one.
    """
    for position, token in enumerate(tokens):
        if token.text in OPENING:
            closing_of(tokens, position)


def split_at(tokens: Sequence[Token], separator: str) -> list[list[Token]]:
    """Split tokens at a separator that stands in no bracket."""
    found = [place for place in outside_brackets(tokens) if tokens[place].text == separator]
    starts, ends = [0, *(place + 1 for place in found)], [*found, len(tokens)]
    return [list(tokens[start:end]) for start, end in zip(starts, ends, strict=True)]


def equals_signs(tokens: Sequence[Token]) -> list[int]:
    """Return the positions of the equals signs between the sides of the equation."""
    return [position for position in outside_brackets(tokens) if tokens[position].text == "="]
