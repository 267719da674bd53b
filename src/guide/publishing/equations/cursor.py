"""A place in a list of tokens, and the ways to take tokens from there."""

from collections.abc import Sequence

from guide.publishing.equations.tex import Token, closing_of, outside_brackets


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
