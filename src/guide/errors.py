"""What stops the press, and where it stands."""

from collections.abc import Sequence
from typing import Self


class PublishingError(Exception):
    """Something on a page, or behind it, does not hold.

    Attributes:
        path: The file at fault, as seen from the root.
        line: Its line, counted from 1.
        message: What is wrong and what would be right.
    """

    def __init__(self, path: str, line: int, message: str) -> None:
        """Remember the place and the message."""
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        """Return `path:line: message`, which editors turn into a link."""
        return f"{self.path}:{self.line}: {self.message}"

    def at(self, path: str, line: int) -> Self:
        """Return the same error at another place."""
        return type(self)(path, line, *self.args[2:])


class MismatchError(PublishingError):
    """A number or a result is not what this machine computes.

    Attributes:
        here: What this machine computes, as the page would print it.
    """

    def __init__(self, path: str, line: int, message: str, here: str) -> None:
        """Remember the place, the message and the result."""
        super().__init__(path, line, message)
        self.args = (path, line, message, here)
        self.here = here


class PublishingErrors(Exception):  # noqa: N818  (it is a list of errors)
    """All the errors of a build, so that one run shows them all.

    Attributes:
        errors: At least one error, in reading order.
    """

    def __init__(self, errors: Sequence[PublishingError]) -> None:
        """Remember the errors."""
        super().__init__(errors)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        """Return one error per line."""
        return "\n".join(str(error) for error in self.errors)
