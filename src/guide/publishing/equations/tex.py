"""The TeX of an equation as tokens: what may stand in it, and how it is read on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import digits

from guide.errors import PublishingError


def _commands(names: str) -> frozenset[str]:
    return frozenset(f"\\{name}" for name in names.split())


GREEK = _commands(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma"
    " tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)
FUNCTIONS = _commands("exp log ln sinh cosh tanh max min")
FRACTIONS = _commands("frac dfrac tfrac")
SPACING = _commands("quad qquad left right , ; : !") | {r"\ "}
RELATIONS = _commands("le leq ge geq") | {"<", ">", "="}
CONDITION_WORDS = frozenset({r"\text{if }", r"\text{for }"})
OTHERWISE = r"\text{otherwise}"
OPENING = {"(": ")", "[": "]", "{": "}", r"\begin{cases}": r"\end{cases}"}

COMPUTED = (
    GREEK
    | FUNCTIONS
    | FRACTIONS
    | SPACING
    | RELATIONS
    | CONDITION_WORDS
    | {OTHERWISE, r"\operatorname{name}", r"\begin{cases}", r"\end{cases}", r"\\", "&"}
    | _commands("sqrt sum cdot times")
    | set("()[]{}|,+-^_'")
)
"""What may stand in an equation that is computed from its LaTeX."""

TRANSCRIBED = (
    COMPUTED
    | _commands("partial nabla top odot in ne neq approx infty circ prod to hat bar tilde mathbb")
    | _commands("boldsymbol ldots cdots vdots ddots lVert rVert mid")
    | {r"\text{word}", r"\mathrm{word}", r"\mathbf{word}"}
    | {f"\\{edge}{{{name}}}" for edge in ("begin", "end") for name in ("aligned", "bmatrix")}
    | set("/.;:!*")
)
"""For equations that are only displayed, while a Python file computes them."""


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


class Cursor:
    """Walks over tokens once, from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Stand before the first token."""
        self._tokens = tokens
        self._position = 0

    @property
    def next(self) -> str:
        """The text of the next token; empty at the end."""
        rest = self._tokens[self._position : self._position + 1]
        return rest[0].text if rest else ""

    @property
    def here(self) -> Token:
        """The next token."""
        return self._tokens[self._position]

    def take(self) -> Token:
        """Take the next token."""
        self._position += 1
        return self._tokens[self._position - 1]

    def take_while(self, text: str) -> int:
        """Take all directly following tokens that read `text`, and return how many they were."""
        first = self._position
        while self.next == text:
            self._position += 1
        return self._position - first

    def bracket(self) -> list[Token]:
        """Take a bracket and return what stands in it.

        Raises:
            PublishingError: It is not closed.
        """
        first = self._position
        self._position = closing_of(self._tokens, first) + 1
        return list(self._tokens[first + 1 : self._position - 1])

    def until_bar(self, bar: Token) -> list[Token]:
        """Take what follows up to the next bar, and that bar.

        Args:
            bar: The bar on the left.

        Raises:
            PublishingError: There is no bar on the right.
        """
        rest = self._tokens[self._position :]
        for length in outside_brackets(rest):
            if rest[length].text == "|":
                self._position += length + 1
                return list(rest[:length])
        raise bar.refuse("| is not closed")

    def braces(self, command: Token) -> list[Token]:
        """Take what stands in the braces behind a command.

        Raises:
            PublishingError: There are no braces; TeX would take one character, people read more.
        """
        if self.next != "{":
            raise command.refuse(f"write braces behind {command.text}")
        return self.bracket()

    def script(self, mark: Token) -> list[Token]:
        """Take an exponent or index: one letter or digit, or what stands in braces.

        Raises:
            PublishingError: It is longer, and not in braces.
        """
        if self.next == "{":
            return self.bracket()
        token = self.take() if self.next else mark
        if len(token.text) == 1 and token.text.isalnum():
            return [token]
        raise mark.refuse(f"write braces behind {mark.text}, unless it is one letter or digit")
