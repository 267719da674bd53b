"""An equation file: the header says its check, the LaTeX below is what readers see."""

from dataclasses import dataclass
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.equations.header import Header, read_header
from guide.publishing.equations.tex import (
    Token,
    check_allowed,
    check_brackets,
    equals_signs,
    tokenize,
)
from guide.publishing.equations.vocabulary import COMPUTED, TRANSCRIBED

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
