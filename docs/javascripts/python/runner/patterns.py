"""Patterns of what Python says, each with what to say of it in plain words."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """A mistake that learners make.

    Attributes:
        pattern: What is found in a message, a regular expression.
        sentence: What to say; what the pattern's groups caught goes into its braces.
    """

    pattern: str
    sentence: str


def said_of(text: str, mistakes: Iterable[Mistake], **parts: object) -> str:
    """Return the sentence of the first mistake that a text shows; empty where it shows none."""
    for mistake in mistakes:
        match = re.search(mistake.pattern, text)
        if match:
            return mistake.sentence.format(**match.groupdict(), **parts)
    return ""
