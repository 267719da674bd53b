"""What goes wrong while code runs, in plain words: patterns of Python's and of NumPy's messages.

After mistakes of syntax, learners meet names that are not there, types that do not go together,
indices beyond the end and input that never comes: Pritchard (2015, arXiv:1509.07238); Smith and
Rixner, "The Error Landscape" (2019). With arrays it is shapes that do not fit: Wu, Shen and Chen,
"An Empirical Study on Tensor Shape Faults in Deep Learning Systems" (2021, arXiv:2106.02887).
"""

ON_NONE = (
    "a function without return gives None, and so do methods that change a list, such as append"
)

MESSAGES: tuple[tuple[str, str], ...] = (
    (
        r"core dimension 0.*\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)",
        "In A @ B the columns of A must be as many as the rows of B, and here they are {columns} "
        "and {rows}: look at both .shape; .T swaps rows and columns.",
    ),
    (
        r"^ValueError: shapes (?P<one>\(.*?\)) and (?P<other>\(.*?\)) not aligned",
        "In a product the last size of the first shape must be the first of the second, and here "
        "they are {one} and {other}; .T swaps rows and columns.",
    ),
    (
        r"matmul: Input operand \d does not have enough dimensions",
        "@ multiplies arrays; a single number is multiplied with *.",
    ),
    (
        r"could not be broadcast together with(?: remapped)? shapes? (?P<one>\(.*?\)) (?P<other>\(.*?\))",
        "The shapes {one} and {other} do not go together: read from the right, two sizes must be "
        "equal, or one of them 1.",
    ),
    (
        r"output operand with shape (?P<one>\(.*?\)) doesn't match the broadcast shape (?P<other>\(.*?\))",
        "The result has the shape {other} and does not fit into an array of shape {one}: write "
        "a = a + b, or look at the shapes.",
    ),
    (
        r"could not broadcast input array from shape (?P<one>\(.*?\)) into shape (?P<other>\(.*?\))",
        "An array of shape {one} cannot fill a place of shape {other}.",
    ),
    (
        r"cannot reshape array of size (?P<size>\d+) into shape (?P<shape>\(.*?\))",
        "reshape keeps every entry, and {size} entries do not fill the shape {shape}.",
    ),
    (
        r"inhomogeneous shape",
        "The rows are not equally long, so they make no array.",
    ),
    (
        r"truth value of an array with more than one element",
        "A comparison of arrays has one answer for each entry: say with .all() or .any() which you "
        "mean, and write & or | for and or or.",
    ),
    (
        r"all the input array|must match exactly",
        "Arrays that are joined must have equal sizes along every other axis: look at their .shape.",
    ),
    (
        r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<count>\d+)",
        "Axes are counted from 0, and the array has {count} of them: there is no axis {axis}.",
    ),
    (
        r"index (?P<index>-?\d+) is out of bounds for axis (?P<axis>\d+) with size (?P<size>\d+)",
        "Counting begins at 0: with {size} entries along axis {axis}, there is none of index "
        "{index}.",
    ),
    (
        r"too many indices for array: array is (?P<axes>\d+)-dimensional, but (?P<count>\d+)",
        "There are {count} indices for an array with {axes} axes: look at its .shape.",
    ),
    (
        r"boolean index did not match",
        "A mask must have the size of the axis that it picks from.",
    ),
    (
        r"only integers, slices",
        "Entries of an array are picked by whole numbers, slices or masks: by 3, not by 3.0.",
    ),
    (
        r"^IndexError: .*index out of range",
        "Counting begins at 0, so the last of n entries has the index n - 1.",
    ),
    (
        r"arrays can be converted to Python scalars",
        "float, int and the functions of math take one number; for arrays NumPy has its own, such "
        "as np.exp.",
    ),
    (
        r"Cannot cast ufunc .* from dtype\('float\d+'\) to dtype\('u?int",
        "An array of whole numbers cannot take up fractions: begin it with floats, as in "
        "np.array([1.0, 2.0]).",
    ),
    (
        r"can only concatenate str|for \+: '(?:int|float|numpy\.\w+)' and 'str'",
        "Text and a number cannot be added: make the number text with str(x), or put it into an "
        'f-string, as in f"loss {{x}}".',
    ),
    (
        r"for \S+?:? '?.*'NoneType'|'NoneType' object is not",
        f"One of the values is None: {ON_NONE}.",
    ),
    (
        r"can only concatenate (?:list|tuple)|for \S+?:? .*'list'|can't multiply sequence by non-int"
        r"|unary -: 'list'",
        "A list cannot be calculated with: make it an array, as in np.array(values).",
    ),
    (
        r"'(?P<type>[\w.]+)' object is not callable",
        "Parentheses behind a value call it, and this one is no function but of type {type}: is a * "
        "missing, or has a value taken the name of a function?",
    ),
    (
        r"'(?:function|builtin_function_or_method|method|type)' object is not subscriptable",
        "A function is called with parentheses; square brackets pick entries of lists and arrays.",
    ),
    (
        r"'(?:int|float|numpy\.\w+)' object is not (?:subscriptable|iterable)",
        "This is a single number, without entries; to count up to it, write range(n).",
    ),
    (
        r"(?P<who>\S+?\(\)) missing \d+ required (?:positional|keyword-only) arguments?: (?P<what>.+)",
        "The call of {who} leaves out {what}, which it needs.",
    ),
    (
        r"(?P<who>\S+?\(\)) takes (?P<takes>.+?) positional arguments? but (?P<given>\d+)",
        "{who} takes {takes}, and the call gives it {given}; in a method, self counts as one.",
    ),
    (
        r"(?P<who>\S+?\(\)) got an unexpected keyword argument '(?P<name>\w+)'",
        "{who} knows no argument of the name {name}: help(…) shows which it knows.",
    ),
    (
        r"(?:list|tuple|string) indices must be integers",
        "Entries of lists are picked by whole numbers; an array also takes a row and a column, as "
        "in a[0, 1].",
    ),
    (
        r"'(?P<type>\w+)' object does not support item assignment",
        "A {type} cannot be changed once it is made: use a list or an array.",
    ),
    (
        r"'[<>]=?' not supported between instances of '(?:str' and '(?:int|float)|(?:int|float)' and 'str)",
        "Text and a number cannot be compared: make the text a number with float(x).",
    ),
    (
        r"invalid literal for int|could not convert string to float",
        "The text cannot be read as a number.",
    ),
    (
        r"not enough values to unpack \(expected (?P<names>\d+), got (?P<count>\d+)\)",
        "To the left of = stand {names} names, and the right has {count} of their values.",
    ),
    (
        r"too many values to unpack \(expected (?P<names>\d+)",
        "To the left of = stand {names} names, and the right has more values.",
    ),
    (
        r"^KeyError",
        "The dictionary has no such key: a key must be spelled as it was when it was put in.",
    ),
    (r"^ZeroDivisionError", "Something is divided by 0 here."),
    (
        r"local variable '(?P<name>\w+)'",
        "A function that gives {name} a value anywhere has a {name} of its own, and reads it here "
        "before it has one.",
    ),
    (
        r"^RecursionError",
        "A function calls itself without end: it needs a case in which it returns without a call.",
    ),
    (
        r"^\w*MemoryError",
        "There is not enough memory for this: take smaller arrays, or fewer examples.",
    ),
    (
        r"^EOFError: EOF when reading a line",
        "Nobody can type into a program in this page: write the value into the code in the place "
        "of input().",
    ),
    (
        r"can't start new thread|thread is not supported|cannot start.*thread",
        "Python in a browser has one thread: call the function itself in the place of a thread.",
    ),
    (
        r"does not support processes|_multiprocessing|_posixsubprocess",
        "Python in a browser cannot start other programs or processes.",
    ),
    (
        r"^(?:URLError|ConnectionError|gaierror|HTTPError)|unknown url type: https|urlopen error",
        "Code in this page cannot reach the network: write the data into the code.",
    ),
    (
        r"^FileNotFoundError",
        "Code in this page sees no files of your computer: write the data into the code.",
    ),
    (r"^AssertionError", "What this line asserts is not so."),
)
"""What stands at the end of a traceback; the first pattern that is found counts."""
