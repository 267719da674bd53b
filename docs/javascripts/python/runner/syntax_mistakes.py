"""What Python cannot read, in plain words: patterns of its messages, and of the line at fault.

Which mistakes learners make most is known from large collections of their programs: Pritchard,
"Frequency Distribution of Error Messages" (2015, arXiv:1509.07238); Kohn, "The Error Behind The
Message" (2019); Jeffries, Lee and Koprinska, "115 Ways Not to Say Hello, World!" (2022). Brackets,
quotation marks, colons, indentation and the single = lead all of them.
"""

from runner.patterns import Mistake

LINES: tuple[Mistake, ...] = (
    Mistake(
        r"^\s*(?P<word>and|as|assert|class|def|del|except|for|from|global|if|import|in|is|lambda|not"
        r"|or|pass|raise|return|try|while|with|yield)\s*=(?!=)",
        "{word} is a word of Python itself and cannot be a name: call it {word}_, for example.",
    ),
    Mistake(r"^\s*else\s+if\b", "Python writes elif for “else if”."),
    Mistake(r"^[^'\"#]*(?:&&|\|\|)", "Python writes and for &&, and or for ||."),
    Mistake(
        r"^[^'\"#]*\w(?:\+\+|--)\s*(?:$|[#)])",
        "Python has no ++ and no --: write i += 1 or i -= 1.",
    ),
    Mistake(
        r"^\s*(?:\$|>>>)",
        "The sign at the beginning of line {line} is a prompt, not code: take it away.",
    ),
)
"""What the line itself shows, whatever Python says of it."""

MESSAGES: tuple[Mistake, ...] = (
    Mistake(r"expected ':'", "Line {line} opens a block, so it must end in a colon."),
    Mistake(
        r"'(?P<bracket>[(\[{])' was never closed",
        "The {bracket} on line {line} is opened and never closed.",
    ),
    Mistake(
        r"unmatched '(?P<bracket>[)\]}])'",
        "The {bracket} on line {line} closes nothing: it is too much, or its partner is missing.",
    ),
    Mistake(
        r"parenthesis '(?P<closing>.)' does not match opening parenthesis '(?P<opening>.)'",
        "A {closing} stands on line {line} where a {opening} is still open.",
    ),
    Mistake(
        r"expected an indented block after (?P<what>.+) on line (?P<above>\d+)",
        "What belongs to the {what} on line {above} stands below it, four spaces further in.",
    ),
    Mistake(
        r"unexpected indent",
        "Line {line} begins further in than the line above it, which opens no block.",
    ),
    Mistake(
        r"unindent does not match",
        "Line {line} begins in a column in which no line above it begins: the lines of a block "
        "begin in one column.",
    ),
    Mistake(
        r"inconsistent use of tabs",
        "Tabs and spaces are mixed at the beginning of line {line}: use spaces alone.",
    ),
    Mistake(
        r"[Mm]aybe you meant '=='|cannot assign to",
        "To the left of = stands a name, which gets the value; to ask whether two values are "
        "equal, write ==.",
    ),
    Mistake(
        r"unterminated .*string",
        "The text that begins on line {line} has no quotation mark at its end.",
    ),
    Mistake(
        r"Missing parentheses in call to '(?P<name>\w+)'",
        "{name} is a function: what it gets stands in parentheses, as in {name}(x).",
    ),
    Mistake(
        r"Perhaps you forgot a comma",
        "Something is missing between two values on line {line}: a comma, or a sign such as *.",
    ),
    Mistake(
        r"invalid character '(?P<sign>.)'",
        "Line {line} holds the sign {sign}, which only looks like one of Python’s, as in text from "
        "a document: type it anew.",
    ),
    Mistake(
        r"invalid non-printable character",
        "Line {line} holds a sign that cannot be seen, as text from elsewhere does: type the line "
        "anew.",
    ),
    Mistake(
        r"invalid (?:decimal|imaginary|hexadecimal) literal",
        "A name cannot begin with a digit, and a product needs its sign: write 2 * x, not 2x.",
    ),
    Mistake(
        r"'return' outside function",
        "return stands in a function: indented, below its def.",
    ),
    Mistake(
        r"'(?P<word>await)' outside", "{word} stands in a function that begins with async def."
    ),
    Mistake(
        r"'(?P<word>break|continue)' (?:outside|not properly in) loop",
        "{word} stands in a loop: indented, below its for or while.",
    ),
    Mistake(
        r"positional argument follows keyword argument",
        "Values without a name stand before those with one, as in f(x, rate=0.1).",
    ),
    Mistake(r"f-string", "In an f-string each {{ needs its }}, with an expression between them."),
    Mistake(
        r"expected 'except' or 'finally' block",
        "A try needs an except below its block, in the column of the try.",
    ),
    Mistake(
        r"invalid syntax",
        "Python cannot read line {line} from the mark on: look there, and at the end of the line "
        "above, for a missing comma, bracket, quotation mark or sign.",
    ),
)
"""What Python says of it; the first pattern that is found counts."""
