"""What goes wrong while code runs, in plain words: patterns of Python's messages.

After mistakes of syntax, learners meet names that are not there, types that do not go together,
indices beyond the end and input that never comes: Pritchard (2015, arXiv:1509.07238); Smith and
Rixner, "The Error Landscape" (2019).
"""

from runner.patterns import Mistake

ON_NONE = (
    "a function without return gives None, and so do methods that change a list, such as append"
)

MESSAGES: tuple[Mistake, ...] = (
    Mistake(
        r"^IndexError: .*index out of range",
        "Counting begins at 0, so the last of n entries has the index n - 1.",
    ),
    Mistake(
        r"can only concatenate str|for \+: '(?:int|float|numpy\.\w+)' and 'str'",
        "Text and a number cannot be added: make the number text with str(x), or put it into an "
        'f-string, as in f"loss {{x}}".',
    ),
    Mistake(
        r"for \S+?:? '?.*'NoneType'|'NoneType' object is not",
        f"One of the values is None: {ON_NONE}.",
    ),
    Mistake(
        r"can only concatenate (?:list|tuple)|for \S+?:? .*'list'|multiply sequence by non-int"
        r"|unary -: 'list'",
        "A list cannot be calculated with: make it an array, as in np.array(values).",
    ),
    Mistake(
        r"'(?P<type>[\w.]+)' object is not callable",
        "Parentheses behind a value call it, and this one is no function but of type {type}: is a "
        "* missing, or has a value taken the name of a function?",
    ),
    Mistake(
        r"'(?:function|builtin_function_or_method|method|type)' object is not subscriptable",
        "A function is called with parentheses; square brackets pick entries of lists and arrays.",
    ),
    Mistake(
        r"'(?:int|float|numpy\.\w+)' object is not (?:subscriptable|iterable)",
        "This is a single number, without entries; to count up to it, write range(n).",
    ),
    Mistake(
        r"(?P<who>\S+?\(\)) missing \d+ required [\w-]+ arguments?: (?P<what>.+)",
        "The call of {who} leaves out {what}, which it needs.",
    ),
    Mistake(
        r"(?P<who>\S+?\(\)) takes (?P<takes>.+?) positional arguments? but (?P<given>\d+)",
        "{who} takes {takes}, and the call gives it {given}; in a method, self counts as one.",
    ),
    Mistake(
        r"(?P<who>\S+?\(\)) got an unexpected keyword argument '(?P<name>\w+)'",
        "{who} knows no argument of the name {name}: help(…) shows which it knows.",
    ),
    Mistake(
        r"(?:list|tuple|string) indices must be integers",
        "Entries of lists are picked by whole numbers; an array also takes a row and a column, as "
        "in a[0, 1].",
    ),
    Mistake(
        r"'(?P<type>\w+)' object does not support item assignment",
        "A {type} cannot be changed once it is made: use a list or an array.",
    ),
    Mistake(
        r"'[<>]=?' not supported between .*'(?:str' and '(?:int|float)|(?:int|float)' and 'str)",
        "Text and a number cannot be compared: make the text a number with float(x).",
    ),
    Mistake(
        r"invalid literal for int|could not convert string to float",
        "The text cannot be read as a number.",
    ),
    Mistake(
        r"not enough values to unpack \(expected (?P<names>\d+), got (?P<count>\d+)\)",
        "To the left of = stand {names} names, and the right has {count} of their values.",
    ),
    Mistake(
        r"too many values to unpack \(expected (?P<names>\d+)",
        "To the left of = stand {names} names, and the right has more values.",
    ),
    Mistake(
        r"^KeyError",
        "The dictionary has no such key: a key must be spelled as it was when it was put in.",
    ),
    Mistake(r"^ZeroDivisionError", "Something is divided by 0 here."),
    Mistake(
        r"local variable '(?P<name>\w+)'",
        "A function that gives {name} a value anywhere has a {name} of its own, and reads it here "
        "before it has one.",
    ),
    Mistake(
        r"^RecursionError",
        "A function calls itself without end: it needs a case in which it returns without a call.",
    ),
    Mistake(
        r"^\w*MemoryError",
        "There is not enough memory for this: take smaller arrays, or fewer examples.",
    ),
    Mistake(
        r"^EOFError: EOF when reading a line",
        "Nobody can type into a program in this page: write the value into the code in the place "
        "of input().",
    ),
    Mistake(
        r"can't start new thread|thread is not supported|cannot start.*thread",
        "Python in a browser has one thread: call the function itself in the place of a thread.",
    ),
    Mistake(
        r"does not support processes|_multiprocessing|_posixsubprocess",
        "Python in a browser cannot start other programs or processes.",
    ),
    Mistake(
        r"^(?:URLError|ConnectionError|gaierror|HTTPError)|unknown url type: https|urlopen error"
        r"|TLS not supported",
        "Code in this page cannot reach the network: write the data into the code.",
    ),
    Mistake(
        r"^FileNotFoundError",
        "Code in this page sees no files of your computer: write the data into the code.",
    ),
    Mistake(
        r"(?:^js\.|import name ')(?P<name>alert|confirm|document|localStorage|prompt|window)"
        r"(?:$|' from 'js')",
        "There is no {name} here: Python runs beside the page and cannot reach into it. Print what "
        "is to be seen, or let it stand on the last line.",
    ),
    Mistake(r"^AssertionError", "What this line asserts is not so."),
)
"""What stands at the end of a traceback; the first pattern that is found counts."""
