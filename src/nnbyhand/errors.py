"""Errors that say which argument is wrong, what came, what was expected and what to do."""

from __future__ import annotations


class InputError(Exception):
    """An argument that cannot be used; catch this class to catch every error of the package.

    Attributes:
        argument: Name of the argument.
        got: What came.
        expected: What would have been right.
        hint: What to do, as a sentence.

    Example:
        >>> try:
        ...     nn.tanh.backward([1.0, 2.0], upstream=[1.0])
        ... except nn.InputError as error:
        ...     print(error.argument, "|", error.got)
        upstream | shape (1,)

    Chapter: forward-propagation.
    """

    def __init__(self, argument: str, got: str, expected: str, hint: str) -> None:
        """Keep the four parts of the message."""
        # All four go to Exception, so that the error survives pickling between processes.
        super().__init__(argument, got, expected, hint)
        self.argument = argument
        self.got = got
        self.expected = expected
        self.hint = hint

    def __str__(self) -> str:
        """Return the four parts as one line."""
        return f"{self.argument}: got {self.got}, expected {self.expected}. {self.hint}"


class InputTypeError(InputError, TypeError):
    """An argument that is not made of real numbers, or of numbers too coarse for the task.

        >>> try:
        ...     nn.relu("three")
        ... except nn.InputTypeError as error:
        ...     print(error)
        z: got str of dtype <U5, expected real numbers (...). ...

    Chapter: forward-propagation.
    """


class InputValueError(InputError, ValueError):
    """A number outside its permitted range, or one that is not finite where it must be.

        >>> try:
        ...     nn.LeakyReLU(slope=1.5)
        ... except nn.InputValueError as error:
        ...     print(error)
        slope: got 1.5, expected a number above 0 and below 1. A slope of 0 is nn.relu, ...

    Chapter: forward-propagation.
    """


class ShapeError(InputError, ValueError):
    """An array whose shape does not fit; the message holds both shapes.

        >>> try:
        ...     nn.relu.backward([[1.0], [2.0]], upstream=[1.0, 2.0])
        ... except nn.ShapeError as error:
        ...     print(error)
        upstream: got shape (2,), expected shape (2, 1) as z has. Give upstream exactly ...

    Chapter: forward-propagation.
    """
